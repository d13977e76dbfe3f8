"""Notes come apart into works, locators, lead-ins and short forms."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.fields.edtf import format_edtf
from citekit.model.citation import CitationKind, Cite, Label, Passage
from citekit.model.reference import DateRange, PersonalName, Reference
from citekit.model.spans import TracedText
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.readers.reading import read_bytes
from citekit.refparser.parsing import parse_passage, parse_reference

CASES = Path(__file__).parents[2] / "cases/refparser/passages.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]
VOSS = "Voss, M. T. (2005). Rivers and borders. Meridian, 49(3), 12-31."


def passage(source: str) -> Passage:
    (block,) = read_bytes(source.encode(), "case.md").document.blocks
    return Passage(CitationKind.FOOTNOTE, block.text, "1")


def told(cite: Cite, field: str) -> str:
    """What ``cite`` says of ``field``, as the case files write it."""
    if field in {"locator", "label", "prefix", "suffix"}:
        return str(getattr(cite, field))
    target = cite.target
    if not isinstance(target, Reference):
        said = {"short": target.kind.value, "author": " ; ".join(target.authors)}
        return {**said, "title": target.title, "note": target.note}.get(field, "")
    if field == "type":
        return target.type.value
    if field in set(NameVariable):
        name = target.names[NameVariable(field)][0]
        return f"{name.family}, {name.given}" if isinstance(name, PersonalName) else name.text
    if field in set(DateVariable):
        date = target.dates[DateVariable(field)]
        return format_edtf(date) if isinstance(date, DateRange) else date.text
    if field in set(NumberVariable):
        return target.number(NumberVariable(field))
    return target.text(TextVariable(field))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_note_gives_its_cites(row: dict[str, Any]) -> None:
    cites = parse_passage(passage(row["text"]))
    assert len(cites) == len(row["cites"])
    for cite, expected in zip(cites, row["cites"], strict=True):
        assert {field: told(cite, field) for field in expected} == expected


def test_a_page_in_a_note_is_never_the_page_of_the_work() -> None:
    (cite,) = parse_passage(passage(ROWS[0]["text"]))
    assert isinstance(cite.target, Reference)
    assert NumberVariable.PAGE not in cite.target.numbers


def test_a_page_in_a_list_is_the_page_of_the_work() -> None:
    assert parse_reference(VOSS).number(NumberVariable.PAGE) == "12-31"


def test_every_value_leads_back_to_its_characters() -> None:
    source = f"Before.\n\n{ROWS[0]['text']}\n"
    document = read_bytes(source.encode(), "case.md").document
    note = Passage(CitationKind.FOOTNOTE, document.blocks[1].text, "1")
    (cite,) = parse_passage(note, path="case.md")
    assert isinstance(cite.target, Reference)
    read = {
        variable.value: " ".join(source[o.start : o.end] for o in origins)
        for variable, origins in cite.target.origins.items()
    }
    assert read["title"] == "Rivers and borders: The old question"
    assert read["container-title"] == "Meridian"
    assert read["issued"] == "Summer 2005"


def test_labels_that_come_with_a_passage_are_taken_as_they_are() -> None:
    text = TracedText.of("the Herald said so")
    found = Passage(
        CitationKind.RUNNING_TEXT,
        text,
        labels=(Label(4, 10, "container-title"),),
        type=ItemType.ARTICLE_NEWSPAPER,
    )
    (cite,) = parse_passage(found)
    assert isinstance(cite.target, Reference)
    assert cite.target.text(TextVariable.CONTAINER_TITLE) == "Herald"
    assert cite.target.title == ""


def test_a_count_of_volumes_is_no_volume() -> None:
    work = parse_reference(
        "Nora, Pierre, ed. Les Lieux de mémoire. 3 vols. Paris: Gallimard, 1984."
    )
    assert work.number(NumberVariable.NUMBER_OF_VOLUMES) == "3"
    assert work.number(NumberVariable.VOLUME) == ""
