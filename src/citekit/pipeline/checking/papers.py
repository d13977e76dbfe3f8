"""What a document says in words of the works that it cites."""

from collections.abc import Sequence
from dataclasses import replace

from citekit.checker.bib_file import BibFile
from citekit.checker.document_file import DocumentFile
from citekit.checker.paper import Paper
from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.formats.bibtex_reader import read
from citekit.model.citation import Citation
from citekit.model.reference import CitationKey, Reference
from citekit.readers.reading import read_bytes
from citekit.refparser.parsing import parse_passage
from citekit.resolver.resolving import resolve

_READABLE = (".md", ".markdown", ".qmd", ".rmd", ".txt", ".text", ".html", ".htm", ".xhtml")
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
    known = _known(bib_files)
    if not findings.passages and not source.notes:
        return Paper(findings.document, known=_keys(known), filed=known)
    citations = tuple(
        Citation(
            f"{document.path}-{number}",
            document.path,
            passage,
            parse_passage(passage, path=document.path),
        )
        for number, passage in enumerate(findings.passages[:MOST_PASSAGES], start=1)
    )
    resolution = resolve(citations, known=known)
    return Paper(
        findings.document,
        resolution.library.citations,
        resolution.library.references,
        (*findings.diagnostics, *resolution.diagnostics),
        _keys(known),
        known,
    )


def _keys(references: Sequence[Reference]) -> frozenset[CitationKey]:
    return frozenset(reference.key for reference in references)


def _known(bib_files: Sequence[BibFile]) -> tuple[Reference, ...]:
    """The works of the bibliographies, each key once."""
    found: dict[str, Reference] = {}
    for file in bib_files:
        for reference in read(file.text, file.path).references:
            found.setdefault(reference.key, replace(reference, origins={}))
    found.pop("", None)
    return tuple(found.values())
