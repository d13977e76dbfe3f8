"""An ISBN whose hyphens do not stand where the standard puts them.

The hyphens part the country or language, the house, the book and the check digit: five groups in a
number of 13 digits, four in one of 10. Wrong ones tell a false country or house.

    isbn = {978-03064-0615-7}

Copy the hyphens from the book, or leave all out, which is what the fix does.

It is harmless: programs compare the digits alone. The length of the house's group is not checked.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.identifiers.isbns import numbers_in
from citekit.fields.check_digits import is_valid_isbn
from citekit.model.diagnostic import Severity

_GROUPS = {10: 4, 13: 5}
_SHORT = frozenset("0123457")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    for one in numbers_in(field.value):
        groups = re.split(r"[\s‐‑‒–-]", one.written)
        if len(groups) == 1 or not is_valid_isbn(one.digits):
            continue
        is_sound = len(groups) == _GROUPS[len(one.digits)] and len(groups[-1]) == 1
        if (
            is_sound
            and _has_area(groups[-4])
            and (len(groups) == min(_GROUPS.values()) or len(groups[0]) == len("978"))
        ):
            continue
        yield field.problem(
            f"'{one.written}' has its hyphens in wrong places",
            start=one.start,
            end=one.end,
            hint=f"Copy them from the book, or write '{one.digits}'.",
            fix=field.amendment("Leave the hyphens out", one.start, one.end, one.digits),
        )


def _has_area(group: str) -> bool:
    """Whether ``group`` has the length that its first digits ask for. Source: ISBN manual, 5.2."""
    if group[:1] in _SHORT:
        return len(group) == 1
    if group[:1] == "8" or group[:2] in {"90", "91", "92", "93", "94"}:
        return len(group) == len("80")
    if group[:2] in {"60", "61", "62", "63", "64", "65", "66"}:
        return len(group) in {2, 3}
    return len(group) in {3, 4, 5}


RULE = Rule(
    "IDN056",
    "isbn-hyphens",
    __doc__,
    Severity.STYLE,
    FieldCheck(_check, frozenset({"isbn"}), re.compile(r"\d[\s‐-–-]\d")),
    is_default=False,
    fixability=Fixability.SAFE,
)
