"""Cutting Markdown, as converters and OCR really write it, into raw blocks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.layout_lines import (
    Line,
    after_line,
    bullet_end,
    depth_of,
    line_at,
    list_number,
    rule_character,
)
from citekit.readers.limits import MAX_PARAGRAPH
from citekit.readers.markdown_definitions import link_definition, note_definition

_SPACE = re.compile(r"\s*")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[\w*“\"])|$)")
_ATX_CLOSE = re.compile(r"[ \t]+#+[ \t]*$")
_LONGEST_HEADING = 2000
# Comments and frames that are longer have lost their end.
_LONGEST_DROPPED = 20_000
# Paragraphs that continue a note are indented by four columns, in practice by two or more.
_NOTE_INDENT = 2
# A line within a paragraph that begins with a year is no item of a list.
_LAST_NUMBER = 999
_FENCE = re.compile(r"(`{3,}|~{3,})[^`\r\n]*$")
# Possessive: else each mark costs 120 bytes, kept for going back.
_QUOTE = re.compile(r"(?:>[ \t]?)++")
_DELIMITER_ROW = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*")
_PRINTED_NOTE = re.compile(r"<sup>\s{0,3}[\w*†‡§]{1,4}\s{0,3}</sup>", re.IGNORECASE)
_DROPPED = re.compile(
    r"<(iframe|script|style|video|audio|object|svg|noscript|template)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before its inline markup is read: the parts of the file that hold its text.

    A block with a ``note`` is part of the definition of the note with that label; a paragraph
    of it that follows after a blank line ``continues`` it.
    """

    kind: BlockKind
    parts: tuple[Span, ...]
    level: int = 0
    indent: int = 0
    note: str = ""
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Taken:
    end: int
    blocks: tuple[RawBlock, ...] = ()


def iterate_raw_blocks(text: str, start: int = 0) -> Iterator[RawBlock]:
    """The blocks of ``text`` from ``start`` on, in order; link definitions and comments go."""
    position, note = start, ""
    while position < len(text):
        position = _skip_blank(text, position)
        if position >= len(text):
            return
        line = line_at(text, position)
        for take in _TAKERS:
            taken = take(text, line)
            if taken is not None:
                break
        else:
            taken = _take_paragraph(text, line)
        if taken.blocks and taken.blocks[0].note:
            note = taken.blocks[0].note
        elif taken.blocks and line.indent < _NOTE_INDENT:
            note = ""
        for block in taken.blocks:
            yield block if block.note or not note else _continuation(block, note)
        position = taken.end


def _continuation(block: RawBlock, note: str) -> RawBlock:
    return RawBlock(block.kind, block.parts, block.level, block.indent, note, continues=True)


