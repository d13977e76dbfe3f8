"""Lead-ins are cut off before the work, and nowhere else."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.refparser.signals import find_lead_in, starts_with_signal

CASES = Path(__file__).parents[2] / "cases/refparser/signals.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_lead_in_ends_where_the_work_begins(row: dict[str, Any]) -> None:
    lead = find_lead_in(row["text"])
    assert row["text"][lead.end :] == row["work"]
    assert lead.second_hand is row.get("second_hand", False)


def test_emphasis_ends_the_reach_of_a_lead_in() -> None:
    text = "Jane Doe, Things to see: Notes on a Journey"
    assert find_lead_in(text, [(10, len(text))]).end == 0


def test_second_hand_words_are_no_signal_of_a_new_work() -> None:
    assert starts_with_signal("See also Doe")
    assert not starts_with_signal("cited in Doe")
