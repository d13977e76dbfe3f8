"""Dates printed in digits, Roman numerals, or East Asian characters."""

import re
from functools import cache

from citekit.fields.edtf import is_possible, parse_edtf
from citekit.fields.numbers import roman_to_int
from citekit.model.reference import DateParts, DateRange
from citekit.text.data import load_table

FIRST_YEAR, LAST_YEAR = 1000, 2099
_MONTHS = 12
_FIRST_PRINTED = 1450

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}.{0,30})?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})")
_DAYS = re.compile(r"(\d{1,2})\.\s?-\s?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_BASIC = re.compile(r"((?:1[5-9]|20)\d{2})(\d{2})(\d{2})")
_YEAR_MONTH = re.compile(r"(\d{4})([-/])(\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})")
_ROMAN = re.compile(r"[MDCLXVI]{4,15}")
_DIGIT = "[0-9０-９〇零元一二三四五六七八九十百]"
_CJK_SHAPE = (
    rf"({_DIGIT}{{1,9}})\s?[年년](?:\s?({_DIGIT}{{1,3}})\s?[月월]"
    rf"(?:\s?({_DIGIT}{{1,3}})\s?[日일号號])?)?(?:\s?[(（]\d{{4}}[年년]?[)）]?)?"
)
_HAN_VALUES = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "元": 1,
}


def is_ambiguous_day(text: str) -> bool:
    """Whether ``text``, in digits, has the year last and day and month in either order."""
    return _YEAR_LAST.fullmatch(text) is not None


def parse_numeric(text: str, *, dash: bool) -> DateRange | None:
    """The date that a straightened text without words is, ``None`` for none.

    ``dash`` says that a real dash was printed, which makes a range of "2006–07". Day and month
    that could be either way round give ``None``.
    """
    for parse in (_year_first, _year_last, _days, _month_year, parse_han_date, _roman):
        found = parse(text)
        if found is not None:
            return found
    return _year_and_month(text, dash=dash)


def _date(year: int, month: int = 0, day: int = 0) -> DateRange | None:
    parts = DateParts(year, month, day)
    good = is_possible(parts) and FIRST_YEAR <= year <= LAST_YEAR
    return DateRange(parts, parts) if good else None


def _year_first(text: str) -> DateRange | None:
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        return _date(int(match[1]), int(match[3]), int(match[4]))
    match = _BASIC.fullmatch(text)
    return _date(*map(int, match.groups())) if match else None


def _year_last(text: str) -> DateRange | None:
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or first > _MONTHS or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > _MONTHS else None


def _days(text: str) -> DateRange | None:
    """Days of one month: "28.-30.5.1999"."""
    match = _DAYS.fullmatch(text)
    if match is None:
        return None
    first, last, month, year = map(int, match.groups())
    start, end = _date(year, month, first), _date(year, month, last)
    return DateRange(start.start, end.end) if start and end and first < last else None


def _month_year(text: str) -> DateRange | None:
    match = _MONTH_YEAR.fullmatch(text)
    return _date(int(match[2]), int(match[1])) if match and int(match[1]) else None


def _year_and_month(text: str, *, dash: bool) -> DateRange | None:
    """A year with a month in digits, but not "1998-99" and "2003/04", which are two years."""
    match = _YEAR_MONTH.fullmatch(text)
    if match is None or dash:
        return None
    number, following = int(match[3]), int(match[1]) % 100 + 1
    if match[2] == "/":
        return None if number in {0, following} else _date(int(match[1]), number)
    return parse_edtf(text) if number != following or number <= _MONTHS else None


def _roman(text: str) -> DateRange | None:
    """The year on old title pages: "MDCCLXXVI"."""
    year = roman_to_int(text) if _ROMAN.fullmatch(text) else None
    return _date(year) if year is not None and year >= _FIRST_PRINTED else None


@cache
def _han_date() -> re.Pattern[str]:
    eras = "|".join(_eras())
    return re.compile(rf"({eras})?\s?{_CJK_SHAPE}")


@cache
def _eras() -> dict[str, int]:
    table = load_table("citekit.fields", "dates").get("eras", {})
    return {str(era): int(year) for era, year in table.items()} if isinstance(table, dict) else {}


def _han_number(text: str) -> int:
    """The value of digits or of a number in Han characters ("二〇一〇", "四十五")."""
    if text.isdecimal():
        return int(text)
    if "十" not in text and "百" not in text:
        digits = "".join(str(_HAN_VALUES.get(sign, sign)) for sign in text)
        return int(digits) if digits.isdecimal() else 0
    hundreds, hundred, rest = text.rpartition("百")
    tens, ten, ones = rest.partition("十")
    value = 100 * (_han_digit(hundreds) or 1) if hundred else 0
    return value + (10 * (_han_digit(tens) or 1) if ten else 0) + _han_digit(ones)


def _han_digit(text: str) -> int:
    return _HAN_VALUES.get(text, 0)


def parse_han_date(text: str) -> DateRange | None:
    """The date that ``text`` is in Chinese, Japanese or Korean, eras included ("昭和45年")."""
    match = _han_date().fullmatch(text)
    if match is None:
        return None
    year, month, day = (_han_number(part) if part else 0 for part in match.groups()[1:])
    return _date(year + (_eras()[match[1]] if match[1] else 0), month, day)
