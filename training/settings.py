"""How the shipped model is trained."""

from collections.abc import Mapping
from dataclasses import dataclass

SEED = 20
# Made-up strings beside the real ones.
SYNTHETIC = 8_000
# The chain: what python-crfsuite is told.
CHAIN: Mapping[str, float] = {"c1": 0.4, "c2": 0.1, "feature.minfreq": 3, "max_iterations": 115}


@dataclass(frozen=True, slots=True)
class Network:
    """How large the network is and how it is trained.

    ``forgotten`` is the share of features that are left out at random in training, ``dropout``
    that of numbers between the layers; ``together`` the tokens of one step, padding included.
    """

    embedding: int = 80
    hidden: int = 128
    epochs: int = 12
    forgotten: float = 0.35
    dropout: float = 0.45
    rate: float = 2e-3
    decay: float = 1e-3
    together: int = 1_500
    seed: int = 5


NETWORK = Network()
# How much the chain and the network are trusted; of a tenth more or less nothing depends.
CHAIN_SHARE = 0.4
NETWORK_SHARE = 0.6
# What makes the confidences true, see calibrate.py.
SHARPNESS = 0.7
