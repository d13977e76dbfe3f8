"""Dates of CSL-JSON."""

from collections.abc import Mapping

from citekit.csl.items.raw_dates import read_raw_date
from citekit.csl.items.values import is_true, read_text
from citekit.fields.csl_dates import date_from_csl
from citekit.fields.edtf import is_possible
from citekit.model.reference import Date, DateParts, DateRange, Literal

_MONTHS = 12
_SEASONS = 4
# Seasons stand in the place of months from 13 (citeproc-js), 17 and 21 (EDTF) on.
_LAST_SEASON_MONTH = 24
_FIRST_SEASON_OF_EDTF = 21
_GREATEST_YEAR = 10**6
_OLD_PARTS = ("year", "month", "day")


def _integer(value: object) -> int | None:
    text = read_text(value).strip()
    sign, digits = (-1, text[1:]) if text[:1] == "-" else (1, text.removeprefix("+"))
    if not (digits.isascii() and digits.isdigit() and len(digits) < 8):  # noqa: PLR2004  # digits
        return None
    return sign * int(digits)


def _mended_point(point: object) -> list[int]:
    """One end as far as there is such a date: a year, a month, a day; empty without a year."""
    values = point if isinstance(point, list | tuple) else [point]
    year, month, day = ([_integer(part) for part in values[:3]] + [None] * 3)[:3]
    if year is None or abs(year) > _GREATEST_YEAR:
        return []
    if month is not None and _MONTHS < month <= _LAST_SEASON_MONTH:
        return [year, _FIRST_SEASON_OF_EDTF + (month - _MONTHS - 1) % _SEASONS]
    if not month or not 1 <= month <= _MONTHS:
        return [year]
    possible = day and is_possible(DateParts(year if year > 0 else year + 1, month, day))
    return [year, month, day] if day and possible else [year, month]


def _mended_points(points: object) -> list[list[int]]:
    if not isinstance(points, list | tuple) or not points:
        return []
    if not any(isinstance(point, list | tuple) for point in points):
        points = [points]
    return [mended for point in points[:2] if (mended := _mended_point(point))]


def _read_parts(record: Mapping[str, object]) -> Date | None:
    """The date of ``date-parts``, or of the older keys ``year``, ``month`` and ``day``."""
    points = _mended_points(record.get("date-parts"))
    if not points and "year" in record:
        points = _mended_points([[record.get(part) for part in _OLD_PARTS]])
    if not points:
        return None
    date = {"date-parts": points, "season": record.get("season")}
    found = date_from_csl(date)
    return found if isinstance(found, DateRange) else None


def _read_record(record: Mapping[str, object]) -> Date | None:
    literal = record.get("literal")
    if isinstance(literal, Mapping):
        literal = literal.get("part")
    text = read_text(literal).strip()
    if text:
        return Literal(text)
    date = _read_parts(record)
    for key in ("edtf", "raw"):
        if date is None:
            date = read_raw_date(read_text(record.get(key)))
    if isinstance(date, DateRange) and is_true(record.get("circa")):
        return DateRange(date.start, date.end, circa=True)
    return date


def read_date(value: object) -> Date | None:
    """The date of a date variable, ``None`` where there is none.

    A text is read as a raw date, a number as a year. ``literal`` stands over ``date-parts``, these
    over ``edtf`` and ``raw``. Of parts the ones that make no date are left out, so that 31 June
    1998 is June 1998. ``[[1987], [0]]`` is open at its end.

    Source: the JSON schema csl-data.json, date-variable; citeproc-js manual, "Dates".
    """
    if isinstance(value, Mapping):
        return _read_record(value)
    if isinstance(value, list | tuple):
        return _read_record({"date-parts": value})
    return read_raw_date(read_text(value))


def find_season_text(value: object) -> str:
    """The season of a date in words that are the name of no season ("Michaelmas"), else empty."""
    if not isinstance(value, Mapping):
        return ""
    season = value.get("season")
    text = season.strip() if isinstance(season, str) else ""
    if not any(letter.isalpha() for letter in text):
        return ""
    date = _read_parts(value)
    is_bare_year = isinstance(date, DateRange) and not (date.start.month or date.start.season)
    return text if is_bare_year else ""
