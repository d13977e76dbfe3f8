"""Article, comments and navigation of pages saved as text."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from finder_documents import document_of

from citekit.finder.zones import mark_zones
from citekit.model.document import DocumentFormat, Zone

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "finder" / "zones.toml").read_text("utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_marks_what_each_block_is_part_of(case: Mapping[str, str]) -> None:
    marked = mark_zones(document_of(case["text"]))
    assert "".join(block.zone.value[0] for block in marked.blocks) == case["zones"]


def test_changes_nothing_but_zones() -> None:
    document = document_of(CASES[0]["text"])
    marked = mark_zones(document)
    plain = tuple(replace(block, zone=Zone.ARTICLE) for block in marked.blocks)
    assert replace(marked, blocks=plain) == document


def test_marks_a_page_once() -> None:
    marked = mark_zones(document_of(CASES[0]["text"]))
    assert mark_zones(marked) == marked


def test_leaves_html_to_its_reader() -> None:
    document = replace(document_of(CASES[0]["text"]), format=DocumentFormat.HTML)
    assert mark_zones(document) is document


def test_keeps_zones_that_are_set() -> None:
    document = document_of(CASES[0]["text"])
    first, *rest = document.blocks
    told = replace(document, blocks=(replace(first, zone=Zone.COMMENT), *rest))
    assert mark_zones(told) is told
