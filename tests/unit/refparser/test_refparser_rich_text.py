"""Values are cleaned of what surrounds them, and of nothing else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.model.spans import TracedText, join_traced
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


def test_a_word_torn_by_a_page_break_is_whole_in_the_value() -> None:
    torn = join_traced(
        (TracedText.of("On Ship-"), TracedText.of("ping and pre- and postwar", at=40))
    )
    assert rich_text(torn) == plain_text(torn) == "On Shipping and pre- and postwar"
    assert torn.text == "On Ship- ping and pre- and postwar"


def test_a_hyphen_before_a_blank_of_the_file_stays() -> None:
    assert plain_text(TracedText.of("Micro- or macro- economics")) == "Micro- or macro- economics"
