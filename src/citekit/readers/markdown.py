"""Reading Markdown as people, converters and OCR write it."""

import re
from dataclasses import dataclass, field

from citekit.model.document import Block, BlockKind, Document, DocumentFormat, Note
from citekit.model.reference import Reference
from citekit.model.spans import Span, TracedText, join_traced
from citekit.readers.decoding import Decoded
from citekit.readers.front_matter import read_front_matter
from citekit.readers.layout_lines import rule_block
from citekit.readers.limits import MAX_PARAGRAPH, Budget, cost
from citekit.readers.markdown_blocks import RawBlock, iterate_raw_blocks
from citekit.readers.markdown_definitions import Definitions, find_definitions
from citekit.readers.markdown_inline import InlineNote, NoteMark, parse_inline
from citekit.readers.markdown_notes import NotePart, assemble_notes
from citekit.readers.tracing import verbatim

_SUFFIXES = frozenset({".md", ".markdown", ".mkd", ".qmd", ".rmd"})
# Kinds of markup that plain text has by chance as well: people write *so* in comments.
_WEAK_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"(?<!\w)(\*\*?\*?)(?=\S)[^*\n]{1,300}(?<=\S)\1(?!\w)",
        r"^(?:```|~~~)",
        r"(?<!\w)_(?=[^\W_])[^_\n]{2,200}(?<=[\w.,])_(?!\w)",
        r"<https?://[^\s<>]{4,500}>",
        r"\\[_*#\[\]]",
    )
)
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} +\S",
        r"(?<!!)\[[^\[\]\n]{1,200}\]\((?:https?:|#|/|\.|mailto:)[^\s()]{0,500}\)",
        r"!\[[^\[\]\n]{0,200}\]\([^\s()]{1,500}\)",
        r"<sup>\s?[\w*†‡§]{1,4}\s?</sup>",
        r"\[\^[^\]\s]{1,40}\]|\^\[[^\]\n]{3,300}\]",
        r"^\|?(?:\s?:?-{3,}:?\s?\|){1,50}",
        r"\$\^\{?\d{1,3}\}?\$",
    )
)


def score_markdown(head: str, suffix: str) -> float:
    """How sure it is that ``head`` is Markdown: each kind of its markup adds to it."""
    strong = sum(bool(sign.search(head)) for sign in _SIGNS)
    weak = sum(bool(sign.search(head)) for sign in _WEAK_SIGNS)
    score = 0.2 + 0.2 * strong + 0.1 * weak
    return min(0.95, score + 0.55) if suffix in _SUFFIXES else min(0.85, score)


def read_markdown(decoded: Decoded, path: str) -> Document:
    """The document in Markdown, read as a person would rather than by a specification.

    Indented paragraphs are paragraphs; a line that begins with a raised number begins a
    paragraph; broken emphasis is mended. Notes of the form ``[^1]`` and ``^[…]`` become notes of
    the document, notes printed as ``<sup>1</sup> …`` stay paragraphs with their raised number.
    The number of a numbered item stays in its text, a bullet does not; a row of a table is a
    block. Tags, comments and images are left out of the text, not out of the offsets.

    Source: CommonMark 0.31.2, pandoc's manual (footnotes, superscripts, pipe tables).
    """
    text = decoded.text
    front = read_front_matter(text, path)
    assembly = _Assembly(text, find_definitions(text))
    budget = Budget()
    for raw in iterate_raw_blocks(text, front.end if front else 0):
        if budget.spent:
            start = raw.parts[0].start
            assembly.blocks.append(Block(BlockKind.PARAGRAPH, verbatim(text, start, len(text))))
            break
        assembly.add(raw, budget)
    return Document(
        path,
        text,
        DocumentFormat.MARKDOWN,
        decoded.encoding,
        tuple(assembly.blocks),
        assembly.notes(),
        front.metadata if front else Reference(),
    )


@dataclass(slots=True)
class _Assembly:
    text: str
    definitions: Definitions
    blocks: list[Block] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    inline_notes: list[InlineNote] = field(default_factory=list)
    parts: list[NotePart] = field(default_factory=list)

    def add(self, raw: RawBlock, budget: Budget) -> None:
        if raw.kind is BlockKind.RULE:
            self.blocks.append(budget.take(rule_block(raw.parts[0].start, raw.parts[0].end)))
            return
        traced = self.traced(raw)
        if not traced.text:
            return
        if raw.note:
            self.parts.append(NotePart(raw.note, traced, raw.continues))
            budget.left -= cost(traced)
        else:
            self.blocks.append(budget.take(Block(raw.kind, traced, raw.level, raw.indent)))

    def traced(self, raw: RawBlock) -> TracedText:
        whole = Span(raw.parts[0].start, raw.parts[-1].end)
        if raw.kind is BlockKind.CODE or len(whole) > MAX_PARAGRAPH:
            return verbatim(self.text, whole.start, whole.end)
        pieces = [TracedText.of(self.text[p.start : p.end], at=p.start) for p in raw.parts]
        if raw.kind is BlockKind.TABLE:
            cells = [self.inline(piece) for piece in pieces]
            return _one_piece(join_traced(cells, " | "), whole)
        return self.inline(_trimmed_piece(join_traced(pieces, "\n"), self.text, whole))

    def inline(self, base: TracedText) -> TracedText:
        found = parse_inline(base, self.definitions)
        self.marks += found.marks
        self.inline_notes += found.notes
        return found.text

    def notes(self) -> tuple[Note, ...]:
        return assemble_notes(self.parts, self.marks, self.inline_notes)


def _one_piece(traced: TracedText, whole: Span) -> TracedText:
    return TracedText(traced.text, traced.segments, traced.runs, (whole,))


def _trimmed_piece(traced: TracedText, text: str, whole: Span) -> TracedText:
    end = whole.end
    while end > whole.start and text[end - 1].isspace():
        end -= 1
    return _one_piece(traced, Span(whole.start, end))
