"""A work as one note or one entry of a printed bibliography describes it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from citekit.model.citation import Citation, CitationKind, Cite
from citekit.model.reference import CitationKey, Reference
from citekit.model.spans import Span, TracedText
from citekit.model.variables import Variable

_NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})


@dataclass(frozen=True, eq=False)
class Mention:
    """A cite of ``citation`` with its own reading of the work.

    Offsets count in the text of the passage, without markup; ``file_span`` leads to the file.
    """

    citation: Citation
    cite: Cite
    reference: Reference

    @property
    def key(self) -> CitationKey:
        """The work it was linked to, empty if to none."""
        return self.cite.key

    @property
    def is_note(self) -> bool:
        """Whether it stands in a note."""
        return self.citation.kind in _NOTES

    @property
    def is_entry(self) -> bool:
        """Whether it stands in the printed bibliography."""
        return self.citation.kind is CitationKind.BIBLIOGRAPHY_ENTRY

    @property
    def marker(self) -> str:
        """The number or sign of the note."""
        return self.citation.passage.marker

    @property
    def traced(self) -> TracedText:
        """The whole passage."""
        return self.citation.passage.text

    @property
    def text(self) -> str:
        """The words of the whole passage."""
        return self.traced.text

    @property
    def start(self) -> int:
        """Where in the passage it begins, lead-in left out."""
        return self.cite.span.start if len(self.cite.span) else 0

    @property
    def end(self) -> int:
        """Where in the passage it ends."""
        return self.cite.span.end if len(self.cite.span) else len(self.text)

    @property
    def words(self) -> str:
        """What is printed of it."""
        return self.text[self.start : self.end]

    @property
    def where(self) -> str:
        """What a message calls its place."""
        return f"note {self.marker}" if self.is_note and self.marker else "the bibliography"

    @cached_property
    def places(self) -> dict[Variable, tuple[Span, ...]]:
        """The stretches of the passage from which each variable was read."""
        inverse = _Inverse(self.traced)
        found: dict[Variable, tuple[Span, ...]] = {}
        for variable, origins in self.reference.origins.items():
            spans = (inverse.span(origin.start, origin.end) for origin in origins)
            kept = tuple(span for span in spans if span is not None)
            if kept:
                found[variable] = kept
        return found

    def place(self, variable: Variable) -> Span | None:
        """Where in the passage ``variable`` stands, from its first to its last letter."""
        spans = self.places.get(variable)
        return Span(min(spans).start, max(span.end for span in spans)) if spans else None

    def printed(self, variable: Variable) -> str:
        """``variable`` as it is printed, empty where it is not."""
        span = self.place(variable)
        return self.text[span.start : span.end] if span else ""

    def file_span(self, start: int, end: int) -> Span:
        """The place in the file of a stretch of the passage, its first piece if it is torn."""
        spans = self.traced.source_spans(start, end)
        if spans:
            return spans[0]
        offset = max(self.traced.source_offset(start), 0)
        return Span(offset, offset)

    @property
    def span(self) -> Span:
        """Its place in the file."""
        return self.file_span(self.start, self.end)


def mentions_of(citations: Iterable[Citation]) -> tuple[Mention, ...]:
    """The mentions in notes and printed bibliographies among ``citations``."""
    kinds = {*_NOTES, CitationKind.BIBLIOGRAPHY_ENTRY}
    return tuple(
        Mention(citation, cite, cite.target)
        for citation in citations
        if citation.kind in kinds
        for cite in citation.cites
        if isinstance(cite.target, Reference)
    )


class _Inverse:
    """From offsets in the file back to those in a text."""

    def __init__(self, text: TracedText) -> None:
        self._segments = sorted((one.source, one.at, one.length) for one in text.segments)
        self._sources = [source for source, _, _ in self._segments]

    def span(self, start: int, end: int) -> Span | None:
        first, last = self._position(start), self._position(end - 1)
        if first is None or last is None or last < first:
            return None
        return Span(first, last + 1)

    def _position(self, offset: int) -> int | None:
        index = bisect_right(self._sources, offset) - 1
        if index < 0:
            return None
        source, at, length = self._segments[index]
        return at + min(offset - source, length - 1) if length else None
