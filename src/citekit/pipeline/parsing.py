"""Reference strings, one a line, to references or labels."""

import json
from collections.abc import Iterator
from dataclasses import replace

from citekit.model.reference import Reference
from citekit.refparser.labelling import label_reference
from citekit.refparser.parsing import parse_reference
from citekit.resolver.keys import assign_keys
from citekit.text.lines import LINE_END


def parse(text: str) -> Reference:
    """The reference that one string holds; its spans count in ``text``."""
    return parse_reference(text)


def parse_lines(text: str, *, path: str = "") -> tuple[Reference, ...]:
    """The references of the lines of ``text`` in their order, each with a key.

    Empty lines are left out. Origins count in the whole of ``text``.
    """
    parsed = [
        _moved(parse_reference(line.strip(), path=path), start + len(line) - len(line.lstrip()))
        for start, line in _lines(text)
        if line.strip()
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
    for number, (_, line) in enumerate(_lines(text), start=1):
        if not line.strip():
            continue
        identifier, string = _identified(line, number)
        labels = [[x.start, x.end, x.variable] for x in label_reference(string)]
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
