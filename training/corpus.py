"""Labelled reference strings as token sequences with states."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citekit.refparser.features.line import Line
from citekit.refparser.labelling import locked_line
from citekit.refparser.locks import find_locks
from citekit.refparser.tagging.states import states_of

# Too rare to learn, or a stretch on which the annotators did not decide.
_TOO_RARE = frozenset(("director", "producer", "chapter-number", "_ignore"))
# Signs that end no value.
_LOOSE = frozenset(".,;:-–—/\"'“”‘’«»([{<>=*·•|")
# What gives away a value of a label that a source does not have.
_CUES = {
    "edition": re.compile(r"\b(?:edn|edition|édition|edizione|aufl|auflage)\b", re.IGNORECASE),
    "translator": re.compile(
        r"\b(?:transl?|translated|trad|traduit|übers|übersetzt)\b", re.IGNORECASE
    ),
    "genre": re.compile(r"\b(?:thesis|dissertation|diss|thèse|tesi|habil)\b", re.IGNORECASE),
    "number": re.compile(r"\b(?:report|paper|rapport)s?\s+(?:no\b|nr\b|\d)", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A string with its labelled spans in code points, half-open."""

    id: str
    source: str
    text: str
    labels: tuple[tuple[int, int, str], ...]
    emphasis: tuple[tuple[int, int], ...] = field(default=())


def read_examples(path: Path) -> list[Example]:
    """The examples of a file of JSON Lines, in order."""
    return [
        _example(json.loads(row)) for row in path.read_text(encoding="utf-8").splitlines() if row
    ]


def _example(row: Mapping[str, Any]) -> Example:
    return Example(row["id"], row["source"], row["text"], tuple(tuple(x) for x in row["labels"]))


def read_unannotated(path: Path) -> Mapping[str, frozenset[str]]:
    """By source the labels that its annotators never used."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return {source: frozenset(entry["unannotated"]) for source, entry in table.items()}


def hides_a_value(example: Example, unannotated: frozenset[str]) -> bool:
    """Whether the string has, outside its labels, what its annotators never labelled.

    To learn from it would be to learn that such values are none.
    """
    rest = list(example.text)
    for start, end, _ in example.labels:
        rest[start:end] = " " * (end - start)
    outside = "".join(rest)
    return any(label in unannotated and cue.search(outside) for label, cue in _CUES.items())


def encode(example: Example) -> tuple[Line, list[str]]:
    """The line and the states of an example; locked values are labelled as what they are."""
    locks = find_locks(example.text)
    line = locked_line(example.text, locks, example.emphasis)
    labels = [label for label in example.labels if label[2] not in _TOO_RARE]
    labels += [
        (lock.start, lock.end, lock.variable)
        for lock in locks
        if not any(start < lock.end and lock.start < end for start, end, _ in example.labels)
    ]
    spans: list[tuple[int, int, str]] = []
    at = 0
    for start, end, variable in sorted(labels):
        first = next((i for i in range(at, len(line.tokens)) if line.tokens[i].end > start), at)
        last = first
        while last < len(line.tokens) and line.tokens[last].start < end:
            last += 1
        at = last
        while last > first and line.tokens[last - 1].text in _LOOSE:
            last -= 1
        if last > first:
            spans.append((first, last, variable))
    return line, states_of(spans, len(line.tokens))


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
