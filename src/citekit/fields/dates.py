"""Dates as they are printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from citekit.fields.edtf import format_edtf, is_possible, parse_edtf
from citekit.fields.found_dates import date_pattern
from citekit.model.reference import Date, DateParts, DateRange, Literal
from citekit.text.data import load_mapping, load_table
from citekit.text.folding import fold, straighten, strip_markup

__all__ = ["FoundDate", "find_dates", "format_edtf", "parse_date", "parse_edtf"]

_LONGEST = 200
_NUMERIC = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}.{0,30})?")
_NUMERIC_END = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})")
_BASIC = re.compile(r"((?:1[5-9]|20)\d{2})(\d{2})(\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4})([-/])(\d{2})")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일号號])?)?")
_TIME = re.compile(
    r"(?:,|\bat\b|\bum\b|-)?\s*\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?"
)
_TOKEN = re.compile(r"\d{4}[a-z]?(?![^\W_])|\d+|[^\W\d_]+|[-/?~]")
_SIGNS = frozenset("-/?~")
_EN_DASHES = "\u2012\u2013\u2014"
_SHAPES = frozenset(
    {"Y", "MY", "SY", "YM", "YS", "DMY", "MDY", "YMD", "YDM", "D", "M", "S", "DM", "MD", "DY"}
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2099


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, at half-open code-point offsets."""

    start: int
    end: int
    date: Date


@cache
def _words() -> Mapping[str, str]:
    """Every word that may stand in a date, with its symbol and, for months, the number."""
    symbols: dict[str, str] = {}
    for word, number in load_mapping("citekit.fields", "dates", "months").items():
        symbols[fold(word)] = f"M{number}"
    for word, number in load_mapping("citekit.fields", "dates", "seasons").items():
        symbols[fold(word)] = f"S{number}"
    table = load_table("citekit.fields", "dates")["words"]
    roles = {"circa": "~", "open": "O", "through": "-", "filler": "", "weekday": "", "ordinal": ""}
    for role, symbol in roles.items():
        words = table.get(role, "") if isinstance(table, dict) else ""
        for word in words.split():
            symbols.setdefault(fold(word), symbol)
    return symbols


def _symbol(word: str) -> str | None:
    """The symbol of a word with its value behind it; ``""`` says nothing, ``None`` is no date."""
    if word in _SIGNS:
        return word
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    if digits.isdecimal():
        if len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR:  # noqa: PLR2004  # digits, months
            return None if word.endswith("0s") else f"Y{digits}"
        return f"D{digits}" if len(digits) <= 2 and digits == word else None  # noqa: PLR2004  # digits, months
    return _words().get(word)


def _symbols(text: str) -> list[str] | None:
    found: list[str] = []
    for token in _TOKEN.findall(text):
        symbol = _symbol(token if token[0].isdigit() else fold(token) or token)
        if symbol is None:
            return None
        if symbol:
            found.append(symbol)
    return found


def _side(symbols: list[str]) -> DateParts | None:
    shape = "".join(symbol[0] for symbol in symbols)
    if shape not in _SHAPES:
        return None
    values = {symbol[0]: int(symbol[1:]) for symbol in symbols}
    return DateParts(values.get("Y", 0), values.get("M", 0), values.get("D", 0), values.get("S", 0))


def _abbreviated_year(start: DateParts, end: list[str]) -> DateParts | None:
    """The year that "99" means after 1998: the next one that ends so."""
    if len(end) != 1 or end[0][0] != "D" or start.month or start.season or start.day:
        return None
    year = start.year - start.year % 100 + int(end[0][1:])
    return DateParts(year if year > start.year else year + 100)


def _completed(start: DateParts, end: DateParts) -> tuple[DateParts, DateParts]:
    """Both ends of a range, each with what it leaves to the other to say."""
    if start.day and not start.month and end.month:
        start = replace(start, month=end.month)
    if end.day and not end.month and start.month:
        end = replace(end, month=start.month)
    if not start.year:
        start = replace(start, year=end.year)
    if not end.year:
        end = replace(end, year=start.year)
    return start, end


def _ordered(parts: DateParts) -> tuple[int, int, int]:
    return parts.year, parts.month or parts.season * 3, parts.day


