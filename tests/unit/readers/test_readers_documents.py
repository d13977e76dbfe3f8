"""The readers, each on whole files: what a person sees is what they give."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from citekit.fields.edtf import format_edtf
from citekit.model.document import Block, Document
from citekit.model.reference import DateRange, Literal, Name
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable
from citekit.readers.reading import read_bytes

CASES = Path(__file__).parents[2] / "cases" / "readers"


def rows(name: str) -> list[Any]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in table["case"]]


def shown(block: Block) -> str:
    return f"{block.kind} {block.level}: {block.text.text}"


def read(source: str, name: str) -> Document:
    return read_bytes(source.encode(), name).document


@pytest.mark.parametrize("row", rows("markdown_inline"))
def test_a_paragraph_of_markdown_reads_as_a_person_reads_it(row: Mapping[str, Any]) -> None:
    (block,) = read(row["source"], "a.md").blocks
    runs = [
        "|".join(filter(None, (run.markup.value, block.text.text[run.start : run.end], run.target)))
        for run in block.text.runs
    ]
    assert (block.text.text, sorted(runs)) == (row["text"], sorted(row["runs"]))


@pytest.mark.parametrize("row", rows("markdown_blocks"))
def test_markdown_is_cut_into_blocks(row: Mapping[str, Any]) -> None:
    assert [shown(block) for block in read(row["source"], "a.md").blocks] == row["blocks"]


@pytest.mark.parametrize("row", rows("plain_blocks"))
def test_plain_text_is_cut_into_blocks(row: Mapping[str, Any]) -> None:
    assert [shown(block) for block in read(row["source"], "a.txt").blocks] == row["blocks"]


@pytest.mark.parametrize("row", rows("html_blocks"))
def test_pages_are_cut_into_blocks_and_zones(row: Mapping[str, Any]) -> None:
    blocks = read("<!doctype html>" + row["source"], "a.html").blocks
    assert [f"{block.zone} {shown(block)}" for block in blocks] == row["blocks"]


@pytest.mark.parametrize("row", rows("html_notes"))
def test_notes_of_pages_are_told_from_their_text(row: Mapping[str, Any]) -> None:
    document = read("<!doctype html>" + row["source"], "a.html")
    notes = [f"{note.marker}: {note.text.text}" for note in document.notes]
    assert (document.blocks[0].text.text, notes) == (row["body"], row["notes"])


@pytest.mark.parametrize("row", rows("html_metadata"))
def test_pages_say_what_they_are(row: Mapping[str, Any]) -> None:
    assert sorted(declared(read("<!doctype html>" + row["source"], "a.html"))) == sorted(
        row["values"]
    )


def declared(document: Document) -> list[str]:
    metadata = document.metadata
    if not metadata.variables:
        return []
    values = [f"type={metadata.type}"]
    for variable in metadata.variables:
        match variable:
            case TextVariable():
                value = metadata.text(variable)
            case NumberVariable():
                value = metadata.number(variable)
            case DateVariable():
                date = metadata.dates[variable]
                value = format_edtf(date) if isinstance(date, DateRange) else date.text
            case NameVariable():
                value = "; ".join(printed(name) for name in metadata.name_list(variable))
        values.append(f"{variable}={value}")
    return values


def printed(name: Name) -> str:
    return name.text if isinstance(name, Literal) else f"{name.family}, {name.given}"


def test_markdown_notes_know_their_marks() -> None:
    source = "One[^a] and^[An *inline* note.].\n\n[^a]: First.\n\n    Second.\n\nAfter.\n"
    document = read(source, "a.md")
    assert [block.text.text for block in document.blocks] == ["One and.", "After."]
    found = [
        (note.marker, note.text.text, note.mark and source[note.mark.start : note.mark.end])
        for note in document.notes
    ]
    assert found == [
        ("1", "First. Second.", "[^a]"),
        ("2", "An inline note.", "^[An *inline* note.]"),
    ]


def test_numbered_markdown_notes_keep_their_numbers() -> None:
    document = read("A[^7]\n\n[^7]: Note.\n[^9]: Not called.\n", "a.md")
    assert [(n.label, n.marker, n.mark is None) for n in document.notes] == [
        ("7", "7", False),
        ("9", "9", True),
    ]


def test_a_mark_without_a_note_stays_in_the_text() -> None:
    assert read("A[^7] here, and `code`", "a.md").blocks[0].text.text == "A[^7] here, and code"


def test_front_matter_becomes_metadata_with_origins() -> None:
    source = (
        '---\ntitle: "On Walls"\nauthor:\n  - Jane Doe\n  - Max Müller\n'
        "date: 2020-05-06\nlang: en\n---\n\nText\n"
    )
    document = read(source, "a.md")
    assert sorted(declared(document)) == [
        "author=Doe, Jane; Müller, Max",
        "issued=2020-05-06",
        "language=en",
        "title=On Walls",
        "type=document",
    ]
    (origin,) = document.metadata.origins[TextVariable.TITLE]
    assert source[origin.start : origin.end] == "On Walls"
    assert [block.text.text for block in document.blocks] == ["Text"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    blocks = read("---\nOnly text here\n---\nText\n", "a.md").blocks
    assert blocks[0].kind.value == "rule"


def test_origins_of_page_metadata_lead_to_the_values() -> None:
    source = '<!doctype html><meta name="citation_title" content="On Walls"><p>x'
    document = read(source, "a.html")
    (origin,) = document.metadata.origins[TextVariable.TITLE]
    assert source[origin.start : origin.end] == "On Walls"