def _skip_blank(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    end = match.end() if match else position
    if end == len(text):
        return end
    while end > position and text[end - 1] not in "\r\n":
        end -= 1
    return end


def _next_line(text: str, line: Line) -> Line:
    return line_at(text, after_line(text, line.end))


def _take_comment(text: str, line: Line) -> _Taken | None:
    if not text.startswith("<!--", line.first):
        return None
    end = text.find("-->", line.first + 4, line.first + _LONGEST_DROPPED)
    return _Taken(end + 3) if end >= 0 else None


def _take_dropped(text: str, line: Line) -> _Taken | None:
    match = _DROPPED.match(text, line.first, line.end)
    if match is None:
        return None
    name, limit = match[1], line.first + _LONGEST_DROPPED
    for written in {name, name.lower(), name.upper()}:
        end = text.find(f"</{written}", line.first, limit)
        if end >= 0:
            return _Taken(line_at(text, end).end)
    return _Taken(line.end)


def _take_fence(text: str, line: Line) -> _Taken | None:
    match = _FENCE.match(text, line.first, line.end)
    if match is None:
        return None
    closing = re.compile(rf"^[ \t]*{match[1]}[`~]*[ \t]*$", re.MULTILINE)
    start = after_line(text, line.end)
    end = closing.search(text, start) if start < len(text) else None
    stop = end.start() if end else len(text)
    block = RawBlock(BlockKind.CODE, (Span(min(start, stop), stop),), indent=line.indent)
    return _Taken(end.end() if end else stop, (block,))


def _take_heading(text: str, line: Line) -> _Taken | None:
    match = _ATX.match(text, line.first, line.end)
    if match is None or line.end - line.first > _LONGEST_HEADING:
        return None
    closing = _ATX_CLOSE.search(text, match.end(), line.end)
    span = Span(match.end(), closing.start() if closing else line.end)
    block = RawBlock(BlockKind.HEADING, (span,), len(match[1]), line.indent)
    return _Taken(line.end, (block,) if len(span) else ())


def _take_rule(text: str, line: Line) -> _Taken | None:
    if rule_character(text, line) not in {"-", "*", "_"}:
        return None
    return _Taken(line.end, (RawBlock(BlockKind.RULE, (Span(line.first, line.end),)),))


def _take_quote(text: str, line: Line) -> _Taken | None:
    """Quoted lines up to one without a mark; lines without text part paragraphs."""
    if not text.startswith(">", line.first):
        return None
    blocks: list[RawBlock] = []
    parts: list[Span] = []
    level, end = 1, line.end
    while match := _QUOTE.match(text, line.first, line.end):
        end = line.end
        if not text[match.end() : line.end].strip():
            if parts:
                blocks.append(RawBlock(BlockKind.QUOTATION, tuple(parts), level))
            parts = []
        else:
            level = min(9, match.group().count(">")) if not parts else level
            parts.append(Span(match.end(), line.end))
        line = _next_line(text, line)
    if parts:
        blocks.append(RawBlock(BlockKind.QUOTATION, tuple(parts), level))
    return _Taken(end, tuple(blocks))


def _take_table(text: str, line: Line) -> _Taken | None:
    """A pipe table: one block a row, its cells the parts; the row of dashes goes."""
    if "|" not in text[line.start : line.end]:
        return None
    delimiter = _next_line(text, line)
    if "-" not in text[delimiter.start : delimiter.end] or not _DELIMITER_ROW.fullmatch(
        text, delimiter.start, delimiter.end
    ):
        return None
    blocks = [_table_row(text, line)]
    end, row = delimiter.end, _next_line(text, delimiter)
    while not row.is_blank and "|" in text[row.start : row.end]:
        blocks.append(_table_row(text, row))
        end, row = row.end, _next_line(text, row)
    return _Taken(end, tuple(block for block in blocks if block.parts))


def _table_row(text: str, line: Line) -> RawBlock:
    cells, start = [], line.first
    for bar in re.finditer(r"(?<!\\)\||\Z", text[line.first : line.end]):
        end = line.first + bar.start()
        if text[start:end].strip():
            cells.append(Span(start, end))
        start = end + 1
    return RawBlock(BlockKind.TABLE, tuple(cells), indent=line.indent)


def _take_definition(text: str, line: Line) -> _Taken | None:
    note = note_definition(text, line)
    if note is not None:
        end = _paragraph_end(text, line)
        block = RawBlock(BlockKind.PARAGRAPH, (Span(note.end, end),), note=note.label)
        return _Taken(end, (block,))
    return _Taken(line.end) if link_definition(text, line) is not None else None


def _take_item(text: str, line: Line) -> _Taken | None:
    start = bullet_end(text, line)
    if start < 0 and list_number(text, line) < 0:
        return None
    end = _paragraph_end(text, line)
    span = Span(max(start, line.first), end)
    block = RawBlock(BlockKind.LIST_ITEM, (span,), depth_of(line.indent), line.indent)
    return _Taken(end, (block,))


def _take_paragraph(text: str, line: Line) -> _Taken:
    below = _next_line(text, line)
    drawn = rule_character(text, below) if not below.is_blank else ""
    length = line.end - line.first
    if drawn == "=" or (drawn == "-" and length <= 3 * (below.end - below.first) + 60):
        level = 1 if drawn == "=" else 2
        block = RawBlock(BlockKind.HEADING, (Span(line.first, line.end),), level, line.indent)
        return _Taken(below.end, (block,))
    end = _paragraph_end(text, line)
    block = RawBlock(BlockKind.PARAGRAPH, (Span(line.first, end),), indent=line.indent)
    return _Taken(end, (block,))


def _paragraph_end(text: str, first: Line) -> int:
    """The end of the paragraph that begins with the line ``first``."""
    end, line = first.end, _next_line(text, first)
    while not line.is_blank and line.end - first.start < MAX_PARAGRAPH:
        if _interrupts(text, line):
            break
        end, line = line.end, _next_line(text, line)
    return end


def _interrupts(text: str, line: Line) -> bool:
    """Whether ``line`` begins a block although no blank line stands above it."""
    if _PRINTED_NOTE.match(text, line.first, line.end) or bullet_end(text, line) >= 0:
        return True
    if 0 <= list_number(text, line) <= _LAST_NUMBER:
        return True
    if note_definition(text, line) is not None or link_definition(text, line) is not None:
        return True
    return any(take(text, line) for take in _INTERRUPTING)


_INTERRUPTING: tuple[Callable[[str, Line], _Taken | None], ...] = (
    _take_heading,
    _take_rule,
    _take_fence,
    _take_quote,
)
_TAKERS: tuple[Callable[[str, Line], _Taken | None], ...] = (
    _take_comment,
    _take_dropped,
    _take_fence,
    _take_heading,
    _take_rule,
    _take_quote,
    _take_table,
    _take_definition,
    _take_item,
)
