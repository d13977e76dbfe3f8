"""The chain against sums and maxima over every sequence of states, one by one."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.refparser.tagging.chain import Lattice, best_states
from citekit.refparser.tagging.model import Floats

STATES = 3


@st.composite
def padded_scores(draw: st.DrawFn) -> tuple[Floats, Floats, list[int]]:
    """Scores of up to three lines of up to four tokens, transitions, and the lengths."""
    lengths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    rng = np.random.default_rng(draw(st.integers(0, 10_000)))
    scores = rng.normal(scale=2, size=(len(lengths), max(lengths), STATES)).astype(np.float32)
    transitions = rng.normal(scale=2, size=(STATES, STATES)).astype(np.float32)
    return scores, transitions, lengths


def weights(scores: Floats, transitions: Floats) -> dict[tuple[int, ...], float]:
    """The weight of every sequence of states of one line."""
    return {
        states: float(
            np.exp(
                sum(scores[place, state] for place, state in enumerate(states))
                + sum(transitions[pair] for pair in pairwise(states))
            )
        )
        for states in product(range(STATES), repeat=len(scores))
    }


@given(padded_scores())
def test_the_best_states_are_the_heaviest(case: tuple[Floats, Floats, list[int]]) -> None:
    scores, transitions, lengths = case
    for line, states in enumerate(best_states(scores, transitions, lengths)):
        known = weights(scores[line, : lengths[line]], transitions)
        assert known[tuple(states)] == pytest.approx(max(known.values()), rel=1e-4)


@given(padded_scores(), st.data())
def test_a_span_is_as_likely_as_the_sequences_that_hold_it(
    case: tuple[Floats, Floats, list[int]], data: st.DataObject
) -> None:
    scores, transitions, lengths = case
    line = data.draw(st.integers(0, len(lengths) - 1))
    length = lengths[line]
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    inside = data.draw(st.integers(0, STATES - 1))
    # A span is its first state, then those that lengthen it.
    span = (data.draw(st.integers(0, STATES - 1)), *[inside] * (end - start - 1))
    known = weights(scores[line, :length], transitions)
    meant = sum(
        weight
        for states, weight in known.items()
        if states[start:end] == span
        and (end == length or states[end] != inside)
        and (start == 0 or span[0] != inside or states[start - 1] != inside)
    )
    found = Lattice(scores, transitions, lengths).likelihood(line, start, span, inside)
    assert found == pytest.approx(meant / sum(known.values()), rel=1e-4, abs=1e-9)
