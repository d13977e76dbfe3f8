"""Scores a model on the development strings and on the hand-made notes; writes its card.

Usage: python training/evaluate.py --data FOLDER [--model MODEL] [--records FILE] [--card FILE]
"""

import argparse
import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from corpus import digest
from settings import CHAIN, CHAIN_SHARE, NETWORK, NETWORK_SHARE, SEED, SHARPNESS, SYNTHETIC

from citekit.refparser.labelling import label_references
from citekit.refparser.tagging.model import read_model
from citekit.refparser.tagging.tagger import Tagger

_PROJECT = Path(__file__).parents[1]
# The model in the package.
SHIPPED = _PROJECT / "src" / "citekit" / "refparser" / "data" / "references.npz"
_NOTES = _PROJECT / "tests" / "cases" / "refparser" / "labels-notes.jsonl"
MACHINE_LABELLED = frozenset(("anystyle-ugly", "anystyle-bad", "anystyle-good"))

Row = Mapping[str, Any]


def main() -> None:
    """Reads the arguments, scores, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--card", type=Path)
    arguments = parser.parse_args()
    program = load(arguments.data / "evaluate_parser.py")
    scores = _scores(program, arguments.data, Tagger(read_model(arguments.model.read_bytes())))
    for name, (f1, whole) in scores.items():
        print(f"{name:24} strict micro F1 {f1:5.1f}   wholly right {whole:5.1f} %")
    if arguments.card is not None:
        files = {"train": arguments.data / "train.jsonl", "dev": arguments.data / "dev.jsonl"}
        if arguments.records is not None:
            files["records"] = arguments.records
        card = _card(arguments.model, files, scores)
        arguments.card.write_text(card, encoding="utf-8")


def _scores(program: ModuleType, data: Path, tagger: Tagger) -> dict[str, tuple[float, float]]:
    """By set: strict micro F1 and the share of strings wholly right, in per cent."""
    dev, notes = _rows(data / "dev.jsonl"), _rows(_NOTES)
    hand = [row for row in dev if row["source"] not in MACHINE_LABELLED]
    meta = json.loads((data / "sources.json").read_text(encoding="utf-8"))
    plain = [{**row, "emphasis": ()} for row in notes]
    sets: Sequence[tuple[str, Sequence[Row], Mapping[str, Any]]] = (
        ("dev", hand, meta),
        ("dev-with-machine-labelled", dev, meta),
        ("notes", plain, {}),
        ("notes-with-italics", notes, {}),
    )
    scores = {}
    for name, rows, sources in sets:
        result = program.evaluate(rows, _labels(rows, tagger), sources)[0]["ALL"]
        whole = 100 * result["cst"] / result["n"]
        scores[name] = (100 * result["strict"].micro()[2], whole)
    return scores


def _labels(rows: Sequence[Row], tagger: Tagger) -> dict[str, list[tuple[int, int, str]]]:
    texts = [row["text"] for row in rows]
    found = label_references(texts, [row.get("emphasis", ()) for row in rows], tagger=tagger)
    return {
        row["id"]: [(label.start, label.end, label.variable) for label in labels]
        for row, labels in zip(rows, found, strict=True)
    }


def _card(model: Path, files: Mapping[str, Path], scores: Mapping[str, tuple[float, float]]) -> str:
    """What there is to know of a model, as TOML."""
    rows = [
        "# The model beside this file; made by training/train.py, written by training/evaluate.py.",
        f'sha256 = "{digest(model)}"',
        f"bytes = {model.stat().st_size}",
        "",
        "[training]",
        f"seed = {SEED}",
        f"synthetic = {SYNTHETIC}",
        f"shares = [{CHAIN_SHARE}, {NETWORK_SHARE}]",
        f"sharpness = {SHARPNESS}",
        "",
        "[training.chain]",
        *(f'"{name}" = {value}' for name, value in CHAIN.items()),
        "",
        "[training.network]",
        *(f"{name} = {value}" for name, value in asdict(NETWORK).items()),
        "",
        "# SHA-256 of the files that were read.",
        "[data]",
        *(f'{name} = "{digest(path)}"' for name, path in files.items()),
        "",
        "# Strict micro F1 and the share of strings wholly right, in per cent.",
        "[scores]",
        *(f"{name} = [{f1:.1f}, {whole:.1f}]" for name, (f1, whole) in scores.items()),
    ]
    return "\n".join(rows) + "\n"


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row]


def load(path: Path) -> ModuleType:
    """The module in a file that is no part of a package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
