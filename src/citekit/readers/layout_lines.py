"""What single lines show of a document's layout: rules, bullets, numbers, indentation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.model.document import Block, BlockKind
from citekit.model.spans import Span, TracedText

_LINE = re.compile(r"[^\r\n]*")
_RULE = re.compile(r"[ \t]*+([-*_=~—─━═])(?:[ \t]?\1){2,}+[ \t]*+")
_SHORTEST_RULE, _LONGEST_RULE = 3, 400
_TAB = 4
BULLETS = "•●○◦▪■□▫‣⁃∙·➢➤►▸✓◆◇"
_BULLET = re.compile(rf"(?:[{BULLETS}]\s*+|[-*+–—]\s++)(?=\S)")
_NUMBER = re.compile(r"(?:(\d{1,4})[.)]|[\[(](\d{1,4})[\])])\s++(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line end; ``first`` is where its first character that shows stands."""

    start: int
    end: int
    first: int
    indent: int

    @property
    def is_blank(self) -> bool:
        """Whether the line holds only white space."""
        return self.first >= self.end


def line_at(text: str, start: int, limit: int | None = None) -> Line:
    """The line of ``text`` that begins at ``start``, cut at ``limit``."""
    match = _LINE.match(text, start, len(text) if limit is None else limit)
    end = match.end() if match else start
    return measured_line(text, start, end)


def measured_line(text: str, start: int, end: int) -> Line:
    """The line from ``start`` to ``end``, its indentation measured."""
    first, indent = start, 0
    while first < end and text[first].isspace():
        indent = indent + _TAB - indent % _TAB if text[first] == "\t" else indent + 1
        first += 1
    return Line(start, end, first, indent)


def after_line(text: str, line_end: int) -> int:
    """Where the line after the one that ends at ``line_end`` begins."""
    return line_end + (2 if text.startswith("\r\n", line_end) else 1)


def iterate_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of ``text[start:end]`` in order."""
    position = start
    while position < end:
        line = line_at(text, position, end)
        yield line
        position = after_line(text, line.end)


def rule_character(text: str, line: Line) -> str:
    """The character a line of nothing but dashes, stars or the like is drawn with, or nothing."""
    if not _SHORTEST_RULE <= line.end - line.first <= _LONGEST_RULE:
        return ""
    match = _RULE.fullmatch(text, line.start, line.end)
    return match[1] if match else ""


def bullet_end(text: str, line: Line) -> int:
    """Where the text after a bullet begins, -1 for a line without one."""
    match = _BULLET.match(text, line.first, line.end)
    return match.end() if match else -1


def list_number(text: str, line: Line) -> int:
    """The number a line begins with as items of a list do ("3.", "[3]", "(3)"), else -1."""
    match = _NUMBER.match(text, line.first, line.end)
    return int(match[1] or match[2]) if match else -1


def rule_block(start: int, end: int) -> Block:
    """A rule, or a page break, that stands at ``start``."""
    return Block(BlockKind.RULE, TracedText("", (), (), (Span(start, end),)))


def depth_of(indent: int) -> int:
    """The depth, 1 to 9, of a list item that is indented by ``indent`` columns."""
    return min(9, 1 + indent // _TAB)
