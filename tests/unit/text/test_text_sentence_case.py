"""English titles in sentence case, title by title."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.text.case_marks import CLOSING, OPENING, mark_case, without_case_marks
from citekit.text.sentence_case import sentence_case

TITLES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "text" / "sentence_case.toml").read_text("utf-8")
)["titles"]
SCRAPS = st.lists(
    st.sampled_from(["The ", "Rise", "DNA", ": ", "a ", "B", OPENING, CLOSING, "<i>", "</i>", "ß"])
)


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row["title"])
def test_title_case_is_lowered(row: dict[str, str]) -> None:
    lowered = row.get("lowered", row["title"])
    assert sentence_case(row["title"]) == lowered
    assert sentence_case(lowered) == lowered


@given(SCRAPS)
def test_nothing_but_case_changes(scraps: list[str]) -> None:
    title = "".join(scraps)
    assert sentence_case(title).lower() == title.lower()


@given(SCRAPS)
def test_marks_of_case_alone_are_taken_out(scraps: list[str]) -> None:
    text = "".join(scraps)
    plain = without_case_marks(text)
    assert without_case_marks(plain) == plain
    assert without_case_marks(f"{OPENING}x{CLOSING}{plain}") == without_case_marks(f"x{plain}")


def test_only_letters_with_a_case_are_marked() -> None:
    assert mark_case("Ab") == f"{OPENING}Ab{CLOSING}"
    assert mark_case("12–13") == "12–13"
    small = '<span style="font-variant:small-caps;">A</span>'
    assert without_case_marks(f"{OPENING}{small}{CLOSING}") == small
