"""Sentences of a paragraph."""

import pytest

from citekit.finder.sentences import split_sentences
from citekit.model.spans import TracedText


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It rained. Nobody came.", ["It rained.", "Nobody came."]),
        ("“It rained.” Nobody came.", ["“It rained.”", "Nobody came."]),
        ("It was on 28th of Dec. 2010, they say.", ["It was on 28th of Dec. 2010, they say."]),
        ("Mr. Arbor left. So did we.", ["Mr. Arbor left.", "So did we."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ("Peter M. Arbor left!", ["Peter M. Arbor left!"]),
        ("Why? Because.", ["Why?", "Because."]),
        ("雨が降った。誰も来なかった。", ["雨が降った。", "誰も来なかった。"]),
        ("  ", []),
    ],
)
def test_splits_at_the_ends_of_sentences(text: str, sentences: list[str]) -> None:
    assert [part.text for part in split_sentences(TracedText.of(text))] == sentences


def test_sentences_keep_their_places() -> None:
    *_, last = split_sentences(TracedText.of("It rained. Nobody came.", at=100))
    assert (last.start, last.end) == (111, 123)


def test_what_runs_on_for_pages_is_no_sentence() -> None:
    assert list(split_sentences(TracedText.of("word " * 1000))) == []
