"""Dates as digits that sort as the dates do.

Source: CSL 1.0.2, "Sorting": YYYYMMDD, what is missing as zeros, the end of a range after it.
"""

from __future__ import annotations

from functools import lru_cache

from citekit.model.reference import Date, DateParts, Literal

ALL_PARTS = frozenset({"year", "month", "day"})

# Added to every year, so that years BC come first; no work is older.
_OLDEST = 500_000
_NO_DATE = "0" * 10


@lru_cache(maxsize=8192)
def sortable_date(date: Date, names: frozenset[str] = ALL_PARTS) -> str:
    """The digits of the parts of ``date`` that are in ``names``; empty for a date in words.

    Example:
        >>> from citekit.model.reference import single_date
        >>> sortable_date(single_date(-44, 3, 15)) < sortable_date(single_date(54))
        True
    """
    if isinstance(date, Literal):
        return ""
    end = _NO_DATE
    if date.end is not None and date.end != date.start:
        end = _digits(date.end, names)
    return _digits(date.start, names) + end


def _digits(parts: DateParts, names: frozenset[str]) -> str:
    year = parts.year + _OLDEST if "year" in names else 0
    month = parts.month if "month" in names else 0
    day = parts.day if "day" in names else 0
    # A season has no month: seasons come in their order before the months.
    if not month and "month" in names:
        day = parts.season
    return f"{max(year, 0):06d}{month:02d}{day:02d}"
