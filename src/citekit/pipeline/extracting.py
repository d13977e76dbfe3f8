"""Documents to a library: read, find, parse, resolve."""

from collections.abc import Callable, Iterable, Sequence
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
from citekit.pipeline.pinpoints import settle_pinpoints
from citekit.pipeline.places import with_lines
from citekit.readers.reading import read_bytes, read_path
from citekit.refparser.parsing import parse_passage
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

    Documents are kept in the order given; folders are not opened (see ``files_of``). A file
    that cannot be read becomes an error among the diagnostics and stops nothing.
    """
    parsed: list[_Parsed] = []
    diagnostics: list[Diagnostic] = []
    for source in map(_as_source, paths):
        if progress is not None:
            progress(source.path)
        try:
            document, found = _extract_one(source)
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


def _as_source(path: Path | str | Source) -> Source:
    return path if isinstance(path, Source) else Source(Path(path).as_posix())


def _extract_one(source: Source) -> tuple[_Parsed, tuple[Diagnostic, ...]]:
    if source.data is None:
        read = read_path(Path(source.path))
    else:
        read = read_bytes(source.data, source.path)
    findings = find(read.document)
    passages = findings.passages[:MOST_PASSAGES]
    beyond = findings.passages[MOST_PASSAGES:]
    citations = tuple(
        Citation(
            f"{Path(source.path).stem}-{number}",
            read.document.path,
            passage,
            parse_passage(passage, path=read.document.path),
        )
        for number, passage in enumerate(passages, start=1)
    )
    parsed = _Parsed(findings.document, findings.metadata, citations)
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
