"""Documents to a library: read, find, parse, resolve."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.formats.extraction import ExtractedDocument
from citekit.model.citation import Citation, Library, Passage
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Document, DocumentFormat
from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.pipeline.doubts import find_doubts
from citekit.pipeline.epigraphs import link_epigraphs
from citekit.pipeline.fault_isolation import Failure, isolated
from citekit.pipeline.listed_keys import link_listed_keys
from citekit.pipeline.live_citations import LiveItems, all_cites_of, works_cited
from citekit.pipeline.live_keys import settle_keys
from citekit.pipeline.named_bibliographies import with_records
from citekit.pipeline.note_remarks import marks_citations, without_remarks
from citekit.pipeline.parallel_reading import in_processes
from citekit.pipeline.parsed_cache import ParsedCache, load, store
from citekit.pipeline.pinpoints import settle_pinpoints
from citekit.pipeline.places import in_their_files, with_lines
from citekit.pipeline.sources import files_of
from citekit.readers.latex.inclusion import MISSING_FILE
from citekit.readers.reading import read_bytes, read_path
from citekit.resolver.resolving import resolve

MOST_PASSAGES = 30_000
"""The most places of one document that are taken apart; each costs about 20 KB of memory."""

Progress = Callable[[str], None]
"""Called with the path of each document before it is read, or waited for."""

TIMEOUT = 300.0
"""The seconds that one document may take where processes read; a thick book takes some 30."""


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


@dataclass(frozen=True, slots=True)
class _Task:
    """A document to take apart, what the ids of its citations begin with, and who may know it."""

    source: Source
    prefix: str
    cache: ParsedCache | None


_Outcome = tuple[_Parsed, tuple[Diagnostic, ...]] | Diagnostic
_Outcomes = Generator[_Outcome, None, None]


def extract(
    paths: Iterable[Path | str | Source],
    *,
    progress: Progress | None = None,
    jobs: int = 0,
    timeout: float = TIMEOUT,
    cache: ParsedCache | None = None,
) -> Extraction:
    """Every citation of the documents at ``paths``, resolved to distinct works.

    Documents are kept in the order given, those of a folder sorted by name. What cannot be
    read becomes an error among the diagnostics and stops nothing.

    With ``jobs``, as many other processes take the documents apart, each in ``timeout`` seconds at
    most; the result is the same. As with all of multiprocessing, a script that asks for them
    must do so below ``if __name__ == "__main__"``. What ``cache`` holds is not read again.
    """
    parsed: list[_Parsed] = []
    diagnostics: list[Diagnostic] = []
    stems: Counter[str] = Counter()
    tasks = [_Task(source, _prefix(source, stems), cache) for source in _sources(paths)]
    # Closed at once where the caller is interrupted, so that no process goes on.
    with closing(_outcomes(tasks, jobs, timeout)) as outcomes:
        for task in tasks:
            if progress is not None:
                progress(task.source.path)
            outcome = next(outcomes)
            if isinstance(outcome, Diagnostic):
                diagnostics.append(outcome)
                continue
            document, found = outcome
            parsed.append(document)
            diagnostics += found
    # All documents are known before keys are given out: which gets one must not hang on processes.
    resolution = resolve(list(settle_keys([c for one in parsed for c in one.citations])))
    settled = settle_pinpoints(resolution.library)
    citations = link_epigraphs(settled.library.citations)
    library = replace(settled.library, citations=citations)
    diagnostics += (*resolution.diagnostics, *settled.diagnostics, *find_doubts(library))
    return Extraction(
        _documents(parsed, citations),
        library,
        with_lines(
            in_their_files(diagnostics, [one.document for one in parsed]),
            {one.document.path: one.document.text for one in parsed},
        ),
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


def _outcomes(tasks: Sequence[_Task], jobs: int, timeout: float) -> _Outcomes:
    if len(tasks) == 1 and not jobs:
        yield _extract_one(tasks[0])  # there is no other that a fault of ours could stop
        return
    with closing(_found(tasks, jobs, timeout)) as found:
        for task, outcome in zip(tasks, found, strict=True):
            yield _failed(task, outcome) if isinstance(outcome, Failure) else outcome


def _found(
    tasks: Sequence[_Task], jobs: int, timeout: float
) -> Generator[_Outcome | Failure, None, None]:
    if jobs:
        return in_processes(_extract_one, tasks, jobs=jobs, timeout=timeout)
    return (isolated(_extract_one, task) for task in tasks)


def _extract_one(task: _Task) -> _Outcome:
    if task.cache is None:
        return _read_one(task)
    path, data = task.source.path, task.source.data
    try:
        data = Path(path).read_bytes() if data is None else data
    except OSError:
        return _read_one(task)  # which says what is wrong
    kept = task.cache.path(f"{path}\0{task.prefix}", data)
    outcome = load(kept)
    if isinstance(outcome, Diagnostic | tuple):
        return outcome
    made = _read_one(replace(task, source=Source(path, data)))
    if not _reads_others(made):
        store(kept, made)
    return made


def _reads_others(outcome: _Outcome) -> bool:
    """Whether files beside the document had a part in it; those may change while it does not."""
    if isinstance(outcome, Diagnostic):
        return False
    document, found = outcome[0].document, outcome[1]
    is_together = document.format is DocumentFormat.LATEX and bool(document.parts)
    is_missing = any(diagnostic.code == MISSING_FILE for diagnostic in found)
    return is_together or is_missing or bool(document.bibliographies)


def _read_one(task: _Task) -> _Outcome:
    try:
        return _parse(task.source, task.prefix)
    except ReadError as error:
        return _unreadable(task.source.path, error)


def _parse(source: Source, prefix: str) -> tuple[_Parsed, tuple[Diagnostic, ...]]:
    items = LiveItems()
    if source.data is None:
        read = read_path(Path(source.path))
    else:
        read = read_bytes(source.data, source.path)
    recorded = with_records(read.document)
    document = recorded.document
    findings = find(document)
    passages = findings.passages[:MOST_PASSAGES]
    beyond = findings.passages[MOST_PASSAGES:]
    known = works_cited(document.live_citations, items)
    is_marked = marks_citations(document, passages)
    cites = all_cites_of(passages, document.path, items, known, is_marked=is_marked)
    citations = tuple(
        Citation(f"{prefix}-{number}", document.path, passage, found)
        for number, (passage, found) in enumerate(zip(passages, cites, strict=True), start=1)
    )
    parsed = _Parsed(
        findings.document,
        findings.metadata,
        without_remarks(document.text, link_listed_keys(citations)),
    )
    cut = [_overfull(document.path, beyond)] if beyond else []
    return parsed, (*read.diagnostics, *recorded.diagnostics, *findings.diagnostics, *cut)


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


def _failed(task: _Task, failure: Failure) -> Diagnostic:
    path = task.source.path
    message = f"{path}: {failure.reason}"
    return Diagnostic("failed-document", Severity.ERROR, message, failure.remedy, path)


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
