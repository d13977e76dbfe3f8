"""Titles as words, and how two of them stand to each other."""

from typing import Any

import pytest
from resolver_rows import cases

from citekit.resolver.compare_container import is_abbreviation
from citekit.resolver.wording import numeral, wording
from citekit.resolver.wording_relation import relate


@pytest.mark.parametrize("row", cases("wording"), ids=lambda row: f"{row['a']} | {row['b']}")
def test_the_relation_of_two_titles_is_the_same_both_ways(row: dict[str, Any]) -> None:
    a, b = wording(row["a"]), wording(row["b"])
    assert relate(a, b) == row["relation"]
    assert relate(b, a) == row["relation"]


@pytest.mark.parametrize("row", cases("abbreviations"), ids=lambda row: row["short"])
def test_what_may_stand_for_a_name(row: dict[str, Any]) -> None:
    assert is_abbreviation(wording(row["short"]), wording(row["long"])) is row["holds"]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("20th", "20"),
        ("iv", "4"),
        ("xxxix", "39"),
        ("007", "7"),
        ("mix", ""),
        ("2b", "2b"),
        ("evoluti0n", ""),
        ("h1n1", "h1n1"),
    ],
)
def test_numerals_are_read_in_both_writings(word: str, number: str) -> None:
    assert numeral(word) == number


def test_breaks_stand_before_the_subtitle() -> None:
    assert wording("The Straits: tides, and ferries").breaks == {1, 2}
