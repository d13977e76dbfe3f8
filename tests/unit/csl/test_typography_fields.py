"""Markup, quotations and apostrophes in the values of fields."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typography_trees import laid_out, rows

from citekit.csl.tree import Node, Output, plain_text
from citekit.csl.typography import parse_markup
from citekit.csl.typography.pairing import MAX_DEPTH

_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)[^<>]*>|[\"'“”„‘’‚«»‹› \u202f]")
_PIECES = st.one_of(
    st.sampled_from(["<i>", "</i>", "<b>", "</b>", '<span class="nocase">', "<span x>", "</span>"]),
    st.sampled_from("\"'“”‘’„«» a1.?<(—"),
)


def _depth(output: Output) -> int:
    if isinstance(output, str):
        return 0
    return 1 + max((_depth(child) for child in output.children), default=0)


@pytest.mark.parametrize("row", rows("field"), ids=lambda row: str(row["name"]))
def test_field(row: dict[str, object]) -> None:
    assert laid_out(parse_markup(str(row["text"])), row) == row["shows"]


@pytest.mark.parametrize("text", ["", "plain", "a, b: c?", "R. & D. <5>"])
def test_plain_text_stays_a_string(text: str) -> None:
    assert parse_markup(text) == text


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_keeps_all_but_markup(text: str) -> None:
    kept = _MARKUP.sub("", plain_text(parse_markup(text)))
    assert kept == _MARKUP.sub("", text)


@given(st.text(max_size=60))
def test_keeps_any_text_without_tags(text: str) -> None:
    kept = _MARKUP.sub("", plain_text(parse_markup(text)))
    assert kept == _MARKUP.sub("", text)


@pytest.mark.parametrize("piece", ["<i>", "“a", '"a ', " 'a", "<span x>", "«a"])
def test_nesting_is_bounded(piece: str) -> None:
    closing = {"<i>": "</i>", "“a": "”", "<span x>": "</span>", "«a": "»"}.get(piece, "")
    text = piece * 3000 + "x" + closing * 3000
    assert _depth(parse_markup(text)) <= MAX_DEPTH + 1
    assert "x" in plain_text(parse_markup(text))


def test_hostile_length_is_read() -> None:
    output = parse_markup('<i>‘a’ "b" </i>' * 20000)
    assert isinstance(output, Node)
    assert len(output.children) == 20000
