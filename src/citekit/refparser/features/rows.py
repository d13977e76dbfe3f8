"""The feature rows of a line."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from citekit.refparser.features import LINE_FEATURES, WORD_FEATURES
from citekit.refparser.features.line import Line

Value = TypeVar("Value")
# The places around a token at which some feature of a word is seen.
OFFSETS = sorted({offset for feature in WORD_FEATURES for offset in feature.window})


def feature_rows(line: Line) -> list[list[str]]:
    """One row of feature strings for each token, in order; linear time."""
    return [
        words + rest
        for words, rest in zip(
            join_words([word_rows(token.text) for token in line.tokens]),
            line_rows(line),
            strict=True,
        )
    ]


def line_rows(line: Line) -> list[list[str]]:
    """For each token the features that it has by its place in the line."""
    rows: list[list[str]] = [[] for _ in line.tokens]
    for feature in LINE_FEATURES:
        feature(line, rows)
    return rows


@lru_cache(maxsize=20_000)
def word_rows(text: str) -> Mapping[int, Sequence[str]]:
    """By the place of a neighbour: the strings that this word puts into its row.

    A word seen at offset -1 is the one before the token.
    """
    return {
        offset: [
            f"{feature.name}{offset}{value}"
            for feature in WORD_FEATURES
            if offset in feature.window
            for value in feature.of(text)
        ]
        for offset in OFFSETS
    }


def join_words(words: Sequence[Mapping[int, Sequence[Value]]]) -> list[list[Value]]:
    """For each token what it and the words around it put into its row."""
    size = len(words)
    rows: list[list[Value]] = []
    for i in range(size):
        row: list[Value] = []
        for offset in OFFSETS:
            if 0 <= i + offset < size:
                row += words[i + offset][offset]
        rows.append(row)
    return rows
