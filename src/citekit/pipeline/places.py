"""Lines and columns for what is known by its offset."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from citekit.model.diagnostic import Diagnostic
from citekit.model.document import Document, DocumentFormat
from citekit.model.spans import NOWHERE, Span
from citekit.readers.parts import PartFiles
from citekit.text.lines import LineIndex


def with_lines(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """``diagnostics`` with line and column filled in from their spans, sorted by place.

    ``texts`` holds the text of each file by its path.
    """
    indices: dict[str, LineIndex] = {}
    placed: dict[Diagnostic, None] = {}
    for diagnostic in diagnostics:
        text = texts.get(diagnostic.path)
        if diagnostic.span is None or diagnostic.line or text is None:
            placed[diagnostic] = None
            continue
        if diagnostic.path not in indices:
            indices[diagnostic.path] = LineIndex(text)
        place = indices[diagnostic.path].place(diagnostic.span.start)
        placed[replace(diagnostic, line=place.line, column=place.column)] = None
    order = {path: number for number, path in enumerate(texts)}
    return tuple(
        sorted(
            placed,
            key=lambda d: (
                order.get(d.path, len(order)),
                d.path,
                d.line,
                d.column,
                d.code,
                d.message,
            ),
        )
    )


def in_their_files(
    diagnostics: Iterable[Diagnostic], documents: Sequence[Document]
) -> Iterator[Diagnostic]:
    """``diagnostics``, those of documents that take in other files placed in the file they mean."""
    files = {
        document.path: PartFiles(document.path, document.text, document.parts)
        for document in documents
        if document.parts and document.format is DocumentFormat.LATEX
    }
    for diagnostic in diagnostics:
        span = diagnostic.span or NOWHERE
        if diagnostic.path not in files or span == NOWHERE or diagnostic.line:
            yield diagnostic
            continue
        at = files[diagnostic.path].place(span.start)
        moved = Span(at.offset, at.offset + len(span))
        yield replace(diagnostic, path=at.path, span=moved, line=at.line, column=at.column)
