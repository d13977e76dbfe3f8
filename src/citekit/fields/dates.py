"""Dates as they are printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from citekit.fields.edtf import format_edtf, is_possible, parse_edtf
from citekit.fields.found_dates import date_pattern
from citekit.fields.numeric_dates import FIRST_YEAR, LAST_YEAR, is_ambiguous_day, parse_numeric
from citekit.fields.original_dates import split_original
from citekit.model.reference import Date, DateParts, DateRange, Literal
from citekit.text.data import load_mapping, load_table, load_words
from citekit.text.folding import fold, straighten, strip_markup

__all__ = ["FoundDate", "find_dates", "format_edtf", "parse_date", "parse_edtf"]

_LONGEST = 200
_EDGES = " \t\n,;.()[]©℗"
_TIME = re.compile(
    r"(?:,|\bat\b|\bum\b|-)?\s*\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?"
    r"|\b(?:at|um|à)\s\d{1,2}[.h]\d{2}(?:\s?[ap]\.?m\b\.?|\sUhr)?"
)
# "01-May-1999"
_HYPHENATED = re.compile(r"(\d{1,2})-([^\W\d_]{3,12})\.?-(\d{4})")
# The letter that tells works of one year apart, set off.
_LETTER_APART = re.compile(r"(\d{4}) [a-z](?=[)\],;.]|$)")
# A "c" at once before a year of print is the sign of copyright, before an older one "circa".
_COPYRIGHT = re.compile(r"\bc(?=(?:19|20)\d{2}\b)")
_TOKEN = re.compile(r"\d{4}[a-z]?(?![^\W_])|\d+|[^\W\d_]+|[-/?~]")
_SIGNS = frozenset("-/?~")
_EN_DASHES = "\u2012\u2013\u2014"
_SHAPES = frozenset(
    {"Y", "MY", "SY", "YM", "YS", "DMY", "MDY", "YMD", "YDM", "D", "M", "S", "DM", "MD", "DY"}
)


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
    roles = {
        "circa": "~",
        "open": "O",
        "since": "F",
        "through": "-",
        "filler": "",
        "weekday": "",
        "ordinal": "",
    }
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
        if len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR:  # noqa: PLR2004  # digits, months
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
    since = symbols[0] == "F"
    symbols = [symbol for symbol in symbols if symbol not in "~?F"]
    breaks = [index for index, symbol in enumerate(symbols) if symbol in "-/"]
    if len(breaks) > 1 or not symbols:
        return None
    if breaks:
        found = _range(symbols[: breaks[0]], symbols[breaks[0] + 1 :])
    elif since:
        found = _range(symbols, [])
    else:
        parts = _side(symbols)
        found = DateRange(parts, parts) if parts and parts.year and is_possible(parts) else None
    return replace(found, circa=True) if found and circa else found


@cache
def _status() -> re.Pattern[str]:
    """The pattern of what is printed for, or before, a date that is not known or yet to come."""
    phrases = load_words("citekit.fields", "dates", "undated") | load_words(
        "citekit.fields", "dates", "pending"
    )
    body = "|".join(
        re.escape(phrase).replace(r"\.", r"\.?").replace(r"\ ", r"\s?")
        for phrase in sorted(phrases, key=len, reverse=True)
    )
    return re.compile(rf"(?:{body})(?!\w)[\s,;:]*(?=[(\[]?\D{{0,10}}\d)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _parse(text: str) -> DateRange | None:
    plain = split_original(straighten(strip_markup(text))).issued.strip(_EDGES)
    status = _status().match(plain)
    plain = plain[status.end() :].strip(_EDGES) if status else plain
    dash = any(mark in text for mark in _EN_DASHES)
    found = parse_numeric(plain, dash=dash)
    if found is not None or is_ambiguous_day(plain):
        return found
    plain = _TIME.sub(" ", plain)
    plain = _HYPHENATED.sub(r"\1 \2 \3", plain)
    plain = _LETTER_APART.sub(r"\1", _COPYRIGHT.sub("", plain.replace("&", " and ")))
    symbols = _symbols(plain.lower())
    return _from_symbols(symbols) if symbols else None


def parse_date(text: str) -> Date:
    """The date that ``text`` is as a whole, in whatever of some twenty languages it is printed.

    Nothing is invented: without a year, with an impossible day, with words that belong to no
    date, or with day and month in digits that could be either, it stays ``Literal``. A letter
    after the year is dropped, "?" and "c." make it circa, "Winter 2003/2004" is the winter
    that begins in 2003. Of two years the later is meant, that of the work in hand and not of its
    original ("1999 [1887]").

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
