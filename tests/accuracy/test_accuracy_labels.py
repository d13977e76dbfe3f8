"""Reference strings are labelled as well as ever."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from gold_data import data_folder, load_program

from citekit.refparser.labelling import label_reference

_NOTES = Path(__file__).parents[1] / "cases" / "refparser" / "labels-notes.jsonl"
_MACHINE_LABELLED = {"anystyle-ugly", "anystyle-bad", "anystyle-good"}
# Every third of the strings that were labelled by hand: quick, and the same each time.
_EVERY, _MOST = 3, 600

Span = tuple[int, int, str]


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]


def spans_of(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> list[Span]:
    return [(label.start, label.end, label.variable) for label in label_reference(text, emphasis)]


def without_stops(row: dict[str, Any]) -> list[Span]:
    """The labels of a row without the full stops at their ends, which no label keeps."""
    text = row["text"]
    return [(s, s + len(text[s:e].rstrip(".")), name) for s, e, name in row["labels"]]


def span_f1(gold: Sequence[Sequence[Span]], found: Sequence[Sequence[Span]]) -> float:
    """F1 of spans with both ends and the variable right."""
    right = sum(len(set(g) & set(f)) for g, f in zip(gold, found, strict=True))
    return 2 * right / (sum(map(len, gold)) + sum(map(len, found)))


@pytest.mark.parametrize(("italics", "floor"), [(True, 0.98), (False, 0.98)])
def test_notes_in_the_humanities_are_labelled(*, italics: bool, floor: float) -> None:
    rows = rows_of(_NOTES)
    gold = [without_stops(row) for row in rows]
    found = [spans_of(row["text"], row["emphasis"] if italics else ()) for row in rows]
    assert span_f1(gold, found) >= floor


def test_the_development_set_is_labelled() -> None:
    folder = data_folder("parser-data")
    program = load_program(folder / "evaluate_parser.py")
    rows = [row for row in rows_of(folder / "dev.jsonl") if row["source"] not in _MACHINE_LABELLED]
    rows = rows[::_EVERY][:_MOST]
    meta = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    found = {row["id"]: spans_of(row["text"]) for row in rows}
    result = program.evaluate(rows, found, meta)[0]["ALL"]
    assert result["strict"].micro()[2] >= 0.905
    assert result["cst"] / result["n"] >= 0.72
