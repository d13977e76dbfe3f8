"""Scores of states for each token: what its features say, alone and in the light of the others.

The scores of a linear-chain CRF are added to those of a bidirectional LSTM-CRF over the same
features (Huang, Xu and Yu 2015, "Bidirectional LSTM-CRF Models for Sequence Tagging"); the sum is
the product of the two distributions (Hinton 2002, "product of experts"). The two err apart, so
that together they err less than the better one.
"""

from collections.abc import Sequence
from itertools import chain, zip_longest

import numpy as np
from numpy.typing import NDArray

from citekit.refparser.tagging.model import Floats, Model

_HALF = np.float32(0.5)
# The features of one token, as rows of the model's table.
Features = Sequence[int]


def emissions(model: Model, lines: Sequence[Sequence[Features]]) -> Floats:
    """The scores of each state for each token of each line: (lines, tokens, states).

    Lines are padded to the longest; what stands beyond the end of a line means nothing.
    """
    lengths = np.array([len(line) for line in lines])
    within = np.arange(lengths.max())[None, :] < lengths[:, None]
    size = len(model.states)
    summed = _sums(model, list(chain.from_iterable(lines)))
    inputs = np.zeros((*within.shape, summed.shape[1] - size), dtype=np.float32)
    inputs[within] = np.tanh(summed[:, size:])
    read = _read_both_ways(model, inputs, lengths)
    scores: Floats = np.concatenate((read, inputs), axis=2) @ model.output + model.bias
    scores[within] += summed[:, :size]
    scores[:, 0] += model.start
    return scores


def _sums(model: Model, tokens: Sequence[Features]) -> Floats:
    """The sums of the rows of each token's features."""
    sums = np.zeros((len(tokens), model.table.shape[1]), dtype=np.float32)
    # One feature of every token at a time: many times as quick as token by token.
    some = np.empty_like(sums)
    for rows in zip_longest(*tokens, fillvalue=0):
        np.take(model.table, rows, axis=0, out=some, mode="clip")
        sums += some
    return sums


def _read_both_ways(model: Model, inputs: Floats, lengths: NDArray[np.int64]) -> Floats:
    """What the recurrent layer gives for each token: (lines, tokens, 2H)."""
    count, longest, _ = inputs.shape
    places = np.arange(longest)[None, :]
    # The place of each token when its line is read from its end; padding stays where it is.
    reverse = np.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
    which = np.arange(count)[:, None]
    both = np.stack((inputs, inputs[which, reverse]))
    gates = both @ model.inputs[:, None] + model.gates[:, None, None]
    width = model.recurrent.shape[1]
    hidden: Floats = np.zeros((2, count, width), dtype=np.float32)
    cell: Floats = hidden
    given = np.empty((2, count, longest, width), dtype=np.float32)
    for place in range(longest):
        # sigmoid(x) is (1 + tanh(x / 2)) / 2; the halves are in the weights.
        now = np.tanh(gates[:, :, place] + hidden @ model.recurrent)
        opened: Floats = now[..., : 3 * width] * _HALF + _HALF
        cell = opened[..., width : 2 * width] * cell + opened[..., :width] * now[..., 3 * width :]
        hidden = opened[..., 2 * width :] * np.tanh(cell)
        given[:, :, place] = hidden
    return np.concatenate((given[0], given[1][which, reverse]), axis=2)
