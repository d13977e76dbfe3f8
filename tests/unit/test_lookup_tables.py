"""Every entry of every lookup table of names, dates, pages, numbers and types has its row.

The rows are in files ``entries_<table>.toml``, a section for each table of the data file of that
name. Both lists must match: an entry without a row fails, and so does a row without an entry.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from citekit.fields.dates import find_dates, format_edtf, parse_date
from citekit.fields.east_asian_names import (
    is_western_given,
    japanese_given_likelihood,
    language_class,
)
from citekit.fields.names import parse_name, parse_names
from citekit.fields.numbers import parse_edition, parse_ordinal
from citekit.fields.organisations import is_legal_form
from citekit.fields.page_ranges import parse_pages
from citekit.fields.pages import parse_locator
from citekit.fields.volumes import VolumeNumbers, parse_issue, parse_number, parse_volume
from citekit.model.citation import Label
from citekit.model.reference import DateRange, Literal, Name, Reference
from citekit.model.spans import TracedText
from citekit.model.variables import TextVariable
from citekit.refparser.building import build_reference
from citekit.refparser.item_types import names_database, names_series
from citekit.text.data import load_table

CASES = Path(__file__).parents[1] / "cases"
PACKAGES = {"fields": "citekit.fields", "refparser": "citekit.refparser"}

Section = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of a table, with how it is printed and what must come of that."""

    table: str
    entry: str
    check: str
    printed: str
    expected: str


def shown_names(text: str) -> str:
    return " ; ".join(map(shown_name, parse_names(text)))


def shown_name(name: Name) -> str:
    if isinstance(name, Literal):
        return f"{{{name.text}}}"
    parts = (name.family, name.given, name.non_dropping_particle, name.suffix)
    return " | ".join(parts).rstrip(" |")


def shown_date(text: str) -> str:
    date = parse_date(text)
    return format_edtf(date) if isinstance(date, DateRange) else f"'{date.text}'"


def shown_volume(found: VolumeNumbers) -> str:
    names = ("volume", "issue", "part", "count")
    return " | ".join(f"{name} {getattr(found, name)}" for name in names if getattr(found, name))


def shown_locator(text: str) -> str:
    found = parse_locator(text)
    return f"{found.label} {found.value}" if found else ""


def shown_found_dates(text: str) -> str:
    return " | ".join(text[found.start : found.end] for found in find_dates(text))


def built(**values: str) -> Reference:
    """The reference of labelled values, which stand in a line parted by commas."""
    labels, at = [], 0
    for variable, value in values.items():
        labels.append(Label(at, at + len(value), variable.replace("_", "-")))
        at += len(value) + 2
    return build_reference(TracedText.of(", ".join(values.values())), labels, path="case")


def type_by(variable: str, **others: str) -> Callable[[str], str]:
    return lambda text: built(**{variable: text}, **others).type.value


def shown_place(text: str) -> str:
    place = TextVariable.PUBLISHER_PLACE
    return f"{place.value} {built(publisher_place=text).text(place)}".removesuffix(
        f"{place.value} "
    )


CHECKS: Mapping[str, Callable[[str], str]] = {
    "names": shown_names,
    "name": lambda text: shown_name(parse_name(text)),
    "legal form": lambda text: str(is_legal_form(text)),
    "family of korean": lambda text: str(language_class(text, "korean")),
    "family of chinese": lambda text: str(language_class(text, "chinese")),
    "family of vietnamese": lambda text: str(language_class(text, "vietnamese")),
    "family of japanese": lambda text: str(language_class(text, "japanese")),
    "japanese given": lambda text: str(japanese_given_likelihood(text)),
    "western given": lambda text: str(is_western_given(text)),
    "date": shown_date,
    "found dates": shown_found_dates,
    "locator": shown_locator,
    "ordinal": lambda text: str(parse_ordinal(text)),
    "edition": parse_edition,
    "volume": lambda text: shown_volume(parse_volume(text)),
    "issue": lambda text: shown_volume(parse_issue(text)),
    "chapter": lambda text: parse_number(text, "chapter"),
    "section": lambda text: parse_number(text, "section"),
    "pages": parse_pages,
    "genre": type_by("genre", author="Ann Hart", title="War"),
    "title": type_by("title", issued="1999"),
    "container": type_by("container-title", author="Ann Hart", title="War", issued="1999"),
    "periodical": type_by("container-title", author="Ann Hart", title="War", issued="May 1999"),
    "series": lambda text: str(names_series(text.casefold())),
    "database": lambda text: str(names_database(text)),
    "publisher-place": shown_place,
}


