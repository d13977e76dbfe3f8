"""A punctuation mark after the pages, the volume or the number.

The style sets the marks between the parts of a reference; one in the value is printed twice.

    pages = {12--31.}

Leave it out: `pages = {12--31}`.

It is wrong for an ordinal with a full stop, so that editions are not looked at.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.model.diagnostic import Severity

_MARK = re.compile(r"(?<=\d)\s*[.,;:]+\s*$")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    match = None if value[-1:].isalnum() else _MARK.search(value)
    if match:
        mark = match[0].strip()
        yield field.problem(
            f"'{value.strip()}' ends in '{mark}'",
            start=match.start(),
            end=match.end(),
            hint=f"Leave '{mark}' out; the style sets it.",
            fix=field.amendment(f"Remove '{mark}'", match.start(), match.end()),
        )


RULE = Rule(
    "PAG023",
    "mark-after-number",
    __doc__,
    Severity.WARNING,
    FieldCheck(_check, frozenset({"pages", "volume", "number", "issue"})),
    fixability=Fixability.SAFE,
)
