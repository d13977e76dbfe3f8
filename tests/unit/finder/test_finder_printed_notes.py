"""Printed notes are found whole, each with its mark, and nothing else is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.finder.printed_notes import find_printed_notes
from citekit.model.document import Document
from citekit.readers.reading import read_bytes

CASES = Path(__file__).parents[2] / "cases/finder/printed_notes.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]


def read(source: str) -> Document:
    return read_bytes(source.encode(), "case.md").document


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_notes_are_found_whole(row: dict[str, Any]) -> None:
    document = read(row["source"])
    found = find_printed_notes(document)
    notes = [
        [p.marker, " ".join(document.text[s.start : s.end] for s in p.text.pieces)]
        for p in found.passages
    ]
    assert notes == row["notes"]


@pytest.mark.parametrize(
    "row", [r for r in ROWS if "<sup>" in r["source"]], ids=lambda r: r["name"]
)
def test_every_note_knows_its_mark(row: dict[str, Any]) -> None:
    document = read(row["source"])
    for passage in find_printed_notes(document).passages:
        assert passage.mark is not None
        assert document.text[passage.mark.start : passage.mark.end] == passage.marker
        assert passage.mark.end < passage.text.start


def test_blocks_of_notes_are_given_back() -> None:
    document = read(ROWS[0]["source"])
    found = find_printed_notes(document)
    texts = [document.blocks[i].text.text for i in sorted(found.blocks)]
    assert [text.split()[0] for text in texts] == ["1", "2"]
