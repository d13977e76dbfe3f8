"""Reference strings, one a line, to references or labels."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from citekit.model.reference import Reference
from citekit.refparser.labelling import label_reference
from citekit.refparser.parsing import parse_reference
from citekit.resolver.keys import assign_keys


def parse(text: str) -> Reference:
    """The reference that one string holds; its spans count in ``text``."""
    return parse_reference(text)


def parse_lines(lines: Iterable[str], *, path: str = "") -> tuple[Reference, ...]:
    """The references of ``lines`` in their order, each with a key; empty lines are left out."""
    parsed = [parse_reference(line.strip(), path=path) for line in lines if line.strip()]
    keys = assign_keys(parsed)
    return tuple(replace(reference, key=key) for reference, key in zip(parsed, keys, strict=True))


def label_lines(lines: Iterable[str]) -> Iterator[str]:
    """For each JSON line ``{"id", "text"}`` a line ``{"id", "labels": [[start, end, label]]}``.

    A line that is no JSON object is taken for the text itself, and numbered from 1.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        identifier, text = _identified(line, number)
        labels = [[x.start, x.end, x.variable] for x in label_reference(text)]
        yield json.dumps({"id": identifier, "labels": labels}, ensure_ascii=False)


def _identified(line: str, number: int) -> tuple[object, str]:
    if line.lstrip().startswith("{"):
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            record = None
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            return record.get("id", number), record["text"]
    return number, line.strip("\r\n")
