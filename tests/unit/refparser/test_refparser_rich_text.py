"""Values are cleaned of what surrounds them, and of nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.readers.reading import read_bytes
from citekit.refparser.rich_text import plain_text, rich_text, trim_value

CASES = Path(__file__).parents[2] / "cases/refparser/rich_text.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]


@pytest.mark.parametrize("row", ROWS, ids=[row["source"] for row in ROWS])
def test_the_value_of_a_stretch(row: dict[str, Any]) -> None:
    (block,) = read_bytes(row["source"].encode(), "case.md").document.blocks
    assert rich_text(block.text) == row["value"]
    assert "<" not in plain_text(block.text)
    once = trim_value(block.text)
    assert trim_value(once) == once
