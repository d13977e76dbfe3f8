"""Given names become initials, or only the initials in them are mended."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.rendering.initials import initialize, normalize_initials

CASES = Path(__file__).parents[2] / "cases" / "csl"
ROWS = tomllib.loads((CASES / "initials.toml").read_text(encoding="utf-8"))["rows"]
MARKS = st.sampled_from(["", ".", ". ", " ", ".\u00a0"])


@pytest.mark.parametrize(("name", "mark", "initials", "mended"), ROWS)
def test_a_given_name_is_cut_to_its_initials(
    name: str, mark: str, initials: str, mended: str
) -> None:
    assert initialize(name, mark) == initials
    assert normalize_initials(name, mark) == mended


def test_a_hyphen_can_be_left_out() -> None:
    assert initialize("Maria-Elena", ". ", keeps_hyphen=False) == "M. E."
    assert initialize("Maria-Elena", "", keeps_hyphen=False) == "ME"


@given(st.text(max_size=60), MARKS)
def test_any_text_can_be_initialized(text: str, mark: str) -> None:
    assert len(initialize(text, mark)) <= 4 * len(text) + 2
    normalize_initials(text, mark)


@given(st.lists(st.from_regex(r"[A-Z][a-z]{1,6}", fullmatch=True), min_size=1), MARKS)
def test_every_name_gives_one_initial(names: list[str], mark: str) -> None:
    initials = initialize(" ".join(names), mark)
    assert [char for char in initials if char.isalpha()] == [name[0] for name in names]
    assert normalize_initials(" ".join(names), mark) == " ".join(names)
