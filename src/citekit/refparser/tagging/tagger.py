"""The trained tagger: the values that the tokens of a reference string hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citekit.refparser.features.line import Line
from citekit.refparser.tagging.chain import Lattice, best_states
from citekit.refparser.tagging.feature_index import FeatureIndex
from citekit.refparser.tagging.model import Floats, Model, read_model
from citekit.refparser.tagging.network import emissions
from citekit.refparser.tagging.states import spans_of

# Tokens, padding among them, that are scored together; more cost memory and gain no time.
_TOGETHER = 1_500
# No score of a state that a lock rules out.
_RULED_OUT = -1e4


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """A value of ``variable`` from token ``start`` to token ``end``, half-open.

    ``likelihood`` (0 to 1) is that of just these tokens being the value.
    """

    start: int
    end: int
    variable: str
    likelihood: float


class Tagger:
    """Reads lines by a model; every call is independent of those before it."""

    def __init__(self, model: Model) -> None:
        """Takes what was learnt."""
        self.model = model
        self._features = FeatureIndex(model.features)
        self._states = {state: i for i, state in enumerate(model.states)}

    def tag(
        self, lines: Sequence[Line], locked: Sequence[Mapping[int, str]] = ()
    ) -> list[list[TokenSpan]]:
        """For each line the spans of the likeliest states, sorted, apart.

        ``locked`` says for each line which tokens are known to be of which variable.
        """
        found: list[list[TokenSpan]] = [[] for _ in lines]
        # Lines of like length together, so that little is padded.
        order = sorted(
            (i for i, line in enumerate(lines) if line.tokens), key=lambda i: len(lines[i].tokens)
        )
        for together in _batches(order, lines):
            known = [locked[i] if locked else {} for i in together]
            spans = self._tag_batch([lines[i] for i in together], known)
            for i, of_line in zip(together, spans, strict=True):
                found[i] = of_line
        return found

    def _tag_batch(
        self, lines: Sequence[Line], locked: Sequence[Mapping[int, str]]
    ) -> list[list[TokenSpan]]:
        scores = emissions(self.model, [self._features.rows(line) for line in lines])
        self._rule_out(scores, locked)
        lengths = [len(line.tokens) for line in lines]
        transitions = self.model.transitions
        lattice = Lattice(scores, transitions, lengths)
        best = best_states(scores, transitions, lengths)
        return [self._spans(lattice, line, states) for line, states in enumerate(best)]

    def _rule_out(self, scores: Floats, locked: Sequence[Mapping[int, str]]) -> None:
        """Leaves locked tokens no state but that of their variable."""
        for line, variables in enumerate(locked):
            for token, variable in variables.items():
                state = self._states[variable]
                kept = scores[line, token, state]
                scores[line, token] = _RULED_OUT
                scores[line, token, state] = kept

    def _spans(self, lattice: Lattice, line: int, states: Sequence[int]) -> list[TokenSpan]:
        names = self.model.states
        return [
            TokenSpan(
                start,
                end,
                variable,
                lattice.likelihood(line, start, states[start:end], self._states[variable]),
            )
            for start, end, variable in spans_of([names[state] for state in states])
        ]


def _batches(order: Sequence[int], lines: Sequence[Line]) -> list[list[int]]:
    """Lines in their order, in groups of not too many tokens once padded to the longest."""
    batches: list[list[int]] = []
    for i in order:
        longest = len(lines[i].tokens)
        if not batches or (len(batches[-1]) + 1) * longest > _TOGETHER:
            batches.append([])
        batches[-1].append(i)
    return batches


@cache
def shipped_tagger() -> Tagger:
    """The tagger of the model in the package, loaded at the first call."""
    return Tagger(read_model((files("citekit.refparser") / "data" / "references.npz").read_bytes()))
