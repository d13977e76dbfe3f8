"""What an extraction found, in numbers and in a few lines for a person."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.model.citation import CitationKind
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.pipeline.diagnostic_text import format_diagnostic
from citekit.pipeline.extracting import Extraction

UNREAD = frozenset({"unreadable", "failed-document"})
"""The codes of errors by which all of a file is lost."""

_MARKED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.DOUBTFUL: "doubtful"}


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of an extraction.

    ``located`` counts the notes' cites with a locator, ``links`` those that lead somewhere.
    """

    documents: int
    notes: int
    notes_with_work: int
    entries: int
    in_text: int
    links: int
    located: int
    works: int
    doubtful: int
    errors: int


def summarise(extraction: Extraction) -> Summary:
    """The figures of ``extraction``."""
    citations = extraction.library.citations
    kinds = Counter(citation.kind for citation in citations)
    notes = [
        citation
        for citation in citations
        if citation.kind in {CitationKind.FOOTNOTE, CitationKind.ENDNOTE}
    ]
    severities = Counter(diagnostic.severity for diagnostic in extraction.diagnostics)
    return Summary(
        documents=len(extraction.documents),
        notes=len(notes),
        notes_with_work=sum(any(cite.key for cite in note.cites) for note in notes),
        entries=kinds[CitationKind.BIBLIOGRAPHY_ENTRY],
        in_text=sum(kinds[kind] for kind in (CitationKind.RUNNING_TEXT, CitationKind.EPIGRAPH)),
        links=sum(c.kind is CitationKind.LINK and bool(c.cites) for c in citations),
        located=sum(bool(cite.locator) for note in notes for cite in note.cites),
        works=len(extraction.references),
        doubtful=severities[Severity.DOUBTFUL],
        errors=severities[Severity.ERROR],
    )


def format_summary(extraction: Extraction, *, longest: int = 50) -> Iterator[str]:
    """The lines of the report: the findings with their places, then the figures.

    Files that were not read come behind the other findings, with the reason of each. At most
    ``longest`` are shown of either; a last line says how many more there are.
    """
    marked = [d for d in extraction.diagnostics if d.severity in _MARKED]
    yield from _shown([d for d in marked if d.code not in UNREAD], longest)
    unread = [d for d in marked if d.code in UNREAD]
    yield from _shown(unread, longest)
    figures = summarise(extraction)
    if unread:
        files = _count(len(unread) + figures.documents, "file")
        yield f"{len(unread)} of {files} could not be read"
    links = f", {_count(figures.links, 'link')}" if figures.links else ""
    yield (
        f"{_count(figures.documents, 'document')}: {_count(figures.notes, 'note')}"
        f" ({figures.notes_with_work} with a work, {figures.located} located),"
        f" {_count(figures.entries, 'bibliography entry', 'bibliography entries')},"
        f" {_count(figures.in_text, 'source')} in the text{links}"
    )
    doubt = f"{figures.doubtful} doubtful" if figures.doubtful else "nothing doubtful"
    failed = f", {_count(figures.errors, 'error')}" if figures.errors else ""
    yield f"{_count(figures.works, 'distinct work')}, {doubt}{failed}"


def _shown(diagnostics: Sequence[Diagnostic], longest: int) -> Iterator[str]:
    """The first of ``diagnostics``; where there are more, how many of which code in all."""
    for diagnostic in diagnostics[:longest]:
        yield from format_diagnostic(diagnostic)
    if len(diagnostics) > longest:
        codes = Counter(diagnostic.code for diagnostic in diagnostics)
        counts = ", ".join(f"{number} {code}" for code, number in codes.most_common())
        yield f"… and {len(diagnostics) - longest} more; in all {counts}"


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"
