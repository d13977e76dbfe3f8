"""Trains the tagger: labelled strings and synthetic ones in, a model and its card out.

Needs python-crfsuite and PyTorch, which citekit itself does not.

Usage: python training/train.py --data FOLDER [--records FILE] -o MODEL
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bank import build_bank
from chained import Sequenced, train_chain
from chance import chance
from corpus import Example, encode, hides_a_value, read_examples, read_unannotated
from pack import known_features, pack
from recurrent import train_network
from settings import SEED, SYNTHETIC
from synthesis import synthesise

from citekit.refparser.features.rows import feature_rows
from citekit.refparser.tagging.model import Model, write_model

# A share of the real strings gets the italics that its style would have.
_EMPHASISED = 0.25
# Labelled by machine with an error in every third string.
_UNSOUND = frozenset(("anystyle-ugly", "anystyle-bad"))


def main() -> None:
    """Reads the arguments and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--records", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC)
    parser.add_argument("--limit", type=int, default=0, help="use only so many real strings")
    arguments = parser.parse_args()
    rng = random.Random(SEED)
    read = read_examples(arguments.data / "train.jsonl")
    unannotated = read_unannotated(arguments.data / "sources.json")
    examples = [
        example
        for example in read
        if example.source not in _UNSOUND
        and not hides_a_value(example, unannotated[example.source])
    ]
    rng.shuffle(examples)
    if arguments.limit:
        examples = examples[: arguments.limit]
    examples = [set_italics(example, rng) for example in examples]
    made = synthesise(build_bank(read, arguments.records), arguments.synthetic, SEED)
    content = write_model(train([*examples, *made]))
    arguments.output.write_bytes(content)
    print(f"{arguments.output}: {len(content)} bytes")


def train(examples: Sequence[Example]) -> Model:
    """The model learnt from the examples; prints how long each part took."""
    started = time.monotonic()
    encoded = (encode(example) for example in examples)
    strings = [Sequenced(feature_rows(line), states) for line, states in encoded if states]
    print(f"{len(strings)} strings read in {time.monotonic() - started:.0f} s", flush=True)
    started = time.monotonic()
    chain = train_chain(strings)
    features = known_features(chain)
    took = time.monotonic() - started
    print(f"chain of {len(features)} features in {took:.0f} s", flush=True)
    states = sorted({state for string in strings for state in string.states})
    network = train_network(strings, features, states)
    return pack(chain, network, features, states)


def set_italics(example: Example, rng: random.Random) -> Example:
    """Some strings with the italics of their style: the container's title, else a book's."""
    if not chance(rng, _EMPHASISED):
        return example
    labels = {label for _, _, label in example.labels}
    wanted = "container-title" if "container-title" in labels else "title"
    if wanted == "title" and not labels & {"publisher", "publisher-place"}:
        return example
    italics = [(start, end) for start, end, label in example.labels if label == wanted]
    if chance(rng, 0.15):  # some styles set the volume in italics too
        italics += [(start, end) for start, end, label in example.labels if label == "volume"]
    return replace(example, emphasis=tuple(sorted(italics)))


if __name__ == "__main__":
    main()
