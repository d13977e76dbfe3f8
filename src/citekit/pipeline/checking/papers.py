"""What a document says in words of the works that it cites."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from citekit.checker.bib_file import BibFile
from citekit.checker.document_file import DocumentFile
from citekit.checker.paper import Paper
from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.formats.bibtex_reader import read
from citekit.model.citation import Citation, CitationKind
from citekit.model.reference import CitationKey, Reference
from citekit.readers.reading import read_bytes
from citekit.refparser.parsing import parse_passage
from citekit.resolver.resolving import resolve

_READABLE = (".md", ".markdown", ".qmd", ".rmd", ".txt", ".text", ".html", ".htm", ".xhtml")
_OF_ITSELF = CitationKind.PAGE_METADATA
MOST_PASSAGES = 30_000
"""The most places of one document that are taken apart, as in extraction."""


def read_paper(document: DocumentFile, bib_files: Sequence[BibFile]) -> Paper | None:
    """The notes, printed bibliography and named sources of a document, linked to one another.

    Works of ``bib_files`` are known beforehand. ``None`` for a document in a format whose notes
    are not read, and for one without any note or place that cites in words.
    """
    if not document.path.lower().endswith(_READABLE):
        return None
    try:
        source = read_bytes(document.text.encode("utf-8", "replace"), document.path).document
    except ReadError:
        return None
    findings = find(source)
    known = _known(tuple((file.text, file.path) for file in bib_files))
    if not source.notes and all(one.kind is _OF_ITSELF for one in findings.passages):
        return Paper(findings.document, known=known.keys, filed=known.works)
    citations = tuple(
        Citation(
            f"{document.path}-{number}",
            document.path,
            passage,
            parse_passage(passage, path=document.path),
        )
        for number, passage in enumerate(findings.passages[:MOST_PASSAGES], start=1)
    )
    resolution = resolve(citations, known=known.works)
    return Paper(
        findings.document,
        resolution.library.citations,
        resolution.library.references,
        (*findings.diagnostics, *resolution.diagnostics),
        known.keys,
        known.works,
    )


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
