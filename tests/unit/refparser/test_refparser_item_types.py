"""The type of a work follows from what is printed of it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.model.citation import Label
from citekit.model.reference import Reference
from citekit.model.spans import TracedText
from citekit.model.variables import ItemType, TextVariable
from citekit.refparser.building import build_reference

CASES = Path(__file__).parents[2] / "cases/refparser/item_types.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]


def built(labels: dict[str, str]) -> Reference:
    text = ", ".join(labels.values())
    spans, at = [], 0
    for variable, value in labels.items():
        spans.append(Label(at, at + len(value), variable))
        at += len(value) + 2
    return build_reference(TracedText.of(text), spans, path="case")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['type']}: {', '.join(row['labels'])}")
def test_type_follows_from_what_is_printed(row: dict[str, Any]) -> None:
    reference = built(row["labels"])
    assert reference.type.value == row["type"]
    for variable in ("source", "collection-title"):
        assert reference.text(TextVariable(variable)) == row.get(variable, "")


def test_a_given_type_stands() -> None:
    text = TracedText.of("The Coastal Post")
    found = build_reference(
        text, [Label(0, 16, "container-title")], item_type=ItemType.ARTICLE_NEWSPAPER
    )
    assert found.type is ItemType.ARTICLE_NEWSPAPER
    assert found.text(TextVariable.CONTAINER_TITLE) == text.text
