"""A parsed ``.bib`` file: its text, its blocks, and what is wrong with it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from citekit.formats.bib_syntax.nodes import Block, EntryNode, Fault

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both 1-based; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class BibSource:
    """A ``.bib`` file without loss: the blocks cover ``text`` from its start to its end."""

    text: str
    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...] = ()
    _line_starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    def write(self) -> str:
        """The text of the file, put together from its blocks."""
        return "".join([self.text[block.start : block.end] for block in self.blocks])

    def entries(self) -> Iterator[EntryNode]:
        """The entries in their order, broken ones among them."""
        return (block for block in self.blocks if isinstance(block, EntryNode))

    def place(self, offset: int) -> Place:
        r"""The line and column of ``offset``; lines end in ``\n``, ``\r\n`` or ``\r``."""
        if not self._line_starts:
            self._line_starts.append(0)
            self._line_starts.extend(end.end() for end in _LINE_END.finditer(self.text))
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)
