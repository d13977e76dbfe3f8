"""Blanks in a row, a line break, or blanks at the ends of a value.

TeX makes one of them; other programs print them or take the values for different ones.

    title = { Literate  Programming },

Write single blanks, none at the ends.

It is harmless with TeX. The option `line-breaks` (true) tells whether a break of the line within a
value counts.
"""

import re
from collections.abc import Iterable

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.encoding.changes import first_of
from citekit.checker.rules.encoding.text_fields import is_read, verbatim_fields
from citekit.model.diagnostic import Severity

_BLANKS = re.compile(
    r"(?<=\S)(?:[ \t]{2,}|[ \t]*(?:\r\n?|\n)[ \t]*+)(?=\S)|\A\s+(?=\S)|(?<=\S)\s+\Z"
)
_RAW = re.compile(r"[ \t]{2}|[\r\n]|[{\"][ \t]|[ \t][}\"]")


def _check(field: Field, options: RuleOptions) -> Iterable[Problem]:
    if not is_read(field) or field.name in verbatim_fields():
        return ()
    found = list(_BLANKS.finditer(field.value))
    if not options.flag("line-breaks"):
        found = [one for one in found if "\n" not in one[0] and "\r" not in one[0]]
    return first_of(
        field,
        found,
        lambda one: " " if one.start() > 0 and one.end() < len(field.value) else "",
        lambda _old, _new: "has needless blanks",
    )


RULE = Rule(
    "TIT016",
    "needless-blanks",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, pattern=_RAW),
    is_default=False,
    fixability=Fixability.SAFE,
    options={"line-breaks": True},
)