def sections(table: Mapping[str, object], path: str = "") -> Iterator[tuple[str, Section]]:
    for key, value in table.items():
        if isinstance(value, dict) and "check" in value:
            yield path + key, value
        elif isinstance(value, dict):
            yield from sections(value, f"{path}{key}.")


def rows_of(name: str, section: Section) -> Iterator[Row]:
    check = str(section["check"])
    explicit, values = section.get("rows"), section.get("values")
    if isinstance(explicit, dict):
        for entry, (printed, expected) in explicit.items():
            yield Row(name, entry, check, printed, expected)
        return
    by_value = values if isinstance(values, dict) else {"": section["entries"]}
    for value, entries in by_value.items():
        for entry in listed(entries):
            filled = {"cap": entry[:1].upper() + entry[1:], "upper": entry.upper(), "value": value}
            printed, expected = (
                str(section[key]).format(entry, **filled) for key in ("printed", "expected")
            )
            yield Row(name, entry, check, printed, expected)


def entries_of(table: Mapping[str, object], path: str) -> frozenset[str]:
    """The entries of the table at ``path`` of a data file, in whichever shape it has."""
    value: object = table
    for key in path.split("."):
        value = value[key] if isinstance(value, dict) else value
    if isinstance(value, dict):
        if not all(isinstance(words, str | list) for words in value.values()):
            return frozenset(value)
        return frozenset(word for words in value.values() for word in listed(words))
    return frozenset(listed(value))


def listed(value: object) -> list[str]:
    if isinstance(value, str):
        return value.split()
    return [str(word) for word in value] if isinstance(value, list) else []


def tables_of(table: Mapping[str, object], known: frozenset[str], path: str = "") -> Iterator[str]:
    for key, value in table.items():
        inner = isinstance(value, dict) and any(name.startswith(f"{path}{key}.") for name in known)
        if inner and isinstance(value, dict):
            yield from tables_of(value, known, f"{path}{key}.")
        else:
            yield path + key


FILES = sorted(CASES.glob("*/entries_*.toml"))
SECTIONS = {
    (file.parent.name, file.stem.removeprefix("entries_")): dict(
        sections(tomllib.loads(file.read_text("utf-8")))
    )
    for file in FILES
}
TABLES = [(package, name, key) for (package, name), found in SECTIONS.items() for key in found]


@pytest.mark.parametrize(("package", "name"), SECTIONS)
def test_every_entry_has_a_row_and_every_row_its_entry(package: str, name: str) -> None:
    table, found = load_table(PACKAGES[package], name), SECTIONS[package, name]
    assert set(tables_of(table, frozenset(found))) == set(found)
    for key, section in found.items():
        assert {row.entry for row in rows_of(key, section)} == entries_of(table, key), key


@pytest.mark.parametrize(("package", "name", "key"), TABLES)
def test_entries_do_what_they_are_listed_for(package: str, name: str, key: str) -> None:
    rows = list(rows_of(key, SECTIONS[package, name][key]))
    found = [CHECKS[row.check](row.printed) for row in rows]
    wrong = [(row, value) for row, value in zip(rows, found, strict=True) if value != row.expected]
    assert rows
    assert not wrong, "\n".join(f"{row}: {value}" for row, value in wrong)
