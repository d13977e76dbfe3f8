"""The model file: what the tagger learnt, as arrays.

The file is NumPy's ``.npz`` without pickled objects. Embeddings are kept as bytes with one
scale for each feature; everything else as half-precision numbers.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """What the tagger learnt.

    With S states, F features, E the width of embeddings and H that of the recurrent layer:
    ``features`` gives each feature its row of ``table`` (F + 1, S + E), where row 0 is that of
    no feature, the first S columns are scores of states and the others an embedding. The
    recurrent layer runs in two directions: ``inputs`` (2, E, 4H), ``recurrent`` (2, H, 4H) and
    ``gates`` (2, 4H), columns in the order input, forget, output, cell, the first three halved
    (see ``network``). ``output`` (2H + E, S) with ``bias`` (S) turns what it gives into scores;
    ``start`` (S) and ``transitions`` (S, S; from, to) are the chain's.
    """

    states: tuple[str, ...]
    features: Mapping[str, int]
    table: Floats
    inputs: Floats
    recurrent: Floats
    gates: Floats
    output: Floats
    bias: Floats
    start: Floats
    transitions: Floats


def read_model(content: bytes) -> Model:
    """The model in the bytes of a model file."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        names = bytes(arrays["features"]).decode("utf-8").split("\n")
        states = bytes(arrays["states"]).decode("utf-8").split("\n")
        scores = arrays["scores"].astype(np.float32)
        embeddings = arrays["embeddings"].astype(np.float32) * arrays["scales"].astype(np.float32)
        numbers = {name: arrays[name].astype(np.float32) for name in _PLAIN}
    table = np.zeros((len(names) + 1, scores.shape[1] + embeddings.shape[1]), dtype=np.float32)
    table[1:, : len(states)] = scores
    table[1:, len(states) :] = embeddings
    rows = {name: row for row, name in enumerate(names, start=1)}
    return Model(tuple(states), rows, table, **numbers)


def write_model(model: Model) -> bytes:
    """The model file of ``model``; reading it gives the same up to the precision of the file."""
    size = len(model.states)
    embeddings = model.table[1:, size:]
    scales = np.maximum(np.abs(embeddings).max(axis=1, keepdims=True) / _STEPS, _TINY)
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        features=_bytes(sorted(model.features, key=model.features.__getitem__)),
        states=_bytes(model.states),
        scores=model.table[1:, :size].astype(np.float16),
        embeddings=np.rint(embeddings / scales).astype(np.int8),
        scales=scales.astype(np.float16),
        **{name: getattr(model, name).astype(np.float16) for name in _PLAIN},
    )
    return buffer.getvalue()


def _bytes(words: list[str] | tuple[str, ...]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


# What is kept as it is.
_PLAIN = ("inputs", "recurrent", "gates", "output", "bias", "start", "transitions")
# An embedding's numbers are kept in this many steps to either side of nought.
_STEPS = 127
_TINY = 1e-4
