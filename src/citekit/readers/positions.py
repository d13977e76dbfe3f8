"""Lines and columns, counted as editors do."""

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: line and column count from 1, the column in code points."""

    line: int
    column: int


def position_of(text: str, offset: int) -> Position:
    """The line and column of ``offset`` in ``text``; CR, LF and CRLF end a line."""
    line, start = 1, 0
    for match in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return Position(line, offset - start + 1)
