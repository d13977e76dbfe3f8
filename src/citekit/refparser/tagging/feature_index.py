"""The features of a line as rows of the model's table."""

from collections.abc import Mapping, Sequence

from citekit.refparser.features.line import Line
from citekit.refparser.features.rows import join_words, line_rows, word_rows

# Words whose features are kept; a library has no more words that recur.
_KEPT = 50_000


class FeatureIndex:
    """Which row of the table each feature has; features that the model does not know have none."""

    def __init__(self, features: Mapping[str, int]) -> None:
        """Takes the row of each feature by its name."""
        self._features = features
        self._words: dict[str, Mapping[int, Sequence[int]]] = {}

    def rows(self, line: Line) -> list[list[int]]:
        """For each token of the line the rows of its features."""
        row_of = self._features.get
        rows = join_words([self._of_word(token.text) for token in line.tokens])
        for row, names in zip(rows, line_rows(line), strict=True):
            # No feature has row 0, so that what is not known is all that goes.
            row.extend(filter(None, map(row_of, names)))
        return rows

    def _of_word(self, text: str) -> Mapping[int, Sequence[int]]:
        """By the place of a neighbour the rows of what this word says there."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= _KEPT:
                self._words.clear()
            known = self._features
            found = {
                offset: [known[name] for name in names if name in known]
                for offset, names in word_rows(text).items()
            }
            self._words[text] = found
        return found
