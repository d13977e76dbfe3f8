"""Findings in laid-out documents, such as PDF: named by page or part, and without fixes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from citekit.checker.finding import Finding, Fix
from citekit.model.document import Document, DocumentFormat
from citekit.model.pages import PageIndex
from citekit.model.spans import Span

# Their text is the file itself, so that line and column say enough.
_WRITTEN_OUT = frozenset({DocumentFormat.JATS, DocumentFormat.TEI})
# In these the part is always the same file or one of two, which no reader ever sees.
_ONE_STORY = frozenset({DocumentFormat.DOCX, DocumentFormat.ODT})


def in_laid_out(
    findings: Iterable[Finding], documents: Mapping[str, Document]
) -> tuple[Finding, ...]:
    """``findings``, those in ``documents`` with the page, part or note named before the message.

    Lines and columns in them are those of the text that was laid out, of which nobody has the
    lines. No fix is offered that would edit one of them.
    """
    places = {path: _Places(document) for path, document in documents.items()}
    return tuple(_named(finding, places) for finding in findings)


class _Places:
    """Where the stretches of a document's text are, as its readers call it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pages = PageIndex(document.lines)
        self._notes = sorted(
            (piece.start, piece.end, note.marker)
            for note in document.notes
            for piece in note.text.pieces
        )

    def name(self, span: Span) -> str:
        """The page, part and note in which ``span`` begins, empty where the file has none."""
        if self._document.format in _WRITTEN_OUT:
            return ""
        return ", ".join(self._names(span))

    def _names(self, span: Span) -> Iterator[str]:
        places = self._pages.places([Span(span.start, span.start + 1)])
        if places:
            yield f"page {places[0].page}"
        if self._document.format not in _ONE_STORY:
            parts = (
                one for one in self._document.parts if one.span.start <= span.start < one.span.end
            )
            yield from (part.name for part in parts)
        index = bisect_right(self._notes, span.start, key=lambda note: note[0]) - 1
        if index >= 0 and span.start < self._notes[index][1] and self._notes[index][2]:
            yield f"note {self._notes[index][2]}"


def _named(finding: Finding, places: Mapping[str, _Places]) -> Finding:
    problem = finding.problem
    if problem.path in places:
        place = places[problem.path].name(problem.span)
        message = f"{place}: {problem.message}" if place else problem.message
        problem = replace(problem, message=message, fix=None)
    elif problem.fix is not None and _edits(problem.fix, places):
        problem = replace(problem, fix=None)
    return finding if problem is finding.problem else replace(finding, problem=problem)


def _edits(fix: Fix, places: Mapping[str, _Places]) -> bool:
    return any(edit.path in places for edit in fix.edits)