def _range(left: list[str], right: list[str]) -> DateRange | None:
    start = _side(left)
    if start is None:
        return None
    if not right or right == ["O"]:
        return DateRange(start, None) if start.year and is_possible(start) else None
    end = _abbreviated_year(start, right) or _side(right)
    if end is None:
        return None
    if start.season and right[0][0] in "YD" and len(right) == 1:
        # "Winter 2003/2004" is one season, named after the year it begins in.
        return DateRange(start, start) if start.year else None
    start, end = _completed(start, end)
    if not (start.year and end.year and is_possible(start) and is_possible(end)):
        return None
    return DateRange(start, end) if _ordered(start) <= _ordered(end) else None


def _from_symbols(symbols: list[str]) -> DateRange | None:
    circa = any(symbol in "~?" for symbol in symbols)
    symbols = [symbol for symbol in symbols if symbol not in "~?"]
    breaks = [index for index, symbol in enumerate(symbols) if symbol in "-/"]
    if len(breaks) > 1 or not symbols:
        return None
    if breaks:
        found = _range(symbols[: breaks[0]], symbols[breaks[0] + 1 :])
    else:
        parts = _side(symbols)
        found = DateRange(parts, parts) if parts and parts.year and is_possible(parts) else None
    return replace(found, circa=True) if found and circa else found


def _numeric(text: str, *, dash: bool) -> DateRange | None:
    """Dates all in digits; ``dash`` says that a real dash, not a hyphen, was printed."""
    match = _NUMERIC.fullmatch(text) or _CJK.fullmatch(text) or _BASIC.fullmatch(text)
    if match:
        groups = match.groups()
        values = [int(group) for group in (groups[0], *groups[-2:]) if group]
        return _possible(DateParts(*values))
    match = _NUMERIC_END.fullmatch(text)
    if match:
        first, second = int(match[1]), int(match[3])
        day_first = match[2] == "." or first > 12 or first == second  # noqa: PLR2004  # months
        if day_first:
            return _possible(DateParts(int(match[4]), second, first))
        return _possible(DateParts(int(match[4]), first, second)) if second > 12 else None  # noqa: PLR2004  # digits, months
    match = _YEAR_MONTH.fullmatch(text)
    if match and not dash and match[2] == "-":
        number, following = int(match[3]), int(match[1]) % 100 + 1
        return parse_edtf(text) if number != following or number <= 12 else None  # noqa: PLR2004  # digits, months
    return None


def _possible(parts: DateParts) -> DateRange | None:
    good = is_possible(parts) and _FIRST_YEAR <= parts.year <= _LAST_YEAR
    return DateRange(parts, parts) if good else None


@lru_cache(maxsize=4096)
def _parse(text: str) -> DateRange | None:
    plain = straighten(strip_markup(text)).strip(" \t\n,;.()[]©")
    dash = any(mark in text for mark in _EN_DASHES)
    found = _numeric(plain, dash=dash)
    if found is not None:
        return found
    if _NUMERIC_END.fullmatch(plain):
        return None
    plain = _TIME.sub(" ", plain) if ":" in plain else plain
    symbols = _symbols(plain.lower())
    return _from_symbols(symbols) if symbols else None


def parse_date(text: str) -> Date:
    """The date that ``text`` is as a whole, in whatever of eleven languages it is printed.

    Nothing is invented: without a year, with an impossible day, with words that belong to no
    date, or with day and month in digits that could be either, it stays ``Literal``. A letter
    after the year is dropped, "?" and "c." make it circa, "Winter 2003/2004" is the winter
    that begins in 2003.

    Example:
        >>> format_edtf(parse_date("28th of Dec. 2010")), parse_date("n.d.")
        ('2010-12-28', Literal(text='n.d.'))
    """
    found = _parse(text) if len(text) <= _LONGEST else None
    return Literal(" ".join(text.split())) if found is None else found


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates in running text that can be trusted, in order, none inside another.

    These are years from 1000 to 2099 that stand as numbers of their own, with the month, season
    or day before or after them, and days with a month but without a year (as ``Literal``).
    """
    found = []
    for match in date_pattern().finditer(straighten(text)):
        printed = text[match.start() : match.end()]
        date = parse_date(printed)
        if isinstance(date, DateRange) or match["day"] is not None:
            found.append(FoundDate(match.start(), match.end(), date))
    return tuple(found)
