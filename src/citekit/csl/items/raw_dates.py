"""Dates written as text."""

import re
from functools import lru_cache

from citekit.fields.dates import parse_date
from citekit.fields.edtf import is_possible, parse_edtf
from citekit.model.reference import Date, DateRange, Literal, single_date

_ERA = re.compile(
    r"(?P<circa>ca?\.?\s*|circa\s+)?(?P<year>\d{1,6})\s*"
    r"(?P<era>b\.?\s?c\.?(?:\s?e\.?)?|a\.?\s?d\.?|c\.?\s?e\.?)",
    re.IGNORECASE,
)
_AD_FIRST = re.compile(r"a\.?d\.?\s*(?P<year>\d{1,6})", re.IGNORECASE)
_SMALL_YEAR = re.compile(r"(?P<circa>ca?\.?\s*|circa\s+)?(?P<sign>[-−]?)(?P<year>\d{1,3})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})/(?:(?P<day>\d{1,2})/)?(?P<year>\d{4})")
_RANGE = re.compile(r"(?P<start>[^-–]+?)\s*(?:--?|–)\s*(?P<end>[^-–]+)")
_LONGEST = 200


def _with_era(text: str) -> DateRange | None:
    match = _ERA.fullmatch(text)
    if match is None:
        match = _AD_FIRST.fullmatch(text)
        return single_date(int(match["year"])) if match else None
    year = int(match["year"])
    date = single_date(1 - year if match["era"].lower().startswith("b") else year)
    return DateRange(date.start, date.end, circa=bool(match["circa"]))


def _small_year(text: str) -> DateRange | None:
    match = _SMALL_YEAR.fullmatch(text)
    if match is None:
        return None
    year = int(match["year"])
    date = single_date(1 - year if match["sign"] and year else year)
    return DateRange(date.start, date.end, circa=bool(match["circa"]))


def _with_month(text: str) -> DateRange | None:
    """A month in digits: "1917/3", "3/1917", "3/8/1917" in the American order."""
    match = _YEAR_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if match is None:
        return None
    day = int(match.groupdict().get("day") or 0)
    date = single_date(int(match["year"]), int(match["month"]), day)
    return date if date.start.month and is_possible(date.start) else None


def _range_of_eras(text: str) -> DateRange | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    start, end = _with_era(match["start"]), _with_era(match["end"])
    return DateRange(start.start, end.end, circa=start.circa) if start and end else None


@lru_cache(maxsize=4096)
def _parse(text: str) -> Date:
    bare = text.strip(" []()?.,;")
    for parse in (parse_edtf, _with_era, _range_of_eras, _small_year, _with_month):
        found = parse(text if parse is parse_edtf else bare)
        if found is not None:
            is_doubtful = found.circa or "?" in text
            return DateRange(found.start, found.end, is_doubtful)
    date = parse_date(text.replace("--", "–"))
    return Literal(text) if isinstance(date, Literal) else date


def read_raw_date(text: str) -> Date | None:
    """The date that ``text`` is, a ``Literal`` where it is none, ``None`` where it is empty.

    Takes EDTF (where the year -0044 is 45 BC), years with an era ("50BC"), years of fewer than
    four digits, months in digits ("3/8/1917" as citeproc-js, in the American order), and whatever
    :func:`citekit.fields.dates.parse_date` knows: "12 May 2003", "May 1983/June 1984", "[1986?]".
    Text in straight quotation marks is not parsed.
    """
    text = " ".join(text.split())
    if not text:
        return None
    if len(text) > 1 and text[0] == text[-1] == '"':
        return Literal(text[1:-1]) if text[1:-1].strip() else None
    return Literal(text) if len(text) > _LONGEST else _parse(text)
