"""Dates in the Extended Date/Time Format, which BibLaTeX and exchange formats use."""

import re
from calendar import monthrange

from citekit.model.reference import DateParts, DateRange

_SEASON_BASE = 20
_DATE = re.compile(
    r"(?:(?P<year>-?\d{4})|[Yy](?P<long>-?\d{5,9}))"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T\d{2}:\d{2}[\d:.Z+-]{0,20})?)?)?(?P<doubt>[?~%]?)"
)
_OPEN = ("", "..", "open")
_LONGEST = 100
_LAST_FOUR_DIGIT_YEAR = 9999


def is_possible(parts: DateParts) -> bool:
    """Whether there is such a day, month or season."""
    if parts.season:
        return 1 <= parts.season <= 4 and not parts.month and not parts.day  # noqa: PLR2004  # seasons
    if not parts.month:
        return not parts.day
    if not 1 <= parts.month <= 12:  # noqa: PLR2004  # months
        return False
    # The Gregorian calendar repeats every 400 years; the module knows only years from 1 on.
    return 0 <= parts.day <= monthrange(parts.year % 400 + 400, parts.month)[1]


def _format_parts(parts: DateParts) -> str:
    sign = "-" if parts.year < 0 else ""
    year = f"{sign}{abs(parts.year):04d}"
    if abs(parts.year) > _LAST_FOUR_DIGIT_YEAR:
        year = f"Y{year}"
    if parts.season:
        return f"{year}-{_SEASON_BASE + parts.season}"
    if not parts.month:
        return year
    return f"{year}-{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day else "")


def format_edtf(date: DateRange) -> str:
    """``date`` in EDTF: seasons as months 21 to 24, ``..`` for an open end, ``~`` for circa.

    Source: ISO 8601-2:2019 (EDTF), levels 0 and 1.

    Example:
        >>> format_edtf(DateRange(DateParts(1997, season=1), None, circa=True))
        '1997-21~/..'
    """
    mark = "~" if date.circa else ""
    start = _format_parts(date.start) + mark
    if date.end is None:
        return f"{start}/.."
    return start if date.end == date.start else f"{start}/{_format_parts(date.end)}{mark}"


def _parse_parts(text: str) -> tuple[DateParts, bool] | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    month = int(match["month"] or 0)
    season = month - _SEASON_BASE if month > _SEASON_BASE else 0
    year = int(match["year"] or match["long"])
    parts = DateParts(year, 0 if season else month, int(match["day"] or 0), season)
    return (parts, bool(match["doubt"])) if is_possible(parts) and match["month"] != "00" else None


def parse_edtf(text: str) -> DateRange | None:
    """The date that ``text`` is in EDTF, ``None`` where it is none that the model can hold.

    ``~``, ``?`` and ``%`` make it circa; an empty end counts as open; a time of day is left out.
    Sets, unspecified digits and open beginnings give ``None``.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    first, slash, last = text.partition("/")
    start = _parse_parts(first)
    if start is None:
        return None
    if not slash:
        return DateRange(start[0], start[0], start[1])
    if last in _OPEN:
        return DateRange(start[0], None, start[1])
    end = _parse_parts(last)
    return None if end is None else DateRange(start[0], end[0], start[1] or end[1])
