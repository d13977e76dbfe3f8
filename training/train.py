"""Trains the tagger: labelled strings and synthetic ones in, a model and its card out.

Usage: python training/train.py --data FOLDER [--records FILE] -o MODEL
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pycrfsuite
from bank import build_bank
from chance import chance
from corpus import Example, encode, hides_a_value, read_examples, read_unannotated
from synthesis import synthesise

from citekit.refparser.features.rows import feature_rows

SEED = 20
SYNTHETIC = 8_000
# A share of the real strings gets the italics that its style would have.
_EMPHASISED = 0.25
# Labelled by machine with an error in every third string.
_UNSOUND = frozenset(("anystyle-ugly", "anystyle-bad"))
SETTINGS = {"c1": 0.4, "c2": 0.1, "feature.minfreq": 3, "max_iterations": 115}


def main() -> None:
    """Reads the arguments and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--records", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC)
    parser.add_argument("--limit", type=int, default=0, help="use only so many real strings")
    parser.add_argument("--set", action="append", default=[], help="NAME=VALUE for the trainer")
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
    settings = dict(SETTINGS)
    for setting in arguments.set:
        name, _, value = setting.partition("=")
        settings[name] = float(value) if "." in value else int(value)
    train([*examples, *made], arguments.output, settings)


def train(examples: Sequence[Example], output: Path, settings: dict[str, float]) -> None:
    """Writes the model of the examples to ``output``."""
    trainer = pycrfsuite.Trainer(verbose=False, params=settings)
    started = time.monotonic()
    for example in examples:
        line, states = encode(example)
        if states:
            trainer.append(pycrfsuite.ItemSequence(feature_rows(line)), states)
    trainer.train(str(output))
    took = time.monotonic() - started
    print(f"{len(examples)} strings, {took:.0f} s, {output.stat().st_size} bytes")


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
