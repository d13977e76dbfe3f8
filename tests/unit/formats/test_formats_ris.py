"""RIS, written and read."""

import pytest

from citekit.formats.results import WriteOptions
from citekit.formats.ris import ris_table, write
from citekit.formats.ris_reader import read
from citekit.model.reference import (
    CitationKey,
    Literal,
    PersonalName,
    Reference,
    single_date,
)
from citekit.model.variables import (
    VARIABLES,
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)


def _reference(variable: object) -> Reference:
    key = CitationKey("k")
    match variable:
        case NameVariable():
            return Reference(key, names={variable: (PersonalName("Eel", "C.", suffix="Jr."),)})
        case DateVariable():
            return Reference(key, dates={variable: single_date(2005, 6, 1)})
        case NumberVariable():
            return Reference(key, numbers={variable: "12"})
        case TextVariable():
            value = "1234-5678" if variable is TextVariable.ISSN else "Value"
            return Reference(key, texts={variable: value})
        case _:
            raise AssertionError(variable)


# A tag that stands for two variables is read as the one it usually means.
@pytest.mark.parametrize("name", [name for name in ris_table("tags") if name != "annote"])
def test_a_tag_holds_its_variable(name: str) -> None:
    reference = _reference(VARIABLES[name])
    text = write([reference], WriteOptions()).text
    assert f"\n{ris_table('tags')[name]}  - " in text
    assert read(text, "x").references == (reference,)


@pytest.mark.parametrize("item_type", ItemType)
def test_every_type_is_written_and_read(item_type: ItemType) -> None:
    text = write([Reference(CitationKey("k"), item_type)], WriteOptions()).text
    assert text == f"TY  - {ris_table('types')[item_type.value]}\nID  - k\nER  - \n"
    assert read(text, "x").references[0].type in ItemType
    assert not read(text, "x").diagnostics


@pytest.mark.parametrize(("tag", "item_type"), ris_table("type_aliases").items())
def test_an_alias_of_a_type_is_read(tag: str, item_type: str) -> None:
    assert read(f"TY  - {tag}\nER  - \n", "x").references[0].type == ItemType(item_type)


@pytest.mark.parametrize(("tag", "variable"), ris_table("tag_aliases").items())
def test_an_alias_of_a_tag_is_read(tag: str, variable: str) -> None:
    found = read(f"TY  - JOUR\n{tag}  - 2005\nER  - \n", "x").references[0]
    assert found.variables == (VARIABLES[variable],)


def test_what_ris_cannot_hold_is_reported() -> None:
    reference = Reference(
        CitationKey("k"), texts={TextVariable.SCALE: "1:2"}, extra={"groups": "x"}
    )
    result = write([reference], WriteOptions())
    assert "scale" in result.diagnostics[0].message
    assert "groups" in result.diagnostics[0].message


@pytest.mark.parametrize("item_type", [ItemType.INTERVIEW, ItemType.SPEECH, ItemType.REVIEW])
def test_a_type_that_ris_cannot_tell_is_reported(item_type: ItemType) -> None:
    result = write([Reference(CitationKey("k"), item_type)], WriteOptions())
    assert f"the type {item_type.value}" in result.diagnostics[0].message


def test_pages_are_two_tags() -> None:
    reference = Reference(CitationKey("k"), numbers={NumberVariable.PAGE: "12-15"})
    text = write([reference], WriteOptions()).text
    assert "SP  - 12\nEP  - 15\n" in text
    assert read(text, "x").references[0].numbers == {NumberVariable.PAGE: "12-15"}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("PY  - 2005", single_date(2005)),
        ("PY  - 2005///", single_date(2005)),
        ("DA  - 2005/06/01/", single_date(2005, 6, 1)),
        ("Y1  - 2005///Summer", single_date(2005, season=2)),
        ("PY  - in press", Literal("in press")),
    ],
)
def test_dates_are_read(line: str, date: object) -> None:
    reference = read(f"TY  - JOUR\n{line}\nER  - \n", "x").references[0]
    assert reference.dates[DateVariable.ISSUED] == date


def test_a_record_without_end_and_a_broken_line_are_read() -> None:
    result = read("stray\nTY  - JOUR\nTI  - A long\n  title\nTY  - BOOK\nTI  - B\n", "x")
    assert [reference.title for reference in result.references] == ["A long title", "B"]
    assert [d.line for d in result.diagnostics] == [1, 5, 5]


def test_an_organisation_is_kept_as_it_is() -> None:
    reference = read("TY  - JOUR\nAU  - Ministry of Water\nER  - \n", "x").references[0]
    assert reference.names[NameVariable.AUTHOR] == (Literal("Ministry of Water"),)
