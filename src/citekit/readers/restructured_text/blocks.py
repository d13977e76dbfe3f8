"""Cutting reStructuredText into raw blocks.

Source: reStructuredText Markup Specification, "Body Elements" and "Document Structure".
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.layout_lines import Line, after_line, depth_of, line_at
from citekit.readers.limits import MAX_PARAGRAPH
from citekit.readers.restructured_text.kept_lines import take_doctest, take_line_block
from citekit.readers.restructured_text.raw_block import RstBlock, RstBody
from citekit.readers.restructured_text.sections import Sections
from citekit.readers.restructured_text.tables import take_grid, take_simple
from citekit.text.data import load_words

_BLANK = re.compile(r"(?:[ \t\f\v]*+(?:\r\n|\r|\n))++|[ \t\f\v]++\Z")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
_DEFINED = re.compile(r"\[(?P<label>\d+|\#[\w.:+-]{0,100}|\*|[\w.:+-]{1,100})\](?:[ \t]+|$)")
_DIRECTIVE = re.compile(r"(?:\|[^|\r\n]{1,100}\|[ \t]+)?(?P<name>[\w:.+-]{1,60}?)::(?:[ \t]+|$)")
_OPTION = re.compile(r":[\w -]{1,60}:(?:[ \t]|$)")
_FIELD = re.compile(r":(?![ \t:`])(?:[^:\\\r\n]|\\.|:(?!`|[ \t]|$)){1,100}:(?:[ \t]+|$)")
_ITEM = re.compile(
    r"(?P<bullet>[-*+•‣⁃][ \t]+)"
    r"|(?:\(?(?:\d{1,4}|\#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])[ \t]+(?=\S)"
)
_BARE_BULLET = re.compile(r"[-*+•‣⁃]$")
_FOOTNOTE = re.compile(r"\d+\Z|\#|\*\Z")


@dataclass(slots=True)
class _Cutter:
    """Goes through ``text`` line by line with a stack of what is indented."""

    text: str
    sections: Sections = field(default_factory=Sections)
    bodies: list[RstBody] = field(default_factory=lambda: [RstBody(0)])
    notes: int = 0
    after_blank: bool = True
    literal: bool = False

    def blocks(self, start: int) -> Iterator[RstBlock]:
        """The blocks from ``start`` on."""
        position = start
        while position < len(self.text):
            blank = _BLANK.match(self.text, position)
            if blank:
                position, self.after_blank = blank.end(), True
                continue
            line = line_at(self.text, position)
            # A body that begins behind a mark has a line whose start is not that of the line.
            end, found = self.take(line)
            yield from found
            self.after_blank = False
            position = after_line(self.text, line_at(self.text, end).end)

    def take(self, line: Line) -> tuple[int, list[RstBlock]]:
        """Read what begins with ``line``: where it ends, and its blocks."""
        while len(self.bodies) > 1 and line.indent < self.bodies[-1].indent:
            self.bodies.pop()
        body = self.bodies[-1]
        if self.literal and line.indent > body.indent:
            self.literal = False
            return self.indented(line, body.indent, BlockKind.CODE)
        self.literal = False
        if line.indent > body.indent:
            kind = BlockKind.QUOTATION if self.after_blank and not body.note else body.kind
            self.bodies.append(RstBody(line.indent, kind, body.note))
        return self.element(line)

    def element(self, line: Line) -> tuple[int, list[RstBlock]]:
        """Read what begins at the first character of ``line``, whose body is on the stack."""
        for take in _TAKERS:
            found = take(self, line)
            if found is not None:
                return found
        return self.paragraph(line)

    def inner(self, line: Line, start: int, body: RstBody) -> tuple[int, list[RstBlock]]:
        """Read what stands in ``line`` behind a mark, from ``start`` on, in a body of its own."""
        self.bodies.append(body)
        if start >= line.end:
            return line.end, []
        inside = Line(line.start, line.end, start, body.indent)
        return self.element(inside) if len(self.bodies) < _DEEPEST else self.paragraph(inside)

    def explicit(self, line: Line) -> tuple[int, list[RstBlock]] | None:
        """A note, a citation, a directive, a target, a substitution, or a comment."""
        mark = _EXPLICIT.match(self.text, line.first, line.end)
        if mark is None:
            return None
        start = mark.end()
        defined = _DEFINED.match(self.text, start, line.end)
        if defined:
            return self.definition(line, defined)
        directive = _DIRECTIVE.match(self.text, start, line.end)
        if directive and not self.text.startswith("|", start):
            return self.directive(line, directive)
        return self.skipped(line)

    def definition(self, line: Line, match: re.Match[str]) -> tuple[int, list[RstBlock]]:
        """A footnote, whose body is its text, or an entry of the bibliography."""
        label = match["label"]
        if _FOOTNOTE.match(label):
            self.notes += 1
            inner = self.following_indent(line)
            opened = RstBlock(BlockKind.PARAGRAPH, (), note=self.notes, label=label)
            body = RstBody(inner, BlockKind.PARAGRAPH, self.notes)
            end, found = self.inner(line, match.end(), body)
            return end, [opened, *found]
        end, _ = self.indented(line, line.indent, BlockKind.PARAGRAPH)
        span = Span(match.end(), end)
        return end, [RstBlock(BlockKind.PARAGRAPH, (span,), label=label)] if len(span) else []

    def directive(self, line: Line, match: re.Match[str]) -> tuple[int, list[RstBlock]]:
        """A directive: its argument by what it means, its options never, its content as blocks."""
        name = match["name"].lower()
        argument = Span(match.end(), line.end)
        if name in _words("dropped"):
            return self.skipped(line)
        if name in _words("code"):
            end, found = self.indented(line, line.indent, BlockKind.CODE, below=True)
            return end, found
        kind = BlockKind.PARAGRAPH
        if name in _words("quoting"):
            kind = BlockKind.QUOTATION
        elif name in _words("captioned"):
            kind = BlockKind.CAPTION
        body = RstBody(self.following_indent(line), kind, self.bodies[-1].note)
        if name in _words("prefaced"):
            return self.inner(line, match.end(), body)
        self.bodies.append(body)
        blocks = []
        if len(argument) and name in _words("headed"):
            blocks.append(RstBlock(BlockKind.HEADING, (argument,), _RUBRIC))
        elif len(argument) and name in _words("titled"):
            blocks.append(RstBlock(kind, (argument,), note=body.note))
        return self.options_end(line), blocks

    def options_end(self, line: Line) -> int:
        """The end of the options that stand below ``line``."""
        end = line.end
        below = line_at(self.text, after_line(self.text, end))
        while below.indent > line.indent and _OPTION.match(self.text, below.first, below.end):
            end, below = below.end, line_at(self.text, after_line(self.text, below.end))
        return end

    def following_indent(self, line: Line) -> int:
        """How far what belongs to ``line`` is indented: as the line below, if it is at all."""
        position = after_line(self.text, line.end)
        blank = _BLANK.match(self.text, position)
        below = line_at(self.text, blank.end() if blank else position)
        return below.indent if below.indent > line.indent else line.indent + 1

    def skipped(self, line: Line) -> tuple[int, list[RstBlock]]:
        """Pass over ``line`` and what is indented below it."""
        return self.indented(line, line.indent, BlockKind.CODE)[0], []

    def indented(
        self, line: Line, indent: int, kind: BlockKind, *, below: bool = False
    ) -> tuple[int, list[RstBlock]]:
        """``line`` and all lines under it that are indented by more than ``indent``, as a block.

        With ``below`` the line itself is no part of it, nor are options.
        """
        end = self.options_end(line) if below else line.end
        start = after_line(self.text, end) if below else line.first
        position = after_line(self.text, end)
        while position < len(self.text):
            blank = _BLANK.match(self.text, position)
            position = blank.end() if blank else position
            following = line_at(self.text, position)
            if following.is_blank or following.indent <= indent:
                break
            end, position = following.end, after_line(self.text, following.end)
        while start < end and self.text[start].isspace():
            start += 1
        if start >= end:
            return end, []
        return end, [RstBlock(kind, (Span(start, end),), note=self.bodies[-1].note)]

    def item(self, line: Line) -> tuple[int, list[RstBlock]] | None:
        """An item of a list; a number stays in its text, a bullet does not."""
        if _BARE_BULLET.match(self.text, line.first, line.end):
            return line.end, []
        match = _ITEM.match(self.text, line.first, line.end)
        if match is None or not self.is_item(line, match):
            return None
        indent = line.indent + match.end() - line.first
        body = RstBody(indent, BlockKind.PARAGRAPH, self.bodies[-1].note)
        if match["bullet"]:
            end, found = self.inner(line, match.end(), body)
        else:
            self.bodies.append(body)
            end, found = self.paragraph(line)
        if found and found[0].kind is BlockKind.PARAGRAPH and not found[0].label:
            level = depth_of(line.indent)
            first = found[0]
            item = RstBlock(BlockKind.LIST_ITEM, first.parts, level, line.indent, first.note)
            found[0] = item
        return end, found

    def is_item(self, line: Line, match: re.Match[str]) -> bool:
        """Whether the line below fits: text under a number is indented as that behind it."""
        below = line_at(self.text, after_line(self.text, line.end))
        indent = line.indent + match.end() - line.first
        return (
            below.is_blank
            or below.indent >= indent
            or below.indent < line.indent
            or _ITEM.match(self.text, below.first, below.end) is not None
        )

    def field_line(self, line: Line) -> tuple[int, list[RstBlock]] | None:
        """A field: its body is text."""
        match = _FIELD.match(self.text, line.first, line.end)
        if match is None:
            return None
        body = RstBody(self.following_indent(line), BlockKind.PARAGRAPH, self.bodies[-1].note)
        return self.inner(line, match.end(), body)

    def kept_lines(self, line: Line) -> tuple[int, list[RstBlock]] | None:
        """A line block, or a session with the interpreter."""
        body = self.bodies[-1]
        return take_line_block(self.text, line, body) or take_doctest(self.text, line, body)

    def table(self, line: Line) -> tuple[int, list[RstBlock]] | None:
        """A table: a row is a block, its cells the parts."""
        return take_grid(self.text, line) or take_simple(self.text, line)

    def section(self, line: Line) -> tuple[int, list[RstBlock]] | None:
        """The title of a section, or a transition."""
        return self.sections.take(self.text, line)

    def paragraph(self, line: Line) -> tuple[int, list[RstBlock]]:
        """A paragraph, or a term with its definition below it."""
        body = self.bodies[-1]
        end, below = line.end, line_at(self.text, after_line(self.text, line.end))
        if not below.is_blank and below.indent > body.indent and len(self.bodies) < _DEEPEST:
            block = RstBlock(body.kind, (Span(line.first, end),), note=body.note)
            self.bodies.append(RstBody(below.indent, body.kind, body.note))
            return end, [block]
        while not below.is_blank and below.indent >= body.indent:
            if below.end - line.first > MAX_PARAGRAPH:
                break
            end, below = below.end, line_at(self.text, after_line(self.text, below.end))
        stop = end
        if self.text.startswith("::", end - 2) and end - line.first > 1:
            self.literal = True
            stop = end - 2 if end - line.first == 2 or self.text[end - 3].isspace() else end - 1  # noqa: PLR2004  # "::"
        span = Span(line.first, max(line.first, stop))
        if not len(span):
            return end, []
        return end, [RstBlock(body.kind, (span,), 0, line.indent, body.note)]


def iterate_rst_blocks(text: str) -> Iterator[RstBlock]:
    """The blocks of ``text`` in order; comments, targets, substitutions and options go."""
    yield from _Cutter(text).blocks(0)


def _words(key: str) -> frozenset[str]:
    return load_words("citekit.readers.restructured_text", "directives", key)


_RUBRIC = 6
# Lists within lists on one line, and bodies within bodies, are text from this depth on.
_DEEPEST = 60
_TAKERS: tuple[Callable[[_Cutter, Line], tuple[int, list[RstBlock]] | None], ...] = (
    _Cutter.explicit,
    _Cutter.section,
    _Cutter.table,
    _Cutter.kept_lines,
    _Cutter.item,
    _Cutter.field_line,
)
