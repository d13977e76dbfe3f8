"""The year of an entry."""

import re

from citekit.checker.bib_file import Entry

_DIGITS = 4
_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")


def entry_year(entry: Entry) -> int:
    """The year that the entry itself gives, the first one of a range; 0 if that is not certain."""
    field = entry.first("date", "year")
    return year_of(field.value) if field is not None else 0


def year_of(value: str) -> int:
    """The year at the beginning of a date or in a year, 0 if there is none."""
    value = value.strip("{} \t\r\n")
    digits = value[:_DIGITS]
    if len(digits) < _DIGITS or not (digits.isascii() and digits.isdigit()):
        return 0
    return 0 if value[_DIGITS : _DIGITS + 1].isalnum() else int(digits)


def years_of(value: str) -> list[str]:
    """All years of 1000 to 2099 in ``value``."""
    return _YEAR.findall(value)
