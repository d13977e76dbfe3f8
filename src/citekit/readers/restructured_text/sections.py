"""The titles of sections in reStructuredText, underlined or with lines above and below.

Source: reStructuredText Markup Specification, "Sections" and "Transitions".
"""

import re
import unicodedata
from dataclasses import dataclass, field

from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.layout_lines import Line, after_line, line_at
from citekit.readers.restructured_text.raw_block import RstBlock

_LINE = re.compile(r"(?P<sign>[!-/:-@\[-`{-~])(?P=sign)*+[ \t]*+$")
_SHORTEST_TRANSITION = 4
_DEEPEST = 6
_LONGEST_TITLE = 2000
# A shorter line under a title is one if it has at least so many characters.
_SHORTEST_LINE = 4
_WIDE = frozenset("WF")


@dataclass(slots=True)
class Sections:
    """The styles of titles seen so far: each new one is a level below the last."""

    styles: list[tuple[str, bool]] = field(default_factory=list)

    def take(self, text: str, line: Line) -> tuple[int, list[RstBlock]] | None:
        """The title or transition that begins with ``line``: where it ends, and its block."""
        above = _LINE.match(text, line.first, line.end)
        below = line_at(text, after_line(text, line.end))
        if above is None:
            drawn = _LINE.match(text, below.start, below.end) if not below.is_blank else None
            if drawn is None or line.indent or not _fits(text, line, below):
                return None
            return below.end, [self.title(line, drawn["sign"], over=False)]
        if below.is_blank:
            is_rule = line.end - line.first >= _SHORTEST_TRANSITION
            block = RstBlock(BlockKind.RULE, (Span(line.first, line.end),))
            return (line.end, [block]) if is_rule else None
        last = line_at(text, after_line(text, below.end))
        drawn = _LINE.match(text, last.start, last.end) if not last.is_blank else None
        if drawn is None or drawn["sign"] != above["sign"] or not _fits(text, below, last):
            return None
        return last.end, [self.title(below, drawn["sign"], over=True)]

    def title(self, line: Line, sign: str, *, over: bool) -> RstBlock:
        """The title in ``line``, its level by the style of its lines."""
        style = sign, over
        if style not in self.styles:
            self.styles.append(style)
        level = min(_DEEPEST, 1 + self.styles.index(style))
        return RstBlock(BlockKind.HEADING, (Span(line.first, line.end),), level)


def _fits(text: str, title: Line, drawn: Line) -> bool:
    """Whether the line ``drawn`` under ``title`` is long enough to be meant so."""
    length = drawn.end - drawn.start
    if title.end - title.first > _LONGEST_TITLE:
        return False
    if length >= _SHORTEST_LINE:
        return True
    words = text[title.first : title.end].rstrip()
    return length >= sum(1 + (unicodedata.east_asian_width(sign) in _WIDE) for sign in words)
