"""The extraction schema."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from citekit.errors import ReadError
from citekit.formats.extraction import ExtractedDocument, read, write_extraction
from citekit.model.citation import (
    Citation,
    CitationKind,
    Cite,
    Library,
    Passage,
    ShortForm,
    ShortFormKind,
)
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import DocumentPart
from citekit.model.reference import CitationKey, Reference, single_date
from citekit.model.spans import Span, TracedText
from citekit.model.variables import DateVariable, ItemType, TextVariable

SCHEMA = json.loads(
    (files("citekit.formats") / "data" / "extraction-1.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
TEXT = "x <i>torn\nout</i> note"
BOOK = Reference(CitationKey("eel"), ItemType.BOOK, {TextVariable.TITLE: "On eels"})
IBID = ShortForm(ShortFormKind.SUPRA, ("Eel",), note="4", draft=BOOK)


def _extraction(*cites: Cite) -> dict[str, object]:
    passage = Passage(
        CitationKind.FOOTNOTE,
        TracedText("torn note", pieces=(Span(2, 9), Span(10, 22))),
        marker="4",
        mark=Span(0, 1),
    )
    document = ExtractedDocument("a.txt", BOOK, TEXT, (Citation("c1", "a.txt", passage, cites),))
    finding = Diagnostic("X1", Severity.DOUBTFUL, "odd", span=Span(1, 2), line=1, column=2)
    text = write_extraction(
        [document], Library((BOOK,)), [finding, Diagnostic("X2", Severity.INFO, "y")]
    )
    value = json.loads(text)
    VALIDATOR.validate(value)
    assert isinstance(value, dict)
    return value


def test_a_citation_is_given_with_its_raw_text_and_places() -> None:
    value = _extraction(Cite(BOOK, CitationKey("eel"), "12", "page", "see ", " here"))
    document = value["documents"][0]  # type: ignore[index]  # JSON
    assert document["metadata"]["title"] == "On eels"
    assert document["citations"] == [
        {
            "id": "c1",
            "kind": "footnote",
            "marker": "4",
            "text": "<i>torn out</i> note",
            "spans": [[2, 9], [10, 22]],
            "mark": [0, 1],
            "cites": [
                {"id": "eel", "locator": "12", "label": "page", "prefix": "see ", "suffix": " here"}
            ],
        }
    ]


def test_the_parts_of_an_archive_are_named() -> None:
    document = ExtractedDocument(
        "a.docx", BOOK, TEXT, parts=(DocumentPart("word/document.xml", Span(0, 23)),)
    )
    value = json.loads(write_extraction([document], Library(), []))
    VALIDATOR.validate(value)
    assert value["documents"][0]["parts"] == [{"name": "word/document.xml", "span": [0, 23]}]


def test_a_short_form_that_was_not_linked_is_described() -> None:
    value = _extraction(Cite(IBID))
    cite = value["documents"][0]["citations"][0]["cites"][0]  # type: ignore[index]  # JSON
    assert cite["id"] is None
    assert cite["short-form"]["kind"] == "supra"
    assert cite["short-form"]["note"] == "4"
    assert cite["short-form"]["reference"]["id"] == "eel"


def test_a_linked_short_form_is_not() -> None:
    value = _extraction(Cite(IBID, CitationKey("eel")))
    cite = value["documents"][0]["citations"][0]["cites"][0]  # type: ignore[index]  # JSON
    assert set(cite) == {"id", "locator", "label", "prefix", "suffix"}


def test_a_work_that_was_not_linked_is_described() -> None:
    value = _extraction(Cite(BOOK))
    cite = value["documents"][0]["citations"][0]["cites"][0]  # type: ignore[index]  # JSON
    assert cite["id"] is None
    assert cite["reference"]["title"] == "On eels"


def test_diagnostics_are_given_with_their_places() -> None:
    found = _extraction()["diagnostics"]
    assert found == [
        {
            "code": "X1",
            "severity": "doubtful",
            "message": "odd",
            "hint": "",
            "path": "",
            "line": 1,
            "column": 2,
            "span": [1, 2],
        },
        {
            "code": "X2",
            "severity": "info",
            "message": "y",
            "hint": "",
            "path": "",
            "line": 0,
            "column": 0,
            "span": None,
        },
    ]


@pytest.mark.parametrize("item_type", ItemType)
def test_references_of_every_type_are_valid(item_type: ItemType) -> None:
    reference = Reference(
        CitationKey("k"), item_type, dates={DateVariable.ISSUED: single_date(2005, season=1)}
    )
    text = write_extraction([], Library((reference,)), [])
    VALIDATOR.validate(json.loads(text))
    assert read(text, "x.json").references == (reference,)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["schema", "documents", "references", "diagnostics"]))
def test_the_schema_asks_for_every_part(name: str) -> None:
    value = json.loads(write_extraction([], Library(), []))
    del value[name]
    assert not VALIDATOR.is_valid(value)


@pytest.mark.parametrize("text", ["{}", "[]", '{"schema": 2}', "no json"])
def test_other_json_is_an_error(text: str) -> None:
    with pytest.raises(ReadError):
        read(text, "x.json")


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
