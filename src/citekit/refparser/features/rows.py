"""The feature rows of a line."""

from collections.abc import Mapping
from functools import lru_cache

from citekit.refparser.features import LINE_FEATURES, WORD_FEATURES
from citekit.refparser.features.line import Line

_OFFSETS = sorted({offset for feature in WORD_FEATURES for offset in feature.window})


def feature_rows(line: Line) -> list[list[str]]:
    """One row of feature strings for each token, in order; linear time."""
    texts = [token.text for token in line.tokens]
    size = len(texts)
    known = [_word_rows(text) for text in texts]
    rows: list[list[str]] = []
    for i in range(size):
        row: list[str] = []
        for offset in _OFFSETS:
            if 0 <= i + offset < size:
                row += known[i + offset][offset]
        rows.append(row)
    for feature in LINE_FEATURES:
        feature(line, rows)
    return rows


@lru_cache(maxsize=20_000)
def _word_rows(text: str) -> Mapping[int, tuple[str, ...]]:
    """By the place of a neighbour: the strings that this word puts into its row.

    A word seen at offset -1 is the one before the token.
    """
    return {
        offset: tuple(
            f"{feature.name}{offset}{value}"
            for feature in WORD_FEATURES
            if offset in feature.window
            for value in feature.of(text)
        )
        for offset in _OFFSETS
    }
