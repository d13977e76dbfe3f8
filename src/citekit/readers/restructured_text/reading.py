"""Reading reStructuredText: the text as it is printed, its notes, entries, and citations by key.

The parser of docutils is not used: its tree gives the line of a block only, none for what is
within a paragraph and no column anywhere, keeps no place for text that escapes and substitutions
change, and it ends in a RecursionError on 400 lists within each other. What a bibliography needs
is offsets, for which its rules of recognition are followed here over blocks cut by lines.
"""

import re
from dataclasses import replace

from citekit.model.document import BlockKind, Document, DocumentFormat
from citekit.model.live_citation import LiveCitation, LiveCite
from citekit.model.spans import Span
from citekit.readers.decoding import Decoded
from citekit.readers.layout_lines import rule_block
from citekit.readers.limits import MAX_PARAGRAPH, cost
from citekit.readers.restructured_text.blocks import iterate_rst_blocks
from citekit.readers.restructured_text.definitions import find_definitions
from citekit.readers.restructured_text.inline import RstInline, scan_rst
from citekit.readers.restructured_text.metadata import read_rst_front
from citekit.readers.restructured_text.notes import RstNote, assemble_rst_notes
from citekit.readers.restructured_text.raw_block import RstBlock
from citekit.readers.sniffed import score_signs
from citekit.readers.source_bibliographies import rst_bibliographies
from citekit.readers.source_body import SourceBody
from citekit.readers.source_paragraph import SourceParagraph
from citekit.readers.tracing import verbatim

_SUFFIXES = frozenset({".rst", ".rest", ".restx"})
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^[ \t]*\.\. (?:[a-z][\w:-]{1,40}):: ?",
        r"^\.\. \[(?:\d+|\#\w*|\*)\](?:[ \t]|$)",
        r"^\.\. _[^:\r\n]{1,80}:(?:[ \t]|$)",
        r"\[(?:\d+|\#\w*|\*)\]_(?!\w)",
        r":(?:foot)?(?:cite|ref|doc|sup|sub|class|func|mod|term)(?::[a-z]+)?:`[^`\r\n]{1,300}`",
        r"`[^`<>\r\n]{1,200}<https?://[^<>\s]{1,500}>`__?",
    )
)


def score_rst(head: str, suffix: str) -> float:
    """How sure it is that ``head`` is reStructuredText: by its suffix, else by several signs."""
    return score_signs(head, suffix, _SUFFIXES, _SIGNS)


def read_rst(decoded: Decoded, path: str) -> Document:
    """The document in reStructuredText, as docutils and Sphinx print it.

    Footnotes are numbered as docutils does; citations (``.. [Knuth]``) are entries of the
    bibliography under their labels. Comments, options, targets and the fields at the top are left
    out of the text, not out of the offsets; what directives hold is text unless they are for code.
    Roles that cite stay as they are written. Markup that is never closed is text.

    Source: reStructuredText Markup Specification; the manual of sphinxcontrib-bibtex.
    """
    text = decoded.text
    reading = _Reading(text)
    front = read_rst_front(text, path)
    for raw in iterate_rst_blocks(text):
        if raw.parts and len(front.fields) and _within(raw, front.fields):
            continue
        if reading.body.budget.spent and raw.parts:
            reading.body.add_rest(raw.parts[0].start)
            break
        reading.add(raw)
    notes = assemble_rst_notes(reading.notes, reading.inline.marks)
    document = reading.body.document(decoded, path, DocumentFormat.RST, notes, front.metadata)
    return replace(document, bibliographies=rst_bibliographies(text, path))


def _within(raw: RstBlock, span: Span) -> bool:
    return span.start <= raw.parts[0].start and raw.parts[-1].end <= span.end


class _Reading:
    """A document as it is put together from its blocks."""

    def __init__(self, text: str) -> None:
        self.body = SourceBody(text)
        self.inline = RstInline(find_definitions(text))
        self.notes: dict[int, RstNote] = {}

    def add(self, raw: RstBlock) -> None:
        """Take in a block."""
        if raw.note and raw.label:
            self.notes[raw.note] = RstNote(raw.label)
            self.body.budget.left -= 1
            return
        whole = Span(raw.parts[0].start, raw.parts[-1].end)
        if raw.kind is BlockKind.RULE:
            self.body.blocks.append(self.body.budget.take(rule_block(whole.start, whole.end)))
            return
        is_text = raw.kind is not BlockKind.CODE and len(whole) <= MAX_PARAGRAPH
        paragraph = self.paragraph(raw) if is_text else SourceParagraph(self.body.text)
        traced = paragraph.build() if is_text else verbatim(self.body.text, whole.start, whole.end)
        if not traced.text.strip():
            return
        self.body.live += paragraph.live
        if raw.note:
            self.notes[raw.note].parts.append(traced)
            self.body.budget.left -= cost(traced)
        elif raw.label:
            self.body.add_entry(traced, LiveCitation(traced, (LiveCite("", key=raw.label),)))
        else:
            self.body.add(raw.kind, traced, raw.level, raw.indent)

    def paragraph(self, raw: RstBlock) -> SourceParagraph:
        """The text of a block whose parts are lines or cells."""
        paragraph = SourceParagraph(self.body.text)
        for number, part in enumerate(raw.parts):
            if number:
                is_next = bool(raw.cells) and raw.cells[number] != raw.cells[number - 1]
                paragraph.supply(" | " if is_next else " ")
            scan_rst(paragraph, part.start, part.end, self.inline)
        return paragraph
