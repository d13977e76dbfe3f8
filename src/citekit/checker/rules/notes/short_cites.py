"""The short forms of a paper: "ibid.", "op. cit.", "supra note 4"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.checker.paper import Paper
from citekit.model.citation import Citation, CitationKind, Cite, ShortForm
from citekit.model.spans import Span
from citekit.text.folding import fold

_NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})


@dataclass(frozen=True, slots=True)
class ShortCite:
    """A short form in the note that has the place ``number`` among the notes of the paper."""

    citation: Citation
    cite: Cite
    form: ShortForm
    number: int

    @property
    def is_first_of_note(self) -> bool:
        """Whether nothing is cited before it in its note."""
        return self.cite is self.citation.cites[0]

    @property
    def text(self) -> str:
        """What is printed."""
        return self.citation.passage.text.text[self.start : self.end]

    @property
    def start(self) -> int:
        """Where in the passage it begins."""
        return self.cite.span.start if len(self.cite.span) else 0

    @property
    def end(self) -> int:
        """Where in the passage it ends."""
        return self.cite.span.end if len(self.cite.span) else len(self.citation.passage.text.text)

    @property
    def span(self) -> Span:
        """Its place in the file."""
        return self.file_span(self.start, self.end)

    def file_span(self, start: int, end: int) -> Span:
        """The place in the file of a stretch of the passage."""
        spans = self.citation.passage.text.source_spans(start, end)
        return spans[0] if spans else Span(0, 0)


class NoteIndex:
    """The notes of a paper in their order, and which of them have which word."""

    def __init__(self, paper: Paper) -> None:
        """The notes of ``paper``, those that cite nothing among them."""
        self.notes = tuple(one for one in paper.citations if one.kind in _NOTES)
        self._numbers: dict[str, list[int]] = {}
        for number, note in enumerate(self.notes):
            for word in set(fold(note.passage.text.text).split()):
                self._numbers.setdefault(word, []).append(number)

    def short_cites(self) -> Iterator[ShortCite]:
        """The short forms in the notes, in their order."""
        for number, citation in enumerate(self.notes):
            for cite in citation.cites:
                if isinstance(cite.target, ShortForm):
                    yield ShortCite(citation, cite, cite.target, number)

    def naming(self, author: str) -> Sequence[int]:
        """The numbers of the notes that have all words of ``author``."""
        words = fold(author).split()
        if not words:
            return ()
        common = set(self._numbers.get(words[0], ()))
        for word in words[1:]:
            common.intersection_update(self._numbers.get(word, ()))
        return sorted(common)

    def naming_before(self, author: str, number: int) -> tuple[Citation, ...]:
        """The notes before the one of that number that have all words of ``author``."""
        found = self.naming(author)
        return tuple(self.notes[one] for one in found[: bisect_left(found, number)])

    def names(self, number: int, author: str) -> bool:
        """Whether the note of that number has all words of ``author``."""
        return number in self.naming(author)


def is_empty_note(citation: Citation) -> bool:
    """Whether a note surely cites nothing: no work was found in it, nor looks anything like one."""
    text = citation.passage.text.text
    return not citation.cites and not re.search(r"\d|[\"“”«»„‘]|https?:", text)
