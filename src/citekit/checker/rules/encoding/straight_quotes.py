r"""Straight double quotation marks in a title.

TeX prints both as closing marks: ”Literate”. In BibLaTeX with `babel` for German and others `"`
even begins a command.

    title = {The "Literate" Way},

Write ````Literate''``, or `\enquote{Literate}` where the package `csquotes` is loaded. The fix
writes the former for marks in pairs.

It is harmless where pandoc makes the list, which turns such marks round, and for inches.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.prose import prose
from citekit.checker.rules.encoding.text_fields import TITLES
from citekit.model.diagnostic import Severity

_MARK = re.compile(r'(?<!\\)"')
_PAIR = re.compile(r'(?<![\\\w])"(?=\S)([^"]{0,200}?[^\s"\\])"(?!\w)')
_FIELDS = TITLES | {"note", "howpublished", "journal", "journaltitle", "series"}


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    pairs = _PAIR.finditer(prose(field.value))
    return first_of(
        field,
        pairs,
        lambda pair: f"``{field.value[pair.start() + 1 : pair.end() - 1]}''",
        lambda old, _new: f"has straight quotation marks: {old}",
    )


RULE = Rule(
    "ENC009",
    "straight-quotes",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, _FIELDS, _MARK),
    is_default=False,
    fixability=Fixability.SAFE,
)
