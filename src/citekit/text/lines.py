"""Lines and columns of a text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line: CRLF, CR or LF, and nothing else."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


class LineIndex:
    """The lines of a text, which end with LF, CR or CRLF, for going between offset and line."""

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        """The lines of ``text``, found once."""
        self._length = len(text)
        if "\r" in text:
            self._starts = [0, *[match.end() for match in LINE_END.finditer(text)]]
        else:
            lengths = [len(line) + 1 for line in text.split("\n")]
            self._starts = [0, *accumulate(lengths[:-1])]

    def place(self, offset: int) -> Place:
        """The place of the character at ``offset``; offsets outside the text give its ends."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int) -> int:
        """The offset at which ``line`` begins; lines outside the text give its ends."""
        if line < 1:
            return 0
        return self._starts[line - 1] if line <= len(self._starts) else self._length
