"""What the adapter takes over from the harness: editing steps, filters of a bibliography."""

import pytest
from bibliography_sections import filter_ids
from document_edits import Rendered, marked_lines, replay
from harness_citations import as_citation, as_isolated, joined

from citekit.csl.citation import Position
from citekit.csl.processor import RenderedCitation

RECORDS: dict[str, dict[str, object]] = {
    "a": {"type": "book", "categories": ["x", "y"]},
    "b": {"type": "chapter", "title": "B"},
    "c": {"type": "book", "title": "C", "categories": ["y"]},
}


def step(
    name: str, work: str, note: int, before: list[object], after: list[object]
) -> list[object]:
    data = {"citationID": name, "citationItems": [{"id": work}], "properties": {"noteIndex": note}}
    return [data, before, after]


STEPS = [
    step("A", "a", 1, [], []),
    step("B", "b", 2, [["A", 1]], []),
    step("C", "b", 1, [], [["A", 2], ["B", 3]]),
    step("A", "c", 2, [["C", 1]], []),
]


@pytest.mark.parametrize(
    ("count", "citations", "works"),
    [(0, "", ""), (1, "A", "a"), (2, "AB", "ab"), (3, "CAB", "ba"), (4, "CA", "bc")],
)
def test_a_step_inserts_replaces_and_deletes(count: int, citations: str, works: str) -> None:
    document = replay(STEPS)[count]
    assert "".join(data["citationID"] for data in document.citations) == citations
    assert "".join(document.cited_ids()) == works


def test_notes_are_numbered_as_the_step_says() -> None:
    notes = [data["properties"]["noteIndex"] for data in replay(STEPS)[3].citations]
    assert notes == [1, 2, 3]


@pytest.mark.parametrize(
    ("states", "marks"),
    [({"a": "same", "b": "same"}, [">>", "..", ".."]), ({"a": "new"}, [">>", ">>", ".."])],
)
def test_what_a_step_touched_is_marked(states: dict[str, str], marks: list[str]) -> None:
    documents = replay(STEPS[:3])
    before = Rendered(documents[2], {"A": "1", "B": "2"}, {"a": "same", "b": "same"})
    after = Rendered(documents[3], {"C": "3", "A": "1", "B": "2"}, states)
    assert [line[:2] for line in marked_lines(before, after, "")] == marks


@pytest.mark.parametrize(
    ("section", "kept"),
    [
        ({}, "abc"),
        ({"include": [{"field": "type", "value": "chapter"}]}, "b"),
        (
            {"include": [{"field": "categories", "value": "x"}, {"field": "title", "value": "C"}]},
            "ac",
        ),
        ({"exclude": [{"field": "type", "value": "book"}]}, "b"),
        ({"select": [{"field": "type", "value": "book"}, {"field": "title", "value": True}]}, "c"),
        ({"select": [{"field": "categories", "value": ""}]}, "b"),
        ({"quash": [{"field": "type", "value": "book"}, {"field": "title", "value": ""}]}, "bc"),
        ({"page_start": True, "page_length": 2}, "ab"),
        ({"page_start": "a", "page_length": 1}, "b"),
    ],
)
def test_a_filter_keeps_entries(section: dict[str, object], kept: str) -> None:
    assert "".join(filter_ids("abc", RECORDS, section)) == kept


@pytest.mark.parametrize(
    ("mode", "infix", "text"),
    [
        (None, "", "(1999)"),
        ("author-only", "", "Doe"),
        ("suppress-author", "", "(1999)"),
        ("composite", "", "Doe (1999)"),
        ("composite", "says in", "Doe says in (1999)"),
        ("composite", "’s words", "Doe’s words (1999)"),
    ],
)
def test_a_mode_parts_the_author_from_the_rest(mode: str | None, infix: str, text: str) -> None:
    properties = {"infix": infix} | ({"mode": mode} if mode else {})
    data = {"citationItems": [{"id": 1}], "properties": properties}
    assert as_citation(data).author_in_text is bool(mode)
    assert joined(RenderedCitation("(1999)", author="Doe"), properties) == text


def test_a_cite_outside_a_document_is_the_first_unless_it_says_otherwise() -> None:
    cites = as_isolated([{"id": 1, "locator": 7}, {"id": 2, "position": 3}]).cites
    assert [cite.position for cite in cites] == [Position.FIRST, Position.IBID_WITH_LOCATOR]
    assert cites[0].locator == "7"
