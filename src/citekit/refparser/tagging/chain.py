"""The linear chain over the scores: the best states of each line, and how likely its spans are.

Viterbi's algorithm and the forward and backward sums of a linear-chain conditional random field
(Lafferty, McCallum and Pereira 2001), many lines at a time. A span's likelihood is the sum over
all sequences of states in which it stands exactly so (Culotta and McCallum 2004, "Confidence
Estimation for Information Extraction").
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from citekit.refparser.tagging.model import Floats

Doubles = NDArray[np.float64]


def best_states(scores: Floats, transitions: Floats, lengths: Sequence[int]) -> list[list[int]]:
    """For each line the states that score highest together.

    ``scores`` are (lines, tokens, states), padded; ``transitions`` (from, to).
    """
    count, longest, _ = scores.shape
    arriving = np.ascontiguousarray(transitions.T)
    best = np.empty_like(scores)
    best[:, 0] = scores[:, 0]
    for place in range(1, longest):
        ways = best[:, place - 1, :, None] + transitions
        best[:, place] = ways.max(axis=1) + scores[:, place]
    ends = np.array(lengths) - 1
    every = np.arange(count)
    states = np.empty((count, longest), dtype=np.intp)
    state = best[every, ends].argmax(axis=1)
    for place in range(longest - 1, -1, -1):
        # Lines that end before this place wait at their last state.
        came = (best[:, place] + arriving[state]).argmax(axis=1)
        state = np.where(place < ends, came, state)
        states[:, place] = state
    return [states[line, :length].tolist() for line, length in enumerate(lengths)]


class Lattice:
    """The forward and backward sums of many lines, for the likelihood of spans in them."""

    def __init__(self, scores: Floats, transitions: Floats, lengths: Sequence[int]) -> None:
        """Takes what ``best_states`` takes."""
        wide = scores.astype(np.float64)
        self._lengths = lengths
        self._steps: Doubles = np.exp(transitions.astype(np.float64))
        self._weights: Doubles = np.exp(wide - wide.max(axis=2, keepdims=True))
        self._forward = np.empty_like(self._weights)
        self._norms = np.ones(wide.shape[:2])
        self._sum_forward()
        self._backward = np.ones_like(self._weights)
        self._sum_backward()

    def _sum_forward(self) -> None:
        sums = self._weights[:, 0]
        for place in range(self._weights.shape[1]):
            if place:
                sums = (sums @ self._steps) * self._weights[:, place]
            norm = sums.sum(axis=1)
            sums = sums / norm[:, None]
            self._norms[:, place] = norm
            self._forward[:, place] = sums

    def _sum_backward(self) -> None:
        ends = np.array(self._lengths)
        steps = self._steps.T
        for place in range(self._weights.shape[1] - 2, -1, -1):
            after = (self._backward[:, place + 1] * self._weights[:, place + 1]) @ steps
            after /= self._norms[:, place + 1, None]
            self._backward[:, place] = np.where((place + 1 < ends)[:, None], after, 1.0)

    def likelihood(self, line: int, start: int, states: Sequence[int], inside: int) -> float:
        """How likely it is (0 to 1) that just these states stand from token ``start`` on.

        ``inside`` is the state that would lengthen the span: it may neither follow nor, where
        the span begins with it, come before.
        """
        weights, norms = self._weights[line], self._norms[line]
        value = self._beginning(line, start, states[0], inside)
        for place, (before, state) in enumerate(pairwise(states), start + 1):
            value *= self._steps[before, state] * weights[place, state] / norms[place]
        return float(min(1.0, value * self._ending(line, start + len(states), states[-1], inside)))

    def _beginning(self, line: int, start: int, state: int, inside: int) -> float:
        if start == 0 or state != inside:
            return float(self._forward[line, start, state])
        before = self._forward[line, start - 1] * self._steps[:, state]
        ways = before.sum() - before[inside]
        return float(ways * self._weights[line, start, state] / self._norms[line, start])

    def _ending(self, line: int, end: int, state: int, inside: int) -> float:
        if end >= self._lengths[line]:
            return 1.0
        after = self._steps[state] * self._weights[line, end] * self._backward[line, end]
        return float((after.sum() - after[inside]) / self._norms[line, end])
