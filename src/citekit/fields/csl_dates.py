"""Dates in CSL-JSON."""

import re

from citekit.fields.dates import parse_date
from citekit.fields.edtf import is_possible, parse_edtf
from citekit.model.reference import Date, DateParts, DateRange, Literal

_SEASONS = 4
# citeproc-js takes 13 to 16, EDTF 21 to 24 in the place of a month for a season.
_SEASON_BASES = (12, 20)
_NUMBER = re.compile(r"\s*([+-]?\d{1,9})\s*")
_OPEN_END = [0]
_TOO_GREAT = 10**9
_LONGEST = 40


def _parts_to_csl(parts: DateParts, *, season_as_month: bool) -> list[int]:
    # CSL has no year 0: there, -1 is 1 BC.
    year = parts.year if parts.year > 0 else parts.year - 1
    if parts.season and season_as_month:
        return [year, _SEASON_BASES[1] + parts.season]
    if not parts.month:
        return [year]
    return [year, parts.month, parts.day] if parts.day else [year, parts.month]


def date_to_csl(date: Date) -> dict[str, object]:
    """The date as CSL-JSON's date object.

    A single season is given in ``season``; at an end of a range it stands as 21 to 24 in the
    place of the month, as in EDTF. An open end is ``[0]``, as pandoc writes it.

    Source: CSL-JSON schema (csl-data.json), date-variable; citeproc-js manual, "Dates".
    """
    if isinstance(date, Literal):
        return {"literal": date.text}
    ranged = date.end != date.start
    points = [_parts_to_csl(date.start, season_as_month=ranged)]
    if date.end is None:
        points.append(list(_OPEN_END))
    elif ranged:
        points.append(_parts_to_csl(date.end, season_as_month=True))
    result: dict[str, object] = {"date-parts": points}
    if not ranged and date.start.season:
        result["season"] = date.start.season
    if date.circa:
        result["circa"] = True
    return result


def _integer(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value) if abs(value) < _TOO_GREAT and value == int(value) else None
    match = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) if match else None


def _season(value: object) -> int:
    number = _integer(value)
    if number is None and isinstance(value, str):
        date = parse_date(f"{value[:_LONGEST]} 2000")
        number = date.start.season if isinstance(date, DateRange) else None
    for base in _SEASON_BASES:
        if number is not None and base < number <= base + _SEASONS:
            number -= base
    return number if number is not None and 1 <= number <= _SEASONS else 0


def _parts_of(value: object) -> DateParts | None:
    if not isinstance(value, list) or not value:
        return None
    year, month, day = ([_integer(part) for part in value[:3]] + [None, None, None])[:3]
    if year is None or (year == 0 and month is None):
        return None
    year = year if year > 0 else year + 1
    month, day = month or 0, day or 0
    season = _season(month) if month > _SEASON_BASES[0] and not day else 0
    parts = DateParts(year, season=season) if season else DateParts(year, month, day)
    return parts if is_possible(parts) else None


def _is_open_end(value: object) -> bool:
    return isinstance(value, list) and all(_integer(part) in {0, None} for part in value)


def _date_from_parts(points: list[object], season: int, *, circa: bool) -> DateRange | None:
    start = _parts_of(points[0]) if points else None
    if start is None:
        return None
    if season and not start.month and not start.season:
        start = DateParts(start.year, season=season)
    if len(points) == 1:
        return DateRange(start, start, circa)
    if _is_open_end(points[1]):
        return DateRange(start, None, circa)
    end = _parts_of(points[1])
    return None if end is None else DateRange(start, end, circa)


def _read_text(text: str, *, circa: bool = False) -> Date | None:
    text = text.strip()
    if not text:
        return None
    date = parse_edtf(text) or parse_date(text)
    if isinstance(date, Literal):
        return Literal(text)
    return DateRange(date.start, date.end, date.circa or circa)


def _is_true(value: object) -> bool:
    return str(value).strip().lower() not in {"", "0", "0.0", "false", "none"}


def _literal_of_parts(value: object) -> Literal | None:
    """Date parts that are no date, kept as text: ``2005-13``."""
    points = value if isinstance(value, list) else [value]
    shown = [
        "-".join(str(part) for part in point if part is not None)
        if isinstance(point, list)
        else str(point)
        for point in points
    ]
    text = "/".join(shown).strip("/ ")
    return Literal(text) if text else None


def date_from_csl(value: object) -> Date | None:
    """The date that a CSL-JSON value gives, ``None`` for an empty one.

    Takes what is found in the wild too: strings for numbers, ``raw`` text, EDTF strings, a bare
    year, seasons by name or in the place of the month. What cannot be taken apart is kept as a
    ``Literal``.
    """
    if isinstance(value, list):
        value = {"date-parts": value if value and isinstance(value[0], list) else [value]}
    if not isinstance(value, dict):
        return None if value is None else _read_text(str(value))
    circa, season = _is_true(value.get("circa", "")), _season(value.get("season"))
    points = value.get("date-parts")
    date: Date | None = None
    if isinstance(points, list):
        date = _date_from_parts(points, season, circa=circa) or _literal_of_parts(points)
    for name in ("edtf", "raw", "literal"):
        text = value.get(name)
        if date is None and isinstance(text, str | int):
            literal = Literal(str(text)) if str(text).strip() else None
            date = literal if name == "literal" else _read_text(str(text), circa=circa)
    return date
