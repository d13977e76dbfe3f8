"""Documents to a library: read, find, parse, resolve."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.formats.extraction import ExtractedDocument
from citekit.model.citation import Citation, Library, Passage
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Document
from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.pipeline.doubts import find_doubts
from citekit.pipeline.epigraphs import link_epigraphs
from citekit.pipeline.live_citations import LiveItems, cites_of, works_cited
from citekit.pipeline.note_remarks import marks_citations, without_remarks
from citekit.pipeline.pinpoints import settle_pinpoints
from citekit.pipeline.places import with_lines
from citekit.pipeline.sources import files_of
from citekit.readers.reading import read_bytes, read_path
from citekit.resolver.resolving import resolve

MOST_PASSAGES = 30_000
"""The most places of one document that are taken apart; each costs about 20 KB of memory."""

Progress = Callable[[str], None]
"""Called with the path of each document before it is read."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was extracted: each document with its citations, and one library of all works."""

    documents: tuple[ExtractedDocument, ...]
    library: Library
    diagnostics: tuple[Diagnostic, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """The distinct works, sorted by key."""
        return self.library.references


@dataclass(frozen=True, slots=True)
class Source:
    """A document to extract from: the name it goes by, and its content unless on disk."""

    path: str
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Parsed:
    document: Document
    metadata: Reference
    citations: tuple[Citation, ...]


def extract(
    paths: Iterable[Path | str | Source], *, progress: Progress | None = None
) -> Extraction:
    """Every citation of the documents at ``paths``, resolved to distinct works.

    Documents are kept in the order given, those of a folder sorted by name. What cannot be
    read becomes an error among the diagnostics and stops nothing.
    """
    parsed: list[_Parsed] = []
    diagnostics: list[Diagnostic] = []
    stems: Counter[str] = Counter()
    items = LiveItems()
    for source in _sources(paths):
        if progress is not None:
            progress(source.path)
        try:
            document, found = _extract_one(source, _prefix(source, stems), items)
        except ReadError as error:
            diagnostics.append(_unreadable(source.path, error))
            continue
        parsed.append(document)
        diagnostics += found
    resolution = resolve([citation for one in parsed for citation in one.citations])
    settled = settle_pinpoints(resolution.library)
    citations = link_epigraphs(settled.library.citations)
    library = replace(settled.library, citations=citations)
    diagnostics += (*resolution.diagnostics, *settled.diagnostics, *find_doubts(library))
    return Extraction(
        _documents(parsed, citations),
        library,
        with_lines(diagnostics, {one.document.path: one.document.text for one in parsed}),
    )


def _sources(paths: Iterable[Path | str | Source]) -> Iterator[Source]:
    for path in paths:
        if isinstance(path, Source):
            yield path
        elif Path(path).is_dir():
            yield from (Source(file.as_posix()) for file in files_of([Path(path)]))
        else:
            yield Source(Path(path).as_posix())


def _prefix(source: Source, stems: Counter[str]) -> str:
    """What the ids of a document's citations begin with: its name, counted where it recurs."""
    stem = Path(source.path).stem
    stems[stem] += 1
    return stem if stems[stem] == 1 else f"{stem}~{stems[stem]}"


def _extract_one(
    source: Source, prefix: str, items: LiveItems
) -> tuple[_Parsed, tuple[Diagnostic, ...]]:
    if source.data is None:
        read = read_path(Path(source.path))
    else:
        read = read_bytes(source.data, source.path)
    findings = find(read.document)
    passages = findings.passages[:MOST_PASSAGES]
    beyond = findings.passages[MOST_PASSAGES:]
    known = works_cited(read.document.live_citations, items)
    is_marked = marks_citations(read.document, passages)
    citations = tuple(
        Citation(
            f"{prefix}-{number}",
            read.document.path,
            passage,
            cites_of(passage, read.document.path, items, known, is_marked=is_marked),
        )
        for number, passage in enumerate(passages, start=1)
    )
    parsed = _Parsed(
        findings.document, findings.metadata, without_remarks(read.document.text, citations)
    )
    cut = [_overfull(read.document.path, beyond)] if beyond else []
    return parsed, (*read.diagnostics, *findings.diagnostics, *cut)


def _documents(
    parsed: Sequence[_Parsed], citations: Sequence[Citation]
) -> tuple[ExtractedDocument, ...]:
    by_id = {(citation.path, citation.id): citation for citation in citations}
    return tuple(
        ExtractedDocument(
            one.document.path,
            one.metadata,
            one.document.text,
            tuple(by_id[citation.path, citation.id] for citation in one.citations),
            one.document.lines,
            one.document.parts,
            blocks=one.document.blocks,
        )
        for one in parsed
    )


def _unreadable(path: str, error: ReadError) -> Diagnostic:
    return Diagnostic("unreadable", Severity.ERROR, str(error), path=path)


def _overfull(path: str, beyond: Sequence[Passage]) -> Diagnostic:
    text = beyond[0].text
    return Diagnostic(
        "too-many-citations",
        Severity.ERROR,
        f"more than {MOST_PASSAGES} places cite; {len(beyond)} from here on were not taken apart",
        "Split the file and extract its parts into one library.",
        path,
        Span(text.start, text.end),
    )
