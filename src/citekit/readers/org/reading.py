"""Reading Org: the text as it is exported, its notes, and its citations by key."""

import re
from dataclasses import replace

from citekit.model.document import BlockKind, Document, DocumentFormat
from citekit.model.spans import Span
from citekit.readers.decoding import Decoded
from citekit.readers.layout_lines import rule_block
from citekit.readers.limits import MAX_PARAGRAPH, cost
from citekit.readers.markdown_blocks import RawBlock
from citekit.readers.markdown_notes import NotePart, assemble_notes
from citekit.readers.org.blocks import definition_labels, iterate_org_blocks
from citekit.readers.org.inline import OrgNotes, scan_org
from citekit.readers.org.metadata import read_org_metadata
from citekit.readers.sniffed import score_signs
from citekit.readers.source_bibliographies import org_bibliographies
from citekit.readers.source_body import SourceBody
from citekit.readers.source_paragraph import SourceParagraph
from citekit.readers.tracing import verbatim

_SUFFIXES = frozenset({".org"})
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE | re.IGNORECASE)
    for pattern in (
        r"^\#\+(?:title|author|date|options|bibliography|latex_header|startup):",
        r"^[ \t]*\#\+begin_[a-z]+",
        r"\[fn:[\w-]*[:\]]",
        r"\[cite(?:/[\w/-]{1,40})?:[^\[\]]{0,200}@",
        r"^[ \t]*:properties:[ \t]*$",
        r"\[\[https?:[^\[\]\r\n]{1,500}\](?:\[[^\[\]]{1,200}\])?\]",
    )
)


def score_org(head: str, suffix: str) -> float:
    """How sure it is that ``head`` is Org: by its suffix, else by several signs of its own."""
    return score_signs(head, suffix, _SUFFIXES, _SIGNS)


def read_org(decoded: Decoded, path: str) -> Document:
    """The document in Org, as Org exports it.

    Keywords, comments, drawers, and trees that are not exported are left out of the text, not out
    of the offsets; what stands in source and example blocks is code. Citations stay in the text
    as they are written, and are live citations by their keys. Markup that is never closed is text.

    Source: Org Syntax; the manual of Org, "Creating Footnotes", "Citations".
    """
    text = decoded.text
    body = SourceBody(text)
    notes = OrgNotes(definition_labels(text))
    for raw in iterate_org_blocks(text):
        if body.budget.spent:
            body.add_rest(raw.parts[0].start)
            break
        _add(body, raw, notes)
    found = assemble_notes(notes.parts, notes.marks, notes.inline)
    metadata = read_org_metadata(text, path)
    document = body.document(decoded, path, DocumentFormat.ORG, found, metadata)
    return replace(document, bibliographies=org_bibliographies(text, path))


def _add(body: SourceBody, raw: RawBlock, notes: OrgNotes) -> None:
    whole = Span(raw.parts[0].start, raw.parts[-1].end)
    if raw.kind is BlockKind.RULE:
        body.blocks.append(body.budget.take(rule_block(whole.start, whole.end)))
        return
    if raw.kind is BlockKind.CODE or len(whole) > MAX_PARAGRAPH:
        body.add(raw.kind, verbatim(body.text, whole.start, whole.end), raw.level, raw.indent)
        return
    paragraph = SourceParagraph(body.text)
    for number, part in enumerate(raw.parts):
        if number:
            paragraph.supply(" | ")
        scan_org(paragraph, part.start, part.end, notes)
    if not raw.note:
        body.add_paragraph(raw.kind, paragraph, raw.level, raw.indent)
        return
    traced = paragraph.build()
    body.live += paragraph.live
    if traced.text:
        notes.parts.append(NotePart(raw.note, traced, raw.continues))
        body.budget.left -= cost(traced)
