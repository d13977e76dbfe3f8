"""What was cited before a place in a document."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.model.citation import Citation, CitationKind, Cite
from citekit.model.reference import Reference
from citekit.resolver.blocking import family_words
from citekit.resolver.wording import folded_words


@dataclass(frozen=True, slots=True, order=True)
class CitePlace:
    """A cite by its position: of the citation in the sequence, and of the cite in it."""

    citation: int
    cite: int


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A cite that has gone before: its work, ``None`` where it was not resolved itself.

    ``reference`` is what the cite, or the one it was linked to, says of the work; ``source``
    the place where it says so.
    """

    work: int | None
    reference: Reference
    source: CitePlace
    cite: Cite


@dataclass(slots=True)
class History:
    """The cites of one document so far, note by note, and the entries of its bibliography."""

    notes: list[tuple[Citation, list[Antecedent]]] = field(default_factory=list)
    listed: list[Antecedent] = field(default_factory=list)
    _by_initial: dict[str, list[Antecedent]] = field(default_factory=dict)

    def begin(self, citation: Citation) -> None:
        """Begin the next citation."""
        self.notes.append((citation, []))

    def add(self, antecedent: Antecedent) -> None:
        """Add a cite of the citation begun last."""
        self.notes[-1][1].append(antecedent)
        names = antecedent.reference.names.values()
        initials = {word[:2] for found in names for name in found for word in family_words(name)}
        for initial in sorted(initials):
            self._by_initial.setdefault(initial, []).append(antecedent)

    def named(self, author: str) -> Sequence[Antecedent]:
        """Every cite before that names somebody whose name begins as a word of ``author``."""
        initials = {word[:2] for word in folded_words(author) if len(word) > 1}
        return max((self._by_initial.get(i, []) for i in sorted(initials)), key=len, default=())

    def preceding(self) -> Sequence[Antecedent]:
        """The cite before the present one in its note, else all cites of the note before it.

        Notes that only comment are passed over, and so is what is not of the same kind. After a
        note in which no work was found although it looks like a citation, nothing is certain.
        """
        current, cites = self.notes[-1]
        if cites:
            return cites[-1:]
        kinds = _alike(current.kind)
        for citation, earlier in reversed(self.notes[:-1]):
            if citation.kind in kinds:
                if earlier:
                    return earlier
                if _may_cite(citation.passage.text.text):
                    return ()
        return ()

    def numbered(self, marker: str) -> Sequence[Antecedent]:
        """The cites of the last note before that bears the number."""
        for citation, cites in reversed(self.notes[:-1]):
            if citation.passage.marker.strip(" .)([]") == marker.strip(" .)([]"):
                return cites
        return ()

    def all(self) -> Sequence[Antecedent]:
        """Every cite before the present one, the first first."""
        return [antecedent for _, cites in self.notes for antecedent in cites]


def _may_cite(text: str) -> bool:
    """Whether a note in which nothing was found may cite after all ("Archive, BB 12, f. 5")."""
    return "," in text and any(char.isdigit() for char in text)


_NOTES = frozenset((CitationKind.FOOTNOTE, CitationKind.ENDNOTE))


def _alike(kind: CitationKind) -> frozenset[CitationKind]:
    return _NOTES if kind in _NOTES else frozenset((kind,))
