"""The tables of types and fields of the exchange formats, row by row, in both directions."""

from dataclasses import dataclass
from importlib import import_module
from typing import cast

import pytest

from citekit.formats.format_tables import FieldRow, format_table, rows_to_write
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import Reader, WriteOptions, Writer
from citekit.formats.tree_records import TreeFormat, read_record
from citekit.formats.xml_places import make_place, parse_place
from citekit.formats.xml_tree import XmlNode
from citekit.model.reference import CitationKey, PersonalName, Reference, single_date
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)

BOTH_WAYS = ("endnote_xml", "mods", "tei", "jats", "enw", "nbib", "hayagriva")
TREES = ("endnote_xml", "mods", "tei", "jats", "hayagriva", "zotero_rdf")
DATE = single_date(2005, 6, 1)
NAMES = (PersonalName("Berg", "Ada"), PersonalName("Eel", "C."))
_VALUES = {
    TextVariable.LANGUAGE: "fr",
    TextVariable.ISSN: "1234-5679",
    TextVariable.DOI: "10.1000/a_b",
    TextVariable.URL: "http://example.org/a_b",
    TextVariable.KEYWORD: "eels, carps",
    NumberVariable.PAGE: "12-15",
    NumberVariable.NUMBER_OF_PAGES: "345",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A row with one type of work that it is written in."""

    name: str
    row: FieldRow
    type: ItemType


def _written(name: str) -> list[Written]:
    first: dict[tuple[Variable, str], Written] = {}
    for item_type in ItemType:
        if format_table(name).holds_type(item_type):
            for row in rows_to_write(name, item_type):
                first.setdefault((row.variable, row.place), Written(name, row, item_type))
    return list(first.values())


def _modules(name: str) -> tuple[Reader, Writer]:
    reader = import_module(f"citekit.formats.{name}_reader")
    return cast("Reader", reader.read), cast(
        "Writer", import_module(f"citekit.formats.{name}").write
    )


def reference_with(variable: Variable, item_type: ItemType) -> Reference:
    key = CitationKey("k")
    match variable:
        case NameVariable():
            return Reference(key, item_type, names={variable: NAMES})
        case DateVariable():
            return Reference(key, item_type, dates={variable: DATE})
        case NumberVariable():
            return Reference(key, item_type, numbers={variable: _VALUES.get(variable, "12")})
        case TextVariable():
            return Reference(key, item_type, texts={variable: _VALUES.get(variable, "Value")})


def _needs_another(case: Written) -> bool:
    """Whether the variable cannot stand alone: an address is visited only where there is one."""
    return case.name == "hayagriva" and case.row.variable is DateVariable.ACCESSED


ROWS = [
    pytest.param(case, id=f"{name}-{case.row.variable}-{case.type}")
    for name in BOTH_WAYS
    for case in _written(name)
    if not _needs_another(case)
]


@pytest.mark.parametrize("case", ROWS)
def test_a_place_holds_its_variable(case: Written) -> None:
    read, write = _modules(case.name)
    reference = reference_with(case.row.variable, case.type)
    written = write([reference], WriteOptions())
    found = read(written.text, "x")
    assert found.references[0].variables == reference.variables
    if case.name != "nbib":
        assert found.references == (reference,)
        assert not written.diagnostics
    assert not found.diagnostics


@pytest.mark.parametrize("name", BOTH_WAYS)
@pytest.mark.parametrize("item_type", ItemType)
def test_a_type_comes_back_or_is_reported(name: str, item_type: ItemType) -> None:
    read, write = _modules(name)
    title = {TextVariable.TITLE: "Eels", TextVariable.CONTAINER_TITLE: "Fishes"}
    written = write([Reference(CitationKey("k"), item_type, title)], WriteOptions())
    found = read(written.text, "x")
    assert not found.diagnostics
    if format_table(name).holds_type(item_type) or name in {"mods", "tei"}:
        assert found.references[0].type is item_type
    else:
        assert any(f"the type {item_type}" in d.message for d in written.diagnostics)


@pytest.mark.parametrize("name", [*BOTH_WAYS, "zotero_rdf"])
def test_every_type_has_a_word(name: str) -> None:
    table = format_table(name)
    assert set(table.types) == set(ItemType)
    assert set(table.read_types.values()) <= set(ItemType)


ALIASES = [
    pytest.param(name, row, id=f"{name}-{row.variable}-{row.place}")
    for name in TREES
    for row in format_table(name).aliases
]


def _type_for(name: str, row: FieldRow) -> ItemType:
    types = [ItemType(value) for value in row.types] or [ItemType.CHAPTER]
    held = [item_type for item_type in types if format_table(name).holds_type(item_type)]
    return min(held or types)


@pytest.mark.parametrize(("name", "row"), ALIASES)
def test_a_place_that_is_only_read_gives_its_variable(name: str, row: FieldRow) -> None:
    item_type = _type_for(name, row)
    module = "zotero_rdf_reader" if name == "zotero_rdf" else name
    form = cast("TreeFormat", import_module(f"citekit.formats.{module}").FORMAT)
    host = format_table(name).types[item_type].partition(" in ")[2]
    place = parse_place(row.place.replace("{host}", host))
    assert place is not None
    record = XmlNode("record")
    node = make_place(record, place)
    value = "2005-06-01" if isinstance(row.variable, DateVariable) else "Value"
    match row.variable:
        case _ if place.attribute:
            node.attributes[place.attribute] = value
        case NameVariable() if name == "zotero_rdf":
            node.add("foaf:surname", "Berg")
            node.add("foaf:givenName", "Ada")
        case NameVariable():
            form.name_shape(row.kind).fill(node, NAMES[0])
        case DateVariable():
            node.content.append(value)
        case _:
            form.text_shape(row.kind).fill(node, value)
    draft = ReferenceDraft(item_type)
    read_record(form, record, draft)
    found = draft.finished()
    assert found.variables == (row.variable,)
    assert not found.extra
