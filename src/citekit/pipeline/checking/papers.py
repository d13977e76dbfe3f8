"""What a document says in words of the works that it cites."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from citekit.checker.bib_file import BibFile
from citekit.checker.paper import Paper
from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.formats.bibtex_reader import read
from citekit.model.citation import Citation, CitationKind, Passage
from citekit.model.document import Document
from citekit.model.reference import CitationKey, Reference
from citekit.pipeline.live_citations import LiveItems, cites_of, works_cited
from citekit.pipeline.live_keys import settle_keys
from citekit.pipeline.note_remarks import marks_citations
from citekit.readers.reading import read_bytes
from citekit.resolver.resolving import resolve

_READABLE = (".md", ".markdown", ".qmd", ".rmd", ".txt", ".text", ".html", ".htm", ".xhtml")
_OF_ITSELF = CitationKind.PAGE_METADATA
MOST_PASSAGES = 30_000
"""The most places of one document that are taken apart, as in extraction."""


def read_paper(
    path: str, text: str, bib_files: Sequence[BibFile], document: Document | None = None
) -> Paper | None:
    """The notes, printed bibliography and named sources of a document, linked to one another.

    Works of ``bib_files`` are known beforehand. ``document`` is given where the file at ``path``
    is not read from its ``text``. ``None`` for a document in a format whose notes are not read,
    and for one without any note or place that cites in words.
    """
    source = _read(path, text) if document is None else document
    if source is None:
        return None
    findings = find(source)
    known = _known(tuple((file.text, file.path) for file in bib_files))
    if not source.notes and all(one.kind is _OF_ITSELF for one in findings.passages):
        return Paper(findings.document, known=known.keys, filed=known.works)
    citations = _citations(source, findings.passages[:MOST_PASSAGES])
    resolution = resolve(citations, known=known.works)
    return Paper(
        findings.document,
        resolution.library.citations,
        resolution.library.references,
        (*findings.diagnostics, *resolution.diagnostics),
        known.keys,
        known.works,
    )


def _read(path: str, text: str) -> Document | None:
    if not path.lower().endswith(_READABLE):
        return None
    try:
        return read_bytes(text.encode("utf-8", "replace"), path).document
    except ReadError:
        return None


def _citations(source: Document, passages: Sequence[Passage]) -> tuple[Citation, ...]:
    """What each of ``passages`` cites; what a reference manager put there is taken as it is."""
    items = LiveItems()
    live = works_cited(source.live_citations, items)
    is_marked = marks_citations(source, passages)
    citations = tuple(
        Citation(
            f"{source.path}-{number}",
            source.path,
            passage,
            cites_of(passage, source.path, items, live, is_marked=is_marked),
        )
        for number, passage in enumerate(passages, start=1)
    )
    return tuple(settle_keys(citations))


class _Known(NamedTuple):
    """Works that bibliographies hold, and their keys."""

    works: tuple[Reference, ...]
    keys: frozenset[CitationKey]


@lru_cache(maxsize=16)
def _known(files: tuple[tuple[str, str], ...]) -> _Known:
    """The works of bibliographies, given by text and path, each key once.

    They are read once for all the documents that they serve.
    """
    found: dict[str, Reference] = {}
    for text, path in files:
        for reference in read(text, path).references:
            found.setdefault(reference.key, replace(reference, origins={}))
    found.pop("", None)
    works = tuple(found.values())
    return _Known(works, frozenset(work.key for work in works))
