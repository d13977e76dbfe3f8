"""A range of dates that ends before it begins.

    date = {1990/1984}

Swap the two, or correct the one that is wrong. The fix swaps them and is unsafe.

It is wrong in no case we know of; years before Christ are written with a minus.
"""

import re
from collections.abc import Iterator

from citekit.checker.bib_field import Field
from citekit.checker.finding import Problem
from citekit.checker.rule import FieldCheck, Fixability, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.dates.written_dates import DATE_FIELDS, is_biblatex_date, sort_key
from citekit.model.diagnostic import Severity

_YEARS = re.compile(r"\s*(\d{4})\s*(?:--?|–|/)\s*(\d{4})\s*")


def _check(field: Field, _options: RuleOptions) -> Iterator[Problem]:
    value = field.value
    if field.name == "year":
        match = _YEARS.fullmatch(value) if len(value) > 8 else None  # noqa: PLR2004  # two years
        first, last = match.groups() if match else ("", "")
    else:
        first, slash, last = value.strip().partition("/")
        if not slash or not is_biblatex_date(value.strip()):
            return
    start, end = sort_key(first), sort_key(last)
    if start is None or end is None or not _is_before(end, start):
        return
    low, high = value.index(first), value.rindex(last)
    swapped = value[:low] + last + value[low + len(first) : high] + first
    swapped += value[high + len(last) :]
    yield field.problem(
        f"'{value.strip()}' ends before it begins",
        hint=f"Write '{swapped.strip()}', or correct the date that is wrong.",
        fix=field.replacement("Swap the two dates", swapped, is_safe=False),
    )


def _is_before(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether ``one`` is earlier, as far as both are known."""
    for first, second in zip(one, other, strict=True):
        if not first and not second:
            return False
        if first != second:
            return first < second and (first != 0 or one[0] != other[0])
    return False


RULE = Rule(
    "DAT008",
    "reversed-date-range",
    __doc__,
    Severity.ERROR,
    FieldCheck(_check, DATE_FIELDS | {"year"}),
    fixability=Fixability.UNSAFE,
)
