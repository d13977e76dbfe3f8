"""The blocks of a Markdown draft: stretches of running text, and what cannot hold a citation."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from citekit.drafts.draft import Heading
from citekit.drafts.line_shapes import (
    ATX,
    CLOSING_FENCE,
    DIV,
    FENCE,
    ITEM,
    LINK_DEFINITION,
    METADATA_END,
    METADATA_START,
    NOTE_DEFINITION,
    QUOTE,
    SETEXT,
    content_start,
    width,
)
from citekit.drafts.markdown_containers import CODE_INDENT, Containers, Entered
from citekit.drafts.masking import masked
from citekit.drafts.metadata import MetadataError, parse_block
from citekit.drafts.raw_spans import RawSpans
from citekit.model.spans import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_YAML_HEAD = re.compile(r"(?:#[^\r\n]*[\r\n]+|[\r\n]+)*(?:[\w\"'.-][^\r\n:]*:(?=\s|\Z)|\{)")
_STARTS = (QUOTE, ITEM, FENCE, DIV, ATX, NOTE_DEFINITION)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading or its like at ``span``; ``note`` is the label of the note it is in."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class DivMark:
    """The line of a fence of colons: ``attributes`` of an opening one, empty for a closing one.

    ``lead`` is what stands before the fence on its line: marks of quotations, indentation.
    """

    span: Span
    lead: str
    attributes: str


@dataclass(frozen=True, slots=True)
class Blocks:
    """What the blocks of a draft are.

    ``text`` is the draft with blanks for all that is no running text (code, comments, marks of
    quotations), so that offsets are the same. ``metadata`` are the spans inside of blocks of
    YAML.
    """

    text: str
    blocks: tuple[TextBlock, ...]
    headings: tuple[Heading, ...]
    divs: tuple[DivMark, ...]
    notes: tuple[tuple[str, Span], ...]
    examples: frozenset[str]
    metadata: tuple[Span, ...]


def read_blocks(text: str) -> Blocks:
    """The blocks of ``text``, in one pass over its lines.

    Source: pandoc's manual, "Pandoc's Markdown"; CommonMark 0.31 for fences and lists.
    """
    return _BlockScanner(text).scan()


def _is_mapping(text: str) -> bool:
    """Whether ``text`` is YAML with keys, and not prose between two rules."""
    if not _YAML_HEAD.match(text):
        return False
    try:
        return bool(parse_block(text))
    except MetadataError:
        return False


class _BlockScanner:
    """Goes through the lines with a stack of open containers."""

    def __init__(self, text: str) -> None:
        self._source = text
        self._raw = RawSpans(text)
        self._holes: list[Span] = []
        self._containers = Containers(text)
        self._blocks: list[TextBlock] = []
        self._headings: list[Heading] = []
        self._divs: list[DivMark] = []
        self._notes: list[tuple[str, Span]] = []
        self._examples: set[str] = set()
        self._metadata: list[Span] = []
        self._start = -1
        self._end = -1
        self._line_from = 0
        self._block_from = 0
        self._fence = ""
        self._after_blank = True
        self._skip_to = 0
        self._yaml_ends = [match.start() for match in METADATA_END.finditer(text)]

    def scan(self) -> Blocks:
        start = 1 if self._source.startswith("\ufeff") else 0
        self._hole(0, start)
        for line in _LINE.finditer(self._source, start):
            if line.end() > self._skip_to:
                self._line(max(line.start(), self._skip_to), line.end())
        self._close_block()
        return Blocks(
            masked(self._source, self._holes),
            tuple(self._blocks),
            tuple(self._headings),
            tuple(self._divs),
            tuple(self._notes),
            frozenset(self._examples),
            tuple(self._metadata),
        )

    # Lines

    def _line(self, start: int, end: int) -> None:
        self._line_from = start
        if self._fence:
            self._fenced(start, end)
            return
        if self._is_metadata(start, end):
            return
        entered = self._enter(start, end)
        at = entered.at
        content = content_start(self._source, at, end)
        if content == end:
            self._close_block()
            self._after_blank = True
            return
        indent = width(self._source, at, content, entered.column)
        if self._start < 0 and indent >= CODE_INDENT:
            self._hole(start, end)
            return
        self._open_blocks(at, content, end)
        self._after_blank = False

    def _open_blocks(self, at: int, content: int, end: int) -> None:
        """Take the marks of new containers from the line, then what the line itself is."""
        while True:
            in_text = self._start >= 0
            note = self._containers.note
            opened = self._containers.open(at, content, end, in_text=in_text)
            if opened is None:
                break
            self._close_block(note)
            self._hole(at, opened.end)
            self._notes += [(opened.note, Span(content, opened.end))] if opened.note else []
            self._examples |= {opened.example} - {""}
            at, content = opened.end, content_start(self._source, opened.end, end)
            if content == end:
                return
        self._leaf(content, end)

    def _leaf(self, content: int, end: int) -> None:
        source = self._source
        fence = FENCE.match(source, content, end)
        if fence and self._raw.has_closing_fence(fence[1], end):
            self._close_block()
            self._fence = fence[1]
            self._hole(content, end)
        elif div := DIV.match(source, content, end):
            self._close_block()
            lead = source[self._line_from : content]
            self._divs.append(DivMark(Span(self._line_from, end), lead, div[1].strip()))
            self._hole(content, end)
        elif heading := ATX.match(source, content, end):
            self._close_block()
            self._headings.append(Heading(self._line_from, len(heading[1])))
            self._extend(content, end)
            self._close_block()
        elif self._start >= 0 and (line := SETEXT.match(source, content, end)):
            level = 1 if line[1] == "=" else 2
            self._headings.append(Heading(self._block_from, level))
            self._close_block()
        elif self._start < 0 and (link := LINK_DEFINITION.match(source, content, end)):
            self._hole(content, link.end())
        elif (raw := self._raw.block_at(content)) > 0:
            self._raw_block(content, raw, end)
        else:
            self._extend(content, end)

    def _raw_block(self, content: int, raw_end: int, line_end: int) -> None:
        """Blank out raw HTML or TeX, which may end lines below."""
        self._hole(content, raw_end)
        self._skip_to = raw_end
        if raw_end < line_end and content_start(self._source, raw_end, line_end) < line_end:
            self._extend(raw_end, line_end)
            self._skip_to = line_end

    def _extend(self, content: int, end: int) -> None:
        """Add a line to the running text, and blank out the raw HTML or TeX that begins in it."""
        if self._start < 0:
            self._start = content
            self._block_from = self._line_from
        self._end = end
        for raw in self._raw.inside(content, end):
            self._hole(raw.start, raw.end)
            if raw.end > end:
                self._skip_to = self._end = raw.end

    def _fenced(self, start: int, end: int) -> None:
        at = self._enter(start, end).at
        if not self._fence:
            self._line(start, end)
            return
        closing = CLOSING_FENCE.match(self._source, content_start(self._source, at, end), end)
        if closing and closing[1][0] == self._fence[0] and len(closing[1]) >= len(self._fence):
            self._fence = ""
            self._after_blank = False
        self._hole(start, end)

    def _is_metadata(self, start: int, end: int) -> bool:
        if (
            not self._after_blank
            or self._containers
            or not METADATA_START.match(self._source, start)
        ):
            return False
        index = bisect_left(self._yaml_ends, end)
        if index == len(self._yaml_ends) or not self._source[end : end + 1].strip():
            return False
        close = self._yaml_ends[index]
        if start > 1 and not _is_mapping(self._source[end:close]):
            return False
        self._metadata.append(Span(end, close))
        after = _LINE.match(self._source, close)
        self._skip_to = after.end() if after else close
        self._hole(start, self._skip_to)
        return True

    def _enter(self, start: int, end: int) -> Entered:
        """The line within its containers; those that it is no longer in are closed."""
        entered = self._containers.enter(start, end)
        self._holes += entered.marks
        content = content_start(self._source, entered.at, end)
        if entered.depth < len(self._containers.stack) and self._ends(content, end):
            # A fence ends with the container that it stands in.
            self._fence = ""
            self._close_block()
            self._containers.leave(entered.depth)
        return entered

    def _ends(self, content: int, end: int) -> bool:
        """Whether a line outside of a container ends it, and does not go on with its text."""
        if self._fence:
            return content < end
        is_plain = not any(shape.match(self._source, content, end) for shape in _STARTS)
        return self._start < 0 or content == end or not is_plain

    # What was found

    def _close_block(self, note: str | None = None) -> None:
        """End the running text, which is in ``note``, or in the note that is open."""
        if self._start >= 0:
            label = self._containers.note if note is None else note
            self._blocks.append(TextBlock(Span(self._start, self._end), label))
        self._start = self._end = -1

    def _hole(self, start: int, end: int) -> None:
        if start < end:
            self._holes.append(Span(start, end))
