"""Dates as they stand in entries of a ``.bib`` file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from citekit.fields.dates import parse_date
from citekit.fields.edtf import parse_edtf
from citekit.formats.bib_table import rows_for, table_of
from citekit.formats.latex_decoding import decode_latex
from citekit.model.reference import Date, DateRange, Literal
from citekit.model.variables import DateVariable, ItemType

_RANGE = re.compile(r"(?<=\d)\s?(?:--|–|-)\s?(?=\d{4}\b|$)")


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date and the fields that it was read from."""

    date: Date
    fields: tuple[str, ...]


@lru_cache(maxsize=4096)
def parse_bib_date(text: str) -> Date | None:
    """The date of a field: in EDTF, or as people print it; ``None`` for an empty field."""
    # EDTF's "~" must not be taken for TeX's.
    found = parse_edtf(text)
    if found is not None:
        return found
    plain = decode_latex(text)
    return parse_date(plain) if plain else None


@lru_cache(maxsize=4096)
def _year_month_day(year: str, month: str, day: str) -> Date | None:
    year = _RANGE.sub("/", year).strip()
    year = year if parse_edtf(year) else decode_latex(year)
    # BibTeX has no field for the day: "10~" # jul.
    month = decode_latex(month.replace("~", " "))
    day = decode_latex(day)
    if not (year or month):
        return None
    if month.isdecimal():
        shaped = f"{year}-{int(month[:4]):02d}" + (f"-{int(day):02d}" if day.isdecimal() else "")
        found: Date | None = parse_edtf(shaped)
        if found is not None:
            return found
    parts = " ".join(filter(None, (day, month, year)))
    found = (None if month or day else parse_edtf(year)) or parse_date(parts)
    if isinstance(found, Literal) and isinstance(parse_date(year), DateRange):
        # A month that is none ("Michaelmas") must not cost the year; it is kept elsewhere.
        return None
    return Literal(parts) if isinstance(found, Literal) else found


def names_of_parts(name: str) -> tuple[str, ...]:
    """The fields for year, month and day in the stead of the field ``name``."""
    prefix = name.removesuffix("date")
    return (f"{prefix}year", f"{prefix}month", f"{prefix}day")


def read_date(fields: Mapping[str, str], name: str) -> ReadDate | None:
    """The date of BibLaTeX's field ``name``, or of the year, month and day in its stead.

    The names of these are like ``urlyear`` for ``urldate``. A month that cannot be read is left
    out, and not among the fields that the result speaks of.
    """
    date = parse_bib_date(fields[name]) if name in fields else None
    if date is not None:
        return ReadDate(date, (name,))
    names = names_of_parts(name)
    year, month, day = (fields.get(part, "") for part in names)
    if not (year or month):
        return None
    date = _year_month_day(year, month, day)
    if date is not None:
        return ReadDate(date, names)
    date = _year_month_day(year, "", "")
    return None if date is None else ReadDate(date, names[:1])


@dataclass(frozen=True, slots=True)
class DateField:
    """A field for a date, and those that may stand in its stead or beside it."""

    variable: DateVariable
    name: str
    names: frozenset[str]


@cache
def date_fields(item_type: ItemType) -> tuple[DateField, ...]:
    """The dates that entries of ``item_type`` may have."""
    aliases = table_of("field_aliases")
    return tuple(
        DateField(row.variable, name, frozenset((name, *names_of_parts(name))))
        for row in rows_for(item_type)
        if isinstance(row.variable, DateVariable)
        for name in (row.biblatex, *(a for a, meant in aliases.items() if meant == row.biblatex))
    )
