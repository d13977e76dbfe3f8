"""Bibliography sections give their entries, divided and joined as they were meant."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.finder.bibliography import find_bibliography
from citekit.finder.headings import Section, is_heading_of
from citekit.model.document import Block, BlockKind
from citekit.model.spans import TracedText
from citekit.readers.reading import read_bytes
from citekit.text.data import load_table

CASES = Path(__file__).parents[2] / "cases/finder/bibliography.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]
HEADINGS = [
    (Section(section), name)
    for section, languages in load_table("citekit.finder", "headings").items()
    if isinstance(languages, dict)
    for names in languages.values()
    for name in names
]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_entries_are_found_whole(row: dict[str, Any]) -> None:
    document = read_bytes(row["source"].encode(), "case.md").document
    found = find_bibliography(document)
    entries = [
        " ".join(document.text[s.start : s.end] for s in p.text.pieces) for p in found.passages
    ]
    assert entries == row["entries"]


@pytest.mark.parametrize(("section", "name"), HEADINGS)
def test_every_heading_of_the_table_is_known(section: Section, name: str) -> None:
    for printed in (name, name.capitalize(), f"{name.upper()}:", f"4. {name}"):
        block = Block(BlockKind.HEADING, TracedText.of(printed), level=2)
        assert is_heading_of(block, section), printed


def test_what_is_no_entry_is_reported() -> None:
    source = "## References\n\nHart, A. War. London: Press, 1999.\n\nSee also our home page\n"
    found = find_bibliography(read_bytes(source.encode(), "case.md").document)
    assert [d.code for d in found.diagnostics] == ["no-entry"]


def test_links_below_an_entry_of_a_page_are_no_part_of_it() -> None:
    links = "<ul><li><a href='/a'>View Article</a></li><li><a href='/b'>Scholar</a></li></ul>"
    entries = "".join(
        f"<li>{n}. Hart A. (199{n}) War and its ends. Journal 12: 3-9. {links}</li>" for n in (1, 2)
    )
    prose = "<p>" + "The text of the article goes on for a while, as it should. " * 8 + "</p>"
    page = f"<html><body><article>{prose}<h2>References</h2><ol>{entries}</ol></article></body>"
    found = find_bibliography(read_bytes(page.encode(), "page.html").document)
    assert [p.text.text for p in found.passages] == [
        f"Hart A. (199{n}) War and its ends. Journal 12: 3-9." for n in (1, 2)
    ]
