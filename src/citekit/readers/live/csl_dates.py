"""Dates of source lists, which keep year, month and day apart, as CSL-JSON has them."""

import re
from collections.abc import Mapping

_NUMBER = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{1,4}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def csl_date(year: str, month: str = "", day: str = "") -> Mapping[str, object]:
    """The date in CSL-JSON; a year that is no number makes it literal.

    A month is a number or an English name; one in another language is left out.
    """
    if not _YEAR.fullmatch(year):
        return {"literal": " ".join(filter(None, (day, month, year)))}
    parts = [int(year)]
    number = _month(month)
    if number:
        parts.append(number)
        if _NUMBER.fullmatch(day):
            parts.append(int(day))
    return {"date-parts": [parts]}


def _month(month: str) -> int:
    if _NUMBER.fullmatch(month):
        return int(month)
    named = (n for n, name in enumerate(_MONTHS, start=1) if month.lower().startswith(name))
    return next(named, 0)
