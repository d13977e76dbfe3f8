"""The best of several dates of one variable."""

from collections.abc import Sequence

from citekit.model.reference import Date, DateParts, DateRange
from citekit.model.variables import DateVariable
from citekit.resolver.choice import Choice, Printed, choice_of, support


def choose_date(_variable: DateVariable, printed: Sequence[Printed[Date]]) -> Choice[Date]:
    """The best supported of ``printed``, in its fullest form; a literal only for want of a date.

    A date supports the less exact ones that it agrees with: "2005" and "summer 2005" are one.
    """
    dated = [item for item in printed if isinstance(item.value, DateRange)]
    candidates = dated or list(printed)
    best = max(
        candidates,
        key=lambda item: (
            support([other for other in candidates if agree(item.value, other.value)]),
            exactness(item.value),
        ),
    )
    return choice_of(best.value, printed, lambda date: not agree(date, best.value))


def agree(a: Date, b: Date) -> bool:
    """Whether two dates do not contradict each other; a literal agrees with every date."""
    if not isinstance(a, DateRange) or not isinstance(b, DateRange):
        return True
    return _agree(a.start, b.start) and (a.end is None or b.end is None or _agree(a.end, b.end))


def exactness(date: Date) -> int:
    """How much a date says, from 0 for a literal."""
    if not isinstance(date, DateRange):
        return 0
    parts = date.start
    return 1 + bool(parts.month or parts.season) + 2 * bool(parts.day) + (not date.circa)


def _agree(a: DateParts, b: DateParts) -> bool:
    return a.year == b.year and all(
        not x or not y or x == y
        for x, y in ((a.month, b.month), (a.day, b.day), (a.season, b.season))
    )
