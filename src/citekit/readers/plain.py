"""Reading plain text: paragraphs, lists and the headings that are evident from the layout."""

import re
from collections.abc import Iterator, Sequence

from citekit.model.document import Block, BlockKind, Document, DocumentFormat
from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.bare_urls import find_bare_urls
from citekit.readers.decoding import Decoded
from citekit.readers.layout_lines import (
    Line,
    bullet_end,
    depth_of,
    iterate_lines,
    list_number,
    rule_block,
    rule_character,
)
from citekit.readers.limits import MAX_PARAGRAPH, Budget
from citekit.readers.plain_headings import heading_level, is_underlined
from citekit.readers.tracing import TracedBuilder, verbatim

_BREAK = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n\f]*+(?=\r\n|\r|\n|\Z)|\f")
_SPACE = re.compile(r"[^\S\f]*")
# Lines longer than this were not broken to fit a page: each is a paragraph of its own.
_LONGEST_WRAPPED = 160


def score_plain(head: str, suffix: str) -> float:
    """Plain text is what a text is that shows no other format."""
    return 0.35 if head and suffix in {".txt", ".text", ""} else 0.3


def read_plain(decoded: Decoded, path: str) -> Document:
    """The document in plain text: a blank line ends a paragraph, a form feed is a rule.

    Line ends inside a paragraph become spaces. The number of a numbered item stays in its text,
    a bullet does not. Only a paragraph of one line can be a heading: underlined, in capitals, or
    numbered like a section.
    """
    text = decoded.text
    budget = Budget()
    blocks: list[Block] = []
    position = 0
    while position < len(text):
        if budget.spent:
            start = _first_line(text, position)
            blocks.append(Block(BlockKind.PARAGRAPH, verbatim(text, start, len(text))))
            break
        start = _first_line(text, position)
        match = _BREAK.search(text, start)
        end = match.start() if match else len(text)
        blocks.extend(budget.take(block) for block in _chunk_blocks(text, start, end))
        position = match.end() if match else end
        if match and match.group() == "\f":
            blocks.append(budget.take(rule_block(match.start(), position)))
    return Document(path, text, DocumentFormat.TEXT, decoded.encoding, tuple(blocks))


def plain_traced(text: str, start: int, end: int) -> TracedText:
    """The text of a stretch, cleaned, with its addresses as links."""
    builder = TracedBuilder(text)
    position = start
    for url in find_bare_urls(text, start, end):
        builder.add(position, url.start)
        at = builder.length
        builder.add(url.start, url.end)
        builder.mark(at, builder.length, Markup.LINK, url.target)
        position = url.end
    builder.add(position, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return builder.build((Span(start, end),))


def _first_line(text: str, position: int) -> int:
    """The start of the first line, from ``position``, that is not blank."""
    match = _SPACE.match(text, position)
    first = match.end() if match else position
    while first > position and text[first - 1] not in "\r\n":
        first -= 1
    return first


def _chunk_blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """The blocks in the lines between two blank lines."""
    if start >= end:
        return
    if end - start > MAX_PARAGRAPH:
        yield Block(BlockKind.PARAGRAPH, verbatim(text, start, end))
        return
    lines = tuple(iterate_lines(text, start, end))
    for group in _groups(text, lines):
        yield from _group_blocks(text, group, alone=len(group) == len(lines))


def _groups(text: str, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """``lines`` cut where a line begins a new paragraph, item, rule or heading."""
    starts = _paragraph_starts(lines)
    group: list[Line] = []
    number = -1
    for index, line in enumerate(lines):
        if is_underlined(text, lines, index - 1) and len(group) == 1:
            group.append(line)
            yield group
            group = []
            continue
        following = list_number(text, line)
        begins_item = bullet_end(text, line) >= 0 or (
            following >= 0 and (not group or following == number + 1)
        )
        is_rule = bool(rule_character(text, line))
        if group and (begins_item or is_rule or line.start in starts):
            yield group
            group = []
        number = following if begins_item and following >= 0 else number
        group.append(line)
        if is_rule:
            yield group
            group = []
    if group:
        yield group


def _paragraph_starts(lines: Sequence[Line]) -> frozenset[int]:
    """The starts of the lines that their indentation or length shows to begin a paragraph."""
    indents = [line.indent for line in lines]
    base = min(indents)
    deeper = [indent for indent in indents if indent > base]
    outer = len(indents) - len(deeper)
    if max(line.end - line.first for line in lines) > _LONGEST_WRAPPED:
        return frozenset(line.start for line in lines)
    if not deeper or outer <= 1:
        return frozenset()
    if indents[0] > base:
        return frozenset(line.start for line in lines if line.indent > base)
    if len(set(deeper)) == 1:
        return frozenset(line.start for line in lines if line.indent == base)
    return frozenset()


def _group_blocks(text: str, group: Sequence[Line], *, alone: bool) -> Iterator[Block]:
    first, last = group[0], group[-1]
    if rule_character(text, first):
        yield rule_block(first.first, first.end)
        return
    if is_underlined(text, group, 0):
        level = 1 if text[last.first] == "=" else 2
        yield Block(
            BlockKind.HEADING, plain_traced(text, first.first, first.end), level, first.indent
        )
        return
    start = bullet_end(text, first)
    if start >= 0 or list_number(text, first) >= 0:
        level = heading_level(text, first) if alone and len(group) == 1 else 0
        kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM
        traced = plain_traced(text, max(start, first.first), last.end)
        yield Block(kind, traced, level or depth_of(first.indent), first.indent)
        return
    level = heading_level(text, first) if alone and len(group) == 1 else 0
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    yield Block(kind, plain_traced(text, first.first, last.end), level, first.indent)
