r"""Quoted words that begin with closing marks.

`''Literate''` prints ”Literate”: TeX makes opening marks of two backticks only.

    title = {The ''Literate'' Way},

Write ` ``Literate'' `.

It is right in Swedish and Finnish, whose quotations begin and end alike; entries in those languages
are not looked at.
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

_MARKS = re.compile(r"(?:(?<=[\s({\[])|^)''(?=[^\s'])(?=[^']{0,200}'')", re.MULTILINE)
_ALIKE = ("sv", "fi", "swedish", "finnish", "suomi")


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    language = field.entry.first("langid", "hyphenation", "language")
    if language is not None and language.value.strip().lower().startswith(_ALIKE):
        return ()
    return first_of(
        field,
        _MARKS.finditer(prose(field.value)),
        lambda _one: "``",
        lambda old, _new: f"has {old} where the words in quotation marks begin",
    )


RULE = Rule(
    "ENC029",
    "wrong-opening-quotes",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, TITLES | {"note", "howpublished"}, re.compile("''")),
    fixability=Fixability.SAFE,
)
