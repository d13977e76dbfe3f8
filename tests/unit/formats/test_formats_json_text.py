"""JSON is readable, streamed, and nothing but JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.formats.json_text import format_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=30,
)


@given(VALUES)
def test_what_is_written_reads_back(value: object) -> None:
    text = format_json(value)
    assert json.loads(text) == value
    assert text.endswith("\n")


def test_short_values_stand_on_one_line() -> None:
    item = {"name": {"family": "Voss", "given": "Mara"}, "spans": [[1, 2], [3, 4]]}
    assert format_json([item]) == (
        "[\n  {\n"
        '    "name": {"family": "Voss", "given": "Mara"},\n'
        '    "spans": [[1, 2], [3, 4]]\n'
        "  }\n]\n"
    )


@pytest.mark.parametrize("text", ["x" * 200, "ü" * 99])
def test_long_values_stand_one_a_line(text: str) -> None:
    assert format_json([[text, text]]).count("\n") == 6


def test_iterators_are_lists_and_are_taken_one_by_one() -> None:
    assert json.loads(format_json({"a": iter([1, 2]), "b": iter(())})) == {"a": [1, 2], "b": []}


def test_a_lone_surrogate_is_replaced() -> None:
    assert format_json("a\ud800b") == '"a\ufffdb"\n'
