"""Dates as MEDLINE prints them: ``2001 Feb 3``, ``1999 Dec-2000 Jan``, ``2000 Spring``."""

import re
from collections.abc import Iterator

from citekit.fields.dates import parse_date
from citekit.fields.edtf import format_edtf, is_possible, parse_edtf
from citekit.model.reference import Date, DateParts, DateRange, Literal

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_AUTUMN = "Fall"
_POINT = re.compile(r"(?:(\d{4})\b ?)?([A-Z][a-z]+)?(?: ?(\d{1,2}))?")
_LAST_YEAR = 9999


def _format_parts(parts: DateParts) -> str:
    words = [f"{parts.year:04d}"]
    if 1 <= parts.season <= len(_SEASONS):
        words.append(_SEASONS[parts.season - 1])
    elif 1 <= parts.month <= len(_MONTHS):
        words.append(_MONTHS[parts.month - 1])
        if parts.day:
            words.append(str(parts.day))
    return " ".join(words)


def format_nbib_date(date: Date) -> str:
    """A date of the years 1 to 9999 as MEDLINE prints it, another in EDTF; ends are whole dates.

    Source: MEDLINE/PubMed data element descriptions, DP.
    """
    if isinstance(date, Literal):
        return date.text
    if not all(1 <= parts.year <= _LAST_YEAR for parts in (date.start, date.end or date.start)):
        return format_edtf(date)
    last = "" if date.end is None or date.end == date.start else f"-{_format_parts(date.end)}"
    return _format_parts(date.start) + last


def lost_of_date(date: Date, name: str) -> Iterator[str]:
    """What the printed date does not say."""
    if isinstance(date, DateRange):
        if date.circa:
            yield f"the circa of {name}"
        if date.end is None:
            yield f"the open end of {name}"


def _parse_point(text: str, before: DateParts | None) -> DateParts | None:
    match = _POINT.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        return None
    year = int(match[1]) if match[1] else before.year if before else 0
    word = match[2] or ""
    season = _SEASONS.index(word) + 1 if word in _SEASONS else 3 * (word == _AUTUMN)
    month = _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS and not season else 0
    if word and not (season or month):
        return None
    if match[3] and not month:
        month = before.month if before and not match[1] else 0
    parts = DateParts(year, month, int(match[3] or 0), season)
    return parts if (match[1] or before) and is_possible(parts) else None


def parse_nbib_date(text: str) -> Date | None:
    """The date that ``text`` is, ``None`` for an empty one; the end takes over what it lacks."""
    text = text.strip()
    if not text:
        return None
    first, dash, last = text.partition("-")
    start = _parse_point(first, None)
    end = _parse_point(last, start) if dash and start else None
    if start is not None and not dash:
        return DateRange(start, start)
    if start is not None and end is not None:
        return DateRange(start, end)
    return parse_edtf(text) or parse_date(text)
