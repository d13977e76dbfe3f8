r"""A command that swallows the blank behind it.

TeX ends the name of a command at a blank and drops that: `The \LaTeX Companion` prints "The
LaTeXCompanion".

    title = {The \LaTeX Companion},

Write `\LaTeX{} Companion`.

It is wrong only where the words are to be joined, as in `\TeX book`; behind `\TeX` only words
with a capital are looked at.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_printed
from citekit.model.diagnostic import Severity

_COMMAND = re.compile(
    r"\\(?<![A-Za-z]\\)(?:(?:(?:Bib|Con|Xe|Lua|pdf|AmS)(?:La)?|La)TeXe?(?![A-Za-z@])(?=\s+[^\W\d_]{2})"
    r"|(?:TeX|MF|MP)(?![A-Za-z@])(?=\s+[A-Z][a-z]{2})"
    r"|(?:copyright|textregistered|texttrademark|textcopyright|pounds|textdegree)(?![A-Za-z@])(?=\s+\w))"
)


def _check(field: Field, _options: RuleOptions) -> Iterable[Problem]:
    if not is_printed(field):
        return ()
    return first_of(
        field,
        _COMMAND.finditer(field.value),
        lambda one: f"{one[0]}{{}}",
        lambda old, _new: f"has '{old}', which swallows the blank behind it",
    )


RULE = Rule(
    "ENC028",
    "swallowed-blank",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, pattern=_COMMAND),
    fixability=Fixability.SAFE,
)
