"""Notes are cut into their works."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from citekit.refparser.works import split_works

CASES = Path(__file__).parents[2] / "cases/refparser/works.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_note_gives_its_works(row: dict[str, Any]) -> None:
    text = row["text"]
    works = [text[p.start : p.end].strip(" .;") for p in split_works(text) if p.is_work]
    assert works == row["works"]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_parts_are_in_order_and_do_not_overlap(row: dict[str, Any]) -> None:
    parts = split_works(row["text"])
    assert all(a.end <= b.start for a, b in pairwise(parts))
    covered = "".join(row["text"][p.start : p.end] for p in parts)
    assert [c for c in covered if c.isalnum()] == [c for c in row["text"] if c.isalnum()]
