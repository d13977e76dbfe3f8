"""The trained sequence model, and the states that it gives to tokens."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import pycrfsuite

from citekit.refparser.features.line import Line
from citekit.refparser.features.rows import feature_rows

# A state is "B-X" on the first token of variable X, "X" on its others, and "~X" on what
# belongs to no variable after X ("~" before the first). The last kind lets the model know
# across punctuation what came before.
BEGIN = "B-"
OUTSIDE = "~"
# The variables that shape a reference; the others have the one state "X", and what follows
# them is as what came before. Half the states, and training takes a third of the time.
_SHAPING = frozenset(
    (
        "author",
        "container-title",
        "editor",
        "issue",
        "issued",
        "page",
        "publisher",
        "publisher-place",
        "title",
        "volume",
    )
)


class Tagger:
    """A model read once; every call is independent of those before it."""

    def __init__(self, path: Path | None = None) -> None:
        """Reads the model at ``path``, the one shipped in the package without it."""
        self._tagger = pycrfsuite.Tagger()
        if path is not None:
            self._tagger.open(str(path))
            return
        # The tagger reads from these bytes as long as it lives.
        self._model = (files("citekit.refparser") / "data" / "references.crfsuite").read_bytes()
        self._tagger.open_inmemory(self._model)

    def tag(self, line: Line) -> tuple[list[str], list[float]]:
        """The likeliest state of each token, and how likely it is by itself (0 to 1)."""
        if not line.tokens:
            return [], []
        rows = feature_rows(line)
        self._tagger.set(pycrfsuite.ItemSequence(rows))
        states: list[str] = self._tagger.tag()
        # Sums of rounded probabilities may come out a little above 1.
        return states, [min(1.0, self._tagger.marginal(s, i)) for i, s in enumerate(states)]


@cache
def shipped_tagger() -> Tagger:
    """The tagger of the model in the package, loaded at the first call."""
    return Tagger()


def states_of(spans: Sequence[tuple[int, int, str]], size: int) -> list[str]:
    """The states of ``size`` tokens for spans given in tokens, half-open, apart.

    ``spans_of`` is the reverse but for variables that shape nothing: two of one kind with no
    token between become one.
    """
    states: list[str] = []
    last = ""
    for start, end, variable in sorted(spans):
        states += [OUTSIDE + last] * (start - len(states))
        if variable in _SHAPING:
            states.append(BEGIN + variable)
            last = variable
        states += [variable] * (end - len(states))
    return states + [OUTSIDE + last] * (size - len(states))


def spans_of(states: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans, in tokens, half-open, that the states mark."""
    spans: list[tuple[int, int, str]] = []
    last = ""
    for i, state in enumerate(states):
        variable = "" if state[0] == OUTSIDE else state.removeprefix(BEGIN)
        if variable and variable == last and not state.startswith(BEGIN):
            spans[-1] = (spans[-1][0], i + 1, variable)
        elif variable:
            spans.append((i, i + 1, variable))
        last = variable
    return spans
