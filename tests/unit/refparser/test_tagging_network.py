"""The network against itself worked out token by token, and the model's file."""

import numpy as np
import pytest

from citekit.refparser.tagging.model import Floats, Model, read_model, write_model
from citekit.refparser.tagging.network import emissions

STATES, EMBEDDING, HIDDEN, FEATURES = 3, 4, 2, 9


@pytest.fixture
def model() -> Model:
    rng = np.random.default_rng(7)

    def some(*shape: int) -> Floats:
        return rng.normal(size=shape).astype(np.float32)

    table = some(FEATURES + 1, STATES + EMBEDDING)
    table[0] = 0
    return Model(
        states=("~", "B-title", "title"),
        features={f"feature {i}": i for i in range(1, FEATURES + 1)},
        table=table,
        inputs=some(2, EMBEDDING, 4 * HIDDEN),
        recurrent=some(2, HIDDEN, 4 * HIDDEN),
        gates=some(2, 4 * HIDDEN),
        output=some(2 * HIDDEN + EMBEDDING, STATES),
        bias=some(STATES),
        start=some(STATES),
        transitions=some(STATES, STATES),
    )


def doubled(values: Floats) -> Floats:
    """The sigmoid of twice the values."""
    result: Floats = 1 / (1 + np.exp(-values - values))
    return result


def read_one_way(model: Model, way: int, inputs: list[Floats]) -> list[Floats]:
    """An LSTM as its paper writes it; the model's gates are kept halved."""
    hidden: Floats = np.zeros(HIDDEN, dtype=np.float32)
    cell = hidden
    given = []
    for one in inputs:
        total = one @ model.inputs[way] + hidden @ model.recurrent[way] + model.gates[way]
        opening, forgetting, giving, fresh = np.split(total, 4)
        cell = doubled(forgetting) * cell + doubled(opening) * np.tanh(fresh)
        hidden = doubled(giving) * np.tanh(cell)
        given.append(hidden)
    return given


def expected(model: Model, line: list[list[int]]) -> list[Floats]:
    sums = [model.table[row].sum(axis=0) for row in line]
    inputs = [np.tanh(total[STATES:]) for total in sums]
    forward = read_one_way(model, 0, inputs)
    backward = read_one_way(model, 1, inputs[::-1])[::-1]
    scores = [
        np.concatenate((*both, one)) @ model.output + model.bias + total[:STATES]
        for *both, one, total in zip(forward, backward, inputs, sums, strict=True)
    ]
    scores[0] = scores[0] + model.start
    return scores


def test_lines_of_any_length_are_scored_together_as_alone(model: Model) -> None:
    lines = [[[1, 2], [3], [4, 5, 6]], [[7]], [[], [8, 9, 1]]]
    found = emissions(model, lines)
    for line, scores in zip(lines, found, strict=True):
        for token, meant in enumerate(expected(model, line)):
            assert scores[token] == pytest.approx(meant, abs=1e-4)


def test_a_model_file_gives_the_model_back(model: Model) -> None:
    again = read_model(write_model(model))
    assert again.states == model.states
    assert again.features == model.features
    assert again.table == pytest.approx(model.table, abs=0.02)
    for name in ("inputs", "recurrent", "gates", "output", "bias", "start", "transitions"):
        assert getattr(again, name) == pytest.approx(getattr(model, name), abs=0.005)
