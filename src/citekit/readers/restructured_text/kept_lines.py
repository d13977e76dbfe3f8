"""Lines of reStructuredText that stay lines: line blocks, and sessions with an interpreter.

Source: reStructuredText Markup Specification, "Line Blocks" and "Doctest Blocks".
"""

import re

from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.layout_lines import Line, after_line, line_at
from citekit.readers.restructured_text.raw_block import RstBlock, RstBody

_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|$)")
_DOCTEST = re.compile(r">>>[ \t]")


def take_line_block(text: str, line: Line, body: RstBody) -> tuple[int, list[RstBlock]] | None:
    """A line block: its lines make one paragraph."""
    parts: list[Span] = []
    end = -1
    while match := _LINE_BLOCK.match(text, line.first, line.end):
        parts.append(Span(match.end(), line.end))
        end, line = line.end, line_at(text, after_line(text, line.end))
        while not line.is_blank and line.indent > body.indent:
            if _LINE_BLOCK.match(text, line.first, line.end):
                break
            parts.append(Span(line.first, line.end))
            end, line = line.end, line_at(text, after_line(text, line.end))
    if end < 0:
        return None
    kept = tuple(part for part in parts if len(part))
    return end, [RstBlock(body.kind, kept, note=body.note)] if kept else []


def take_doctest(text: str, line: Line, body: RstBody) -> tuple[int, list[RstBlock]] | None:
    """An example of a session with the interpreter, up to a blank line."""
    if not _DOCTEST.match(text, line.first, line.end):
        return None
    start, end = line.first, line.end
    while not line.is_blank:
        end, line = line.end, line_at(text, after_line(text, line.end))
    return end, [RstBlock(BlockKind.CODE, (Span(start, end),), note=body.note)]
