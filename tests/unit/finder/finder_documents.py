"""Documents for the finder's tests, made of text without any of the readers."""

import re

from citekit.model.document import Block, BlockKind, Document, DocumentFormat
from citekit.model.spans import Markup, MarkupRun, Segment, Span, TracedText

_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
_TOKEN = re.compile(
    r"\[(?P<anchor>[^\]\n]+)\]\((?P<target>[^)\s]*)\)|<sup>(?P<raised>[^<]*)</sup>"
    r"|\*\*\*(?P<both>[^*]+)\*\*\*|\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*\n]+)\*"
    r"|(?P<bare>https?://\S+)"
)
_MARKUP = {
    "anchor": Markup.LINK,
    "bare": Markup.LINK,
    "raised": Markup.SUPERSCRIPT,
    "both": Markup.BOLD,
    "bold": Markup.BOLD,
    "italic": Markup.ITALIC,
}


def document_of(text: str, path: str = "page.txt") -> Document:
    """The document of ``text``: a block to a paragraph, with a little Markdown understood."""
    blocks = tuple(_block(text, match.start(), match.end()) for match in _PARAGRAPH.finditer(text))
    return Document(path, text, DocumentFormat.MARKDOWN, "utf-8", blocks)


def _block(text: str, start: int, end: int) -> Block:
    while text[end - 1].isspace():
        end -= 1
    first = start
    while text[first].isspace():
        first += 1
    indent = first - (text.rfind("\n", 0, first) + 1)
    kind, level = BlockKind.PARAGRAPH, 0
    if match := re.compile(r"#{1,6} +").match(text, first):
        kind, level, first = BlockKind.HEADING, len(match.group().strip()), match.end()
    elif match := re.compile(r"(?:[•-]|\d+\.) +").match(text, first):
        kind, level, first = BlockKind.LIST_ITEM, 1, match.end()
    elif match := re.compile(r"> *").match(text, first):
        kind, level, first = BlockKind.QUOTATION, 1, match.end()
    return Block(kind, _traced(text, first, end), level, indent)


def _traced(text: str, start: int, end: int) -> TracedText:
    parts: list[str] = []
    segments: list[Segment] = []
    runs: list[MarkupRun] = []
    length = 0

    def add(low: int, high: int) -> None:
        nonlocal length
        if low < high:
            parts.append(text[low:high])
            segments.append(Segment(length, low, high - low))
            length += high - low

    at = start
    for match in _TOKEN.finditer(text, start, end):
        add(at, match.start())
        group = next(name for name in _MARKUP if match.group(name))
        begin = length
        add(match.start(group), match.end(group))
        target = match.group("target") or (match.group("bare") or "")
        runs.append(MarkupRun(begin, length, _MARKUP[group], target))
        if group == "both":
            runs.append(MarkupRun(begin, length, Markup.ITALIC))
        at = match.end()
    add(at, end)
    return TracedText("".join(parts), tuple(segments), tuple(runs), (Span(start, end),))
