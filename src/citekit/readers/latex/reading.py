r"""Reading LaTeX: the text as it is printed, its notes, its bibliography, and citations by key."""

import re
from dataclasses import replace

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Document, DocumentFormat
from citekit.model.live_citation import LiveCitation
from citekit.model.spans import NOWHERE, Span
from citekit.readers.decoding import Decoded
from citekit.readers.latex.biblatex_records import read_records
from citekit.readers.latex.front import finish_front
from citekit.readers.latex.inclusion import compose
from citekit.readers.latex.unmatched import find_unmatched
from citekit.readers.latex.walking import walk_latex
from citekit.readers.limits import is_overfull, overfull
from citekit.readers.page_metadata import build_metadata
from citekit.readers.parts import PartFiles
from citekit.readers.positions import position_of
from citekit.readers.results import ReadResult

_SUFFIXES = frozenset({".tex", ".ltx", ".latex", ".bbl"})
_SURE, _NAMED, _SIGNED = 1.0, 0.9, 0.92
_BEGINNING = re.compile(
    r"(?:\s|%[^\n]*\n)*+\\(?:documentclass|documentstyle|RequirePackage|PassOptionsToPackage"
    r"|chapter|section|begin\{(?:document|thebibliography)\})(?![A-Za-z])"
)
_CLASS = re.compile(r"^[ \t]*\\documentclass\s*(?:\[[^\]]{0,500}\])?\s*\{", re.MULTILINE)
_BODY = re.compile(r"^[ \t]*\\begin\{document\}", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)


def score_latex(head: str, suffix: str) -> float:
    """How sure it is that ``head`` is LaTeX: by how it begins, by its suffix, or by its body."""
    if _BEGINNING.match(head):
        return _SURE
    if suffix in _SUFFIXES:
        return _NAMED
    if suffix in {"", ".txt", ".text"} and not _FENCE.search(head):
        return _SIGNED if _CLASS.search(head) and _BODY.search(head) else 0.0
    return 0.0


def read_latex(decoded: Decoded, path: str) -> ReadResult:
    r"""The document in LaTeX as it is printed, with the files of its folder that it takes in.

    Comments, the preamble, labels, and what ``\iffalse`` hides are left out of the text, not out
    of the offsets. Citations stay in the text as they are written, and are live citations by
    their keys; where a list of biblatex lies beside the document, they hold its data. Entries of
    ``thebibliography`` are live citations of their own works. Formulas stay as they are written.

    Any text gives a document; what is not closed ends where it can, with a finding.

    Source: LaTeX2e: An unofficial reference manual; the manuals of biblatex and natbib.
    """
    composed = compose(decoded.text, path)
    story = walk_latex(composed.text, composed.parts)
    finish_front(story)
    document = story.body.document(
        decoded,
        path,
        DocumentFormat.LATEX,
        story.notes.in_order(),
        build_metadata(path, story.declared),
    )
    document = replace(document, parts=composed.parts, bibliographies=composed.bibliographies)
    unmatched = tuple(
        Diagnostic(
            "READ014",
            Severity.WARNING,
            f"{one.message}{f' ({one.count} of them)' if one.count > 1 else ''}",
            one.remedy,
            path,
            Span(one.at, one.at + one.length),
        )
        for one in find_unmatched(story)
    )
    files = PartFiles(path, composed.text, composed.parts) if composed.parts else None
    if story.cut_at >= 0 and not is_overfull(document):
        unmatched = (*unmatched, overfull(path, Span(story.cut_at, story.cut_at + 1)))
    placed = tuple(_placed(one, composed.text, files) for one in unmatched)
    return ReadResult(_with_records(document, composed.records), (*composed.diagnostics, *placed))


def _with_records(document: Document, records: str) -> Document:
    """``document`` whose citations hold the data of the list that biblatex made."""
    items = read_records(records) if records else {}
    if not items:
        return document
    live = tuple(
        LiveCitation(
            one.text,
            tuple(replace(cite, item=items.get(cite.key, "")) for cite in one.cites),
        )
        for one in document.live_citations
    )
    return replace(document, live_citations=live)


def _placed(diagnostic: Diagnostic, text: str, files: PartFiles | None) -> Diagnostic:
    """``diagnostic`` with the file that its span is in, and its place there."""
    span = diagnostic.span or NOWHERE
    if files is None:
        position = position_of(text, span.start)
        return replace(diagnostic, line=position.line, column=position.column)
    at = files.place(span.start)
    moved = Span(at.offset, at.offset + len(span))
    return replace(diagnostic, path=at.path, span=moved, line=at.line, column=at.column)
