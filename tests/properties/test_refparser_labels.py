"""What holds for the labels of any string."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.refparser.labelling import label_reference
from citekit.refparser.tokens import tokenize

# Any code point, lone surrogates and NUL included.
TEXTS = st.text(st.characters(codec=None), max_size=80)
# Texts made of what references are made of, so that labels come out.
_SAMPLE = (
    'Doe, Jane| and |J. Q. Doe|“A title”|‘|’|"|In |(ed.), |, |. |(|)|2005|Summer 2005|49:3|'
    "pp. 3-9|pg.4|Oxford: |University Press|Journal of Law|http://a.example.org/b|"
    " accessed 3 May 2011|doi:10.5555/12|[|]|<|>|국방|\n|ibid."
)
PIECES = st.lists(st.sampled_from(_SAMPLE.split("|")), max_size=16).map("".join)
ANY = TEXTS | PIECES


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_labels_are_sorted_apart_and_within_the_text(text: str) -> None:
    labels = label_reference(text)
    at = 0
    for label in labels:
        assert at <= label.start < label.end <= len(text)
        assert 0 <= label.confidence <= 1
        at = label.end


@settings(max_examples=100, deadline=None)
@given(ANY, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_any_italics_are_taken(text: str, stretches: list[tuple[int, int]]) -> None:
    for label in label_reference(text, stretches):
        assert any(sign.isalnum() for sign in text[label.start : label.end])


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_labelling_is_the_same_every_time(text: str) -> None:
    assert label_reference(text) == label_reference(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_tokens_take_in_all_but_white_space(text: str) -> None:
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["a", "“", "(", "[", "<", "1", ", ", "\x00", "\ud800", "accessed 3 "]
)
def test_long_strings_take_no_longer_than_a_page(piece: str) -> None:
    started = time.process_time()
    label_reference(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 5
