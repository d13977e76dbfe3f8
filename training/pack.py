"""The chain and the network made one model: the product of their distributions."""

from collections.abc import Mapping, Sequence

import numpy as np
from chained import Chain
from recurrent import Network
from settings import CHAIN_SHARE, NETWORK_SHARE, SHARPNESS

from citekit.refparser.tagging.model import Floats, Model


def known_features(chain: Chain) -> dict[str, int]:
    """The features that the chain kept, each with its row from 1.

    The network sees no others: L1 has chosen those that tell something.
    """
    names = sorted({feature for feature, _ in chain.scores})
    return {name: row for row, name in enumerate(names, start=1)}


def pack(
    chain: Chain,
    network: Network,
    features: Mapping[str, int],
    states: Sequence[str],
    sharpness: float = SHARPNESS,
) -> Model:
    """The model of both."""
    number = {state: i for i, state in enumerate(states)}
    scores = np.zeros((len(features) + 1, len(states)), dtype=np.float32)
    for (feature, state), weight in chain.scores.items():
        scores[features[feature], number[state]] = weight
    transitions = np.zeros((len(states), len(states)), dtype=np.float32)
    for (before, after), weight in chain.transitions.items():
        transitions[number[before], number[after]] = weight
    learnt = {name: value.detach().numpy() for name, value in network.named_parameters()}
    ways = ("", "_reverse")
    share, other = CHAIN_SHARE * sharpness, NETWORK_SHARE * sharpness
    return Model(
        states=tuple(states),
        features=features,
        table=np.concatenate((scores * share, learnt["embedding.weight"]), axis=1),
        inputs=np.stack([_gates(learnt[f"lstm.weight_ih_l0{way}"]).T for way in ways]),
        recurrent=np.stack([_gates(learnt[f"lstm.weight_hh_l0{way}"]).T for way in ways]),
        gates=np.stack(
            [
                _gates(learnt[f"lstm.bias_ih_l0{way}"] + learnt[f"lstm.bias_hh_l0{way}"])
                for way in ways
            ]
        ),
        output=learnt["output.weight"].T * other,
        bias=learnt["output.bias"] * other,
        start=learnt["start"] * other,
        transitions=transitions * share + learnt["transitions"] * other,
    )


def _gates(rows: Floats) -> Floats:
    """PyTorch's gates (input, forget, cell, output) in the order of the model, and halved."""
    opening, forgetting, cell, giving = np.split(rows, 4)
    return np.concatenate((opening / 2, forgetting / 2, giving / 2, cell))
