"""What a reStructuredText document says of itself: its docinfo, and the fields of Sphinx.

Source: reStructuredText Markup Specification, "Bibliographic Fields".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.page_metadata import build_metadata
from citekit.readers.restructured_text.definitions import RstDefinitions
from citekit.readers.restructured_text.inline import RstInline, scan_rst
from citekit.readers.source_paragraph import SourceParagraph

_FIELD = re.compile(r":(?P<name>[A-Za-z][\w -]{0,40}):(?:[ \t]+(?P<value>[^\r\n]*))?")
_BELOW = re.compile(r"[ \t]+(?:[-*][ \t]+)?(?P<value>\S[^\r\n]*)")
_TITLE = re.compile(
    r"\s*+(?:\.\.[^\r\n]*(?:(?:\r\n|\r|\n)(?:[ \t]+[^\r\n]*)?)++\s*+)*+"
    r"(?:(?P<above>[=\-~#*^\"+`:.]{3,})[ \t]*(?:\r\n|\r|\n))?"
    r"[ \t]*(?P<title>[^\s:|][^\r\n]{0,500}?)[ \t]*(?:\r\n|\r|\n)(?:[=\-~#*^\"+`:.]{3,})[ \t]*"
    r"(?=[\r\n]|\Z)"
)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_DOLLARS = re.compile(r"\$\w+:\s*(.*?)\s*\$\Z")
_KINDS = {
    "title": Declares.TITLE,
    "author": Declares.AUTHOR,
    "authors": Declares.AUTHOR,
    "date": Declares.ISSUED,
    "language": Declares.LANGUAGE,
    "doi": Declares.DOI,
}
_RANK = 10
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class RstFront:
    """What the fields at the top say of the document; they fill ``fields``."""

    metadata: Reference
    fields: Span


def read_rst_front(text: str, path: str) -> RstFront:
    """The document as the fields below its title describe it.

    Without such fields it says nothing, and the title is a heading like others.
    """
    title = _TITLE.match(text, 0, 20_000)
    start = title.end() if title else 0
    while start < len(text) and text[start].isspace():
        start += 1
    while start and text[start - 1] in " \t":
        start -= 1
    declared, end = _fields(text, start)
    if not any(one.kind in {Declares.AUTHOR, Declares.ISSUED, Declares.TITLE} for one in declared):
        return RstFront(Reference(), Span(start, start))
    if title:
        span = Span(*title.span("title"))
        printed = SourceParagraph(text)
        scan_rst(printed, span.start, span.end, RstInline(RstDefinitions()))
        declared.append(Declared(Declares.TITLE, printed.build().text, span, _RANK))
    declared.append(Declared(Declares.TYPE, "document", Span(0, 0), _RANK))
    return RstFront(build_metadata(path, declared), Span(start, end))


def _fields(text: str, start: int) -> tuple[list[Declared], int]:
    declared: list[Declared] = []
    kind: Declares | None = None
    position = start
    for line in _lines(text, start):
        match = _FIELD.match(text, line.start, line.end)
        below = _BELOW.match(text, line.start, line.end) if position > start else None
        if match:
            kind = _KINDS.get(match["name"].lower())
        elif not below:
            break
        found = match or below
        if kind is not None and found is not None and found["value"]:
            declared += _declared(kind, found)
        position = line.end
    return declared, position


def _lines(text: str, start: int) -> Iterator[Span]:
    position = start
    for _ in range(_MOST_LINES):
        match = _LINE.match(text, position)
        if match is None or not match[0]:
            return
        yield Span(*match.span())
        position = match.end()


def _declared(kind: Declares, match: re.Match[str]) -> Iterator[Declared]:
    value = match["value"].strip()
    dollars = _DOLLARS.match(value)
    start = match.start("value")
    if dollars:
        value, start = dollars[1], start + dollars.start(1)
    parts = re.split(r"\s*;\s*", value) if kind is Declares.AUTHOR else [value]
    for part in parts:
        if part:
            at = match.string.find(part, start)
            yield Declared(kind, part, Span(at, at + len(part)), _RANK)
            start = at + len(part)
