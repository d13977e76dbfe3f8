"""Reference strings, one a line, to references or labels."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from citekit.model.reference import Reference
from citekit.refparser.labelling import label_references
from citekit.refparser.parsing import parse_reference, parse_references
from citekit.resolver.keys import assign_keys
from citekit.text.lines import LINE_END

Item = TypeVar("Item")
# Strings of like length are tagged together, so that it pays to have many to choose from.
_TOGETHER = 1_000


def parse(text: str) -> Reference:
    """The reference that one string holds; its spans count in ``text``."""
    return parse_reference(text)


def parse_lines(text: str, *, path: str = "") -> tuple[Reference, ...]:
    """The references of the lines of ``text`` in their order, each with a key.

    Empty lines are left out. Origins count in the whole of ``text``.
    """
    lines = [(start + len(x) - len(x.lstrip()), x.strip()) for start, x in _lines(text)]
    lines = [(start, line) for start, line in lines if line]
    parsed = [
        _moved(reference, start)
        for some in _groups(lines)
        for reference, (start, _) in zip(
            parse_references([line for _, line in some], path=path), some, strict=True
        )
    ]
    keys = assign_keys(parsed)
    return tuple(replace(reference, key=key) for reference, key in zip(parsed, keys, strict=True))


def _moved(reference: Reference, offset: int) -> Reference:
    origins = {
        variable: tuple(replace(x, start=x.start + offset, end=x.end + offset) for x in places)
        for variable, places in reference.origins.items()
    }
    return replace(reference, origins=origins)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of ``text`` without their ends, each with its offset.

    Other separators, such as U+2028, are part of a line, as JSON Lines needs it.
    """
    start = 0
    for end in LINE_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


def label_lines(text: str) -> Iterator[str]:
    """The labels of each line of ``text``: ``{"id", "labels": [[start, end, label]]}``.

    A line is a JSON object ``{"id", "text"}``; any other line is taken for the text itself, and
    has its number, from 1, for an id.
    """
    strings = [
        _identified(line, number)
        for number, (_, line) in enumerate(_lines(text), start=1)
        if line.strip()
    ]
    for some in _groups(strings):
        found = label_references([string for _, string in some])
        for (identifier, _), labels in zip(some, found, strict=True):
            spans = [[label.start, label.end, label.variable] for label in labels]
            yield json.dumps({"id": identifier, "labels": spans}, ensure_ascii=False)


def _groups(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """So many items at a time as are read together."""
    for start in range(0, len(items), _TOGETHER):
        yield items[start : start + _TOGETHER]


def _identified(line: str, number: int) -> tuple[object, str]:
    if line.lstrip().startswith("{"):
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            record = None
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            return record.get("id", number), record["text"]
    return number, line.strip("\r\n")
