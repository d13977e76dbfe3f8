"""What a page or paper says of itself."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from finder_documents import document_of

from citekit.finder.page_metadata import find_page_metadata
from citekit.finder.zones import mark_zones
from citekit.model.citation import CitationKind
from citekit.model.document import Document
from citekit.model.reference import DateRange, PersonalName, Reference, single_date
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "finder" / "page_metadata.toml").read_text("utf-8")
)["case"]
PAGE = CASES[0]["text"]


def page(text: str) -> Document:
    return mark_zones(document_of(text.strip("\n")))


def told(reference: Reference) -> dict[str, object]:
    """The reference as a case has it."""
    values: dict[str, object] = {"type": reference.type.value}
    values |= {variable.value: text for variable, text in reference.texts.items()}
    values |= {variable.value: number for variable, number in reference.numbers.items()}
    authors = reference.name_list(NameVariable.AUTHOR)
    if authors:
        values["authors"] = [a.family for a in authors if isinstance(a, PersonalName)]
    date = reference.dates.get(DateVariable.ISSUED)
    if isinstance(date, DateRange):
        values["date"] = f"{date.start.year}-{date.start.month}-{date.start.day}"
    return values


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads_what_a_page_says_of_itself(case: Mapping[str, object]) -> None:
    expected = {name: value for name, value in case.items() if name not in {"name", "text"}}
    if case["text"]:
        expected.setdefault("language", "en")
    assert told(find_page_metadata(page(str(case["text"]))).reference) == expected


def test_shows_where_each_value_was_read() -> None:
    document = page(PAGE)
    passages = find_page_metadata(document).passages
    shown = {
        label.variable: document.text[
            slice(passage.text.source_offset(label.start), passage.text.source_offset(label.end))
        ]
        for passage in passages
        for label in passage.labels
    }
    assert shown == {
        "title": "A new bridge?",
        "issued": "June 9th, 2011",
        "author": "Bert M. Brecht",
    }
    assert {passage.kind for passage in passages} == {CitationKind.PAGE_METADATA}


def test_origins_lead_back_to_the_file() -> None:
    document = page(PAGE)
    origins = find_page_metadata(document).reference.origins
    assert {
        variable.value: [document.text[origin.start : origin.end] for origin in places]
        for variable, places in origins.items()
    } == {
        "title": ["A new bridge?"],
        "author": ["Bert M. Brecht"],
        "issued": ["June 9th, 2011", "June 9th, 2011"],
    }


def test_declared_values_stand() -> None:
    declared = Reference(
        type=ItemType.ARTICLE_MAGAZINE,
        texts={TextVariable.TITLE: "Declared", TextVariable.LANGUAGE: "fr"},
        dates={DateVariable.ISSUED: single_date(1999)},
    )
    reference = find_page_metadata(replace(page(PAGE), metadata=declared)).reference
    assert told(reference) == {
        "type": "article-magazine",
        "title": "Declared",
        "language": "fr",
        "date": "1999-0-0",
        "authors": ["Brecht"],
    }
