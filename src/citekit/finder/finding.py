"""All places of a document that cite, in one pass over its parts."""

from dataclasses import dataclass, replace

from citekit.finder.bibliography import find_bibliography
from citekit.finder.declared_entries import Entries, told_apart
from citekit.finder.epigraphs import find_epigraphs
from citekit.finder.links import find_links
from citekit.finder.live_citations import FoundLiveCitations, find_live_citations
from citekit.finder.page_metadata import find_page_metadata
from citekit.finder.printed_notes import find_printed_notes
from citekit.finder.running_text import find_named_sources
from citekit.finder.zones import mark_zones
from citekit.model.citation import CitationKind, Passage
from citekit.model.diagnostic import Diagnostic
from citekit.model.document import Document, DocumentFormat, Note, NoteKind
from citekit.model.reference import Reference

_KINDS = {NoteKind.FOOTNOTE: CitationKind.FOOTNOTE, NoteKind.ENDNOTE: CitationKind.ENDNOTE}


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a document.

    ``document`` is the one given, its blocks marked with their zones; ``metadata`` describes
    the document itself; ``passages`` are in the order of the file.
    """

    document: Document
    metadata: Reference
    passages: tuple[Passage, ...]
    diagnostics: tuple[Diagnostic, ...]


def find(document: Document) -> Findings:
    """The places of ``document`` that cite, and what it says about itself."""
    document = mark_zones(document)
    printed = find_printed_notes(document)
    live = find_live_citations(document)
    listed = find_bibliography(document, printed.blocks | live.blocks)
    body = _without(document, printed.blocks | live.blocks | listed.blocks)
    page = find_page_metadata(body, document)
    passages = [*printed.passages, *(_note_passage(note, live) for note in document.notes)]
    entries = Entries(live.passages, listed.passages)
    if document.format is DocumentFormat.HTML:
        entries = told_apart(live.passages, listed.passages)
    passages += (*entries.printed, *entries.declared)
    passages += find_epigraphs(body)
    named = () if passages else find_named_sources(body)
    passages += named
    passages += _apart(find_links(body), (*named, *live.passages))
    passages += page.passages
    passages.sort(key=lambda passage: (passage.text.start, passage.text.end))
    return Findings(
        document, page.reference, tuple(passages), (*listed.diagnostics, *page.diagnostics)
    )


def _without(document: Document, taken: frozenset[int]) -> Document:
    blocks = tuple(block for index, block in enumerate(document.blocks) if index not in taken)
    return replace(document, blocks=blocks)


def _note_passage(note: Note, live: FoundLiveCitations) -> Passage:
    held = live.by_note.get(note.label, ())
    return Passage(_KINDS[note.kind], note.text, note.marker, note.mark, live=held)


def _apart(links: tuple[Passage, ...], named: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The links that lie in no passage of ``named``."""
    spans = [piece for passage in named for piece in passage.text.pieces]
    return tuple(
        link
        for link in links
        if not any(span.start <= link.text.start and link.text.end <= span.end for span in spans)
    )
