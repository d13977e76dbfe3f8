"""Says how true the confidences are, on development strings labelled by hand.

A confidence is true if of the values given with confidence 0.8 eight in ten are right. Prints for
each tenth how many values there are, what was promised and what was kept; the expected calibration
error (Naeini, Cooper and Hauskrecht 2015); and how sharp the model should be: the factor on all
its scores under which the values of one half of the strings are likeliest, tried on the other half.

Usage: python training/calibrate.py --data FOLDER [--model MODEL]
"""

import argparse
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
from evaluate import MACHINE_LABELLED, SHIPPED, load

from citekit.refparser.labelling import label_references
from citekit.refparser.tagging.model import Model, read_model
from citekit.refparser.tagging.tagger import Tagger

_FACTORS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25)
_BINS = 10
# No value is promised for certain.
_EDGE = 1e-3

# How sure a value was said to be, and whether it was right.
Promise = tuple[float, bool]


def main() -> None:
    """Reads the arguments, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    arguments = parser.parse_args()
    program = load(arguments.data / "evaluate_parser.py")
    rows = [json.loads(row) for row in (arguments.data / "dev.jsonl").open(encoding="utf-8")]
    rows = [row for row in rows if row["source"] not in MACHINE_LABELLED]
    meta = json.loads((arguments.data / "sources.json").read_text(encoding="utf-8"))
    model = read_model(arguments.model.read_bytes())
    halves = (rows[::2], rows[1::2])
    tried = {
        factor: [promises(program, meta, half, sharpened(model, factor)) for half in halves]
        for factor in _FACTORS
    }
    for here, there in ((0, 1), (1, 0)):
        best = min(_FACTORS, key=lambda factor: surprise(tried[factor][here]))
        error = calibration_error(tried[best][there])
        print(f"sharpest on half {here}: {best}; calibration error on the other: {error:.3f}")
    print_reliability([*tried[1.0][0], *tried[1.0][1]])


def sharpened(model: Model, factor: float) -> Tagger:
    """The tagger of the model with all its scores times ``factor``."""
    size = len(model.states)
    table = model.table.copy()
    table[:, :size] *= factor
    weights = {name: getattr(model, name) * factor for name in ("output", "bias", "start")}
    changed = replace(model, table=table, transitions=model.transitions * factor, **weights)
    return Tagger(changed)


def promises(
    program: ModuleType, meta: dict[str, dict[str, object]], rows: Sequence[dict], tagger: Tagger
) -> list[Promise]:
    """What was promised of each value, and whether it was kept; values without doubt left out."""
    found: list[Promise] = []
    texts = [row["text"] for row in rows]
    for row, labels in zip(rows, label_references(texts, tagger=tagger), strict=True):
        rules = meta.get(row["source"], {})
        merge, drop = rules.get("merge"), set(rules.get("unannotated", ()))
        gold = program.canonical(row["text"], row["labels"], merge)
        ignored = [(start, end) for start, end, label in gold if label == "_ignore"]
        for label in labels:
            spans = [(label.start, label.end, label.variable)]
            canonical = program.canonical(row["text"], spans, merge, drop)
            for span in canonical:
                undecided = any(s <= span[0] and span[1] <= e for s, e in ignored)
                if label.confidence < 1 and not undecided:
                    found.append((label.confidence, span in gold))
    return found


def surprise(found: Iterable[Promise]) -> float:
    """The sum of the logarithmic losses of the promises."""
    kept = ((min(1 - _EDGE, max(_EDGE, sure)), right) for sure, right in found)
    return -sum(math.log(sure if right else 1 - sure) for sure, right in kept)


def calibration_error(found: Sequence[Promise]) -> float:
    """The mean distance between promise and truth over tenths, weighted by their size."""
    return sum(
        len(some) * abs(np.mean([sure for sure, _ in some]) - np.mean([right for _, right in some]))
        for some in tenths(found)
        if some
    ) / len(found)


def tenths(found: Iterable[Promise]) -> list[list[Promise]]:
    """The promises by tenths of confidence."""
    bins: list[list[Promise]] = [[] for _ in range(_BINS)]
    for promise in found:
        bins[min(_BINS - 1, int(promise[0] * _BINS))].append(promise)
    return bins


def print_reliability(found: Sequence[Promise]) -> None:
    """A row for each tenth."""
    print("confidence   values  promised   right")
    for i, some in enumerate(tenths(found)):
        if some:
            promised = np.mean([sure for sure, _ in some])
            right = np.mean([right for _, right in some])
            tenth = f"{i / _BINS:.1f} to {(i + 1) / _BINS:.1f}"
            print(f"{tenth} {len(some):8} {promised:9.2f} {right:7.2f}")
    print(f"expected calibration error {calibration_error(found):.3f}")


if __name__ == "__main__":
    main()
