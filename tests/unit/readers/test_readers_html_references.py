"""Reference lists of pages: entries joined from their boxes, and those declared in the head."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from citekit.readers.reading import read_bytes

TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "readers" / "html_references.toml").read_text("utf-8")
)


def rows(name: str) -> list[Any]:
    return [pytest.param(row, id=row["name"]) for row in TABLE[name]]


@pytest.mark.parametrize("row", rows("list"))
def test_the_parts_of_an_entry_are_one_block(row: Mapping[str, Any]) -> None:
    page = read_bytes(f"<!doctype html>{row['source']}".encode(), "a.html").document
    assert [block.text.text for block in page.blocks] == row["blocks"]


@pytest.mark.parametrize("row", rows("declared"))
def test_references_declared_in_the_head_are_entries(row: Mapping[str, Any]) -> None:
    source = f"<!doctype html><head>{row['source']}</head><body><p>Text.</p></body>"
    page = read_bytes(source.encode(), "a.html").document
    assert [block.text.text for block in page.blocks if block.listed] == row["texts"]
    items = [json.loads(cite.item) for live in page.live_citations for cite in live.cites]
    assert items == [json.loads(item) for item in row["items"]]
