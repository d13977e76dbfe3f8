"""Where the blocks, drawers and trees of an Org document end, each kind looked up once."""

import re
from bisect import bisect_left, bisect_right

from citekit.model.spans import Span

_LINE = re.compile(
    r"^[ \t]*(?:\#\+end_(?P<block>[\w*-]+)|(?P<drawer>:end:)|"
    r"(?<![ \t])(?P<stars>\*+)(?=[ \t]))[^\r\n]*",
    re.MULTILINE | re.IGNORECASE,
)
_ENVIRONMENT = re.compile(r"\\end\{([A-Za-z0-9*]+)\}[^\r\n]*")


class Endings:
    """The lines of ``text`` that end something.

    Every line is looked at once, so that what is never closed costs nothing more.
    """

    __slots__ = ("_blocks", "_drawers", "_environments", "_headlines", "_length", "_levels")

    def __init__(self, text: str) -> None:
        """Find them."""
        self._length = len(text)
        self._blocks: dict[str, list[Span]] = {}
        self._drawers: list[Span] = []
        self._headlines: list[int] = []
        self._levels: list[int] = []
        self._environments: dict[str, list[int]] = {}
        for match in _LINE.finditer(text):
            span = Span(*match.span())
            if match["block"]:
                self._blocks.setdefault(match["block"].lower(), []).append(span)
            elif match["drawer"]:
                self._drawers.append(span)
            else:
                self._headlines.append(span.start)
                self._levels.append(len(match["stars"]))
        for match in _ENVIRONMENT.finditer(text):
            self._environments.setdefault(match[1], []).append(match.end())

    def _headline_after(self, start: int) -> int:
        index = bisect_left(self._headlines, start)
        return self._headlines[index] if index < len(self._headlines) else self._length

    def block_end(self, name: str, start: int) -> Span | None:
        """The line that ends the block ``name`` which begins before ``start``."""
        ends = self._blocks.get(name, [])
        index = bisect_left(ends, Span(start, start))
        return ends[index] if index < len(ends) else None

    def drawer_end(self, start: int) -> int | None:
        """The end of the drawer that begins before ``start``; no headline stands in one."""
        index = bisect_left(self._drawers, Span(start, start))
        if index == len(self._drawers) or self._drawers[index].start > self._headline_after(start):
            return None
        return self._drawers[index].end

    def environment_end(self, name: str, start: int) -> int | None:
        """The end of the LaTeX environment that begins before ``start``."""
        ends = self._environments.get(name, [])
        index = bisect_right(ends, start)
        return ends[index] if index < len(ends) else None

    def tree_end(self, start: int, level: int) -> int:
        """Where the headline after the tree stands whose own begins at ``start``."""
        index = bisect_right(self._headlines, start)
        while index < len(self._headlines) and self._levels[index] > level:
            index += 1
        return self._headlines[index] if index < len(self._headlines) else self._length
