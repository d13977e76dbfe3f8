"""Lines and columns, and tables of words."""

import pytest

from citekit.text.data import load_mapping, load_table, load_words
from citekit.text.lines import LineIndex, Place

TEXT = "ab\r\nc\rd\n\n한e"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (2, 1, 3), (3, 1, 4), (4, 2, 1), (6, 3, 1), (8, 4, 1), (9, 5, 1), (10, 5, 2)],
)
def test_offset_has_its_place(offset: int, line: int, column: int) -> None:
    assert LineIndex(TEXT).place(offset) == Place(line, column)


@pytest.mark.parametrize(("line", "offset"), [(0, 0), (1, 0), (2, 4), (3, 6), (4, 8), (5, 9)])
def test_line_has_its_offset(line: int, offset: int) -> None:
    assert LineIndex(TEXT).offset(line) == offset


def test_outside_the_text_are_its_ends() -> None:
    index = LineIndex(TEXT)
    assert index.place(-5) == Place(1, 1)
    assert index.place(99) == Place(5, 3)
    assert index.offset(99) == len(TEXT)
    assert LineIndex("").place(0) == Place(1, 1)


def test_tables_are_read_once() -> None:
    assert load_table("citekit.text", "casing") is load_table("citekit.text", "casing")


def test_words_are_a_set_and_a_missing_key_is_empty() -> None:
    assert "the" in load_words("citekit.text", "casing", "small")
    assert load_words("citekit.text", "casing", "none") == frozenset()
    assert load_mapping("citekit.text", "casing", "none") == {}


def test_mapping_leads_from_word_to_key() -> None:
    assert load_mapping("citekit.fields", "dates", "months")["march"] == "3"
