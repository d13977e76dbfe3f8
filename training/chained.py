"""Trains the chain: a linear-chain CRF over the features (python-crfsuite)."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite
from settings import CHAIN


@dataclass(frozen=True, slots=True)
class Sequenced:
    """A string as the trainers see it: the feature names and the state of each token."""

    rows: Sequence[Sequence[str]]
    states: Sequence[str]


@dataclass(frozen=True, slots=True)
class Chain:
    """The weights that L1 left: of features with states, and of states in a row."""

    scores: Mapping[tuple[str, str], float]
    transitions: Mapping[tuple[str, str], float]


def train_chain(strings: Sequence[Sequenced], settings: Mapping[str, float] = CHAIN) -> Chain:
    """The chain learnt from the strings."""
    trainer = pycrfsuite.Trainer(verbose=False, params=dict(settings))
    for string in strings:
        trainer.append(pycrfsuite.ItemSequence(string.rows), string.states)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
        return Chain(dict(learnt.state_features), dict(learnt.transitions))
