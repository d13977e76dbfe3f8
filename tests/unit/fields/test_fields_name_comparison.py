"""Likeness of names."""

import tomllib
from pathlib import Path

import pytest

from citekit.fields.name_comparison import same_person, within_one_edit
from citekit.fields.names import parse_name

CASES = Path(__file__).parents[2] / "cases" / "fields"
ROWS = tomllib.loads((CASES / "same_person.toml").read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize(("one", "other", "least", "most"), ROWS)
def test_likeness_lies_in_its_bounds(one: str, other: str, least: float, most: float) -> None:
    likeness = same_person(parse_name(one), parse_name(other))
    assert least <= likeness <= most
    assert same_person(parse_name(other), parse_name(one)) == likeness


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("abc", "abc", True),
        ("abc", "abd", True),
        ("abc", "ab", True),
        ("abc", "xabc", True),
        ("abc", "acb", True),
        ("abc", "bca", False),
        ("abc", "a", False),
        ("", "", True),
    ],
)
def test_one_edit(one: str, other: str, near: bool) -> None:  # noqa: FBT001  # a table's column
    assert within_one_edit(one, other) is near
