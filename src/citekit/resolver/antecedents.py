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
    the place where it says so, and ``printed`` the words it says so with.
    """

    work: int | None
    reference: Reference
    source: CitePlace
    cite: Cite
    printed: str = ""


# What is printed is known by its words up to here.
_LONGEST_PRINTED = 600
# Of the cites that print a word, the last so many are looked at.
_MOST = 200


@dataclass(slots=True)
class History:
    """The cites of one document so far, note by note, and the entries of its bibliography."""

    notes: list[tuple[Citation, list[Antecedent]]] = field(default_factory=list)
    listed: list[Antecedent] = field(default_factory=list)
    _by_initial: dict[str, list[Antecedent]] = field(default_factory=dict)
    _by_word: dict[str, list[Antecedent]] = field(default_factory=dict)

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
        if isinstance(antecedent.cite.target, Reference):
            for word in set(folded_words(antecedent.printed[:_LONGEST_PRINTED])):
                self._by_word.setdefault(word, []).append(antecedent)

    def named(self, author: str) -> Sequence[Antecedent]:
        """Every cite before that names somebody whose name begins as a word of ``author``."""
        initials = {word[:2] for word in folded_words(author) if len(word) > 1}
        return max((self._by_initial.get(i, []) for i in sorted(initials)), key=len, default=())

    def printing(self, text: str) -> Sequence[Antecedent]:
        """The cites in full before that print the rarest word of ``text``, none if one is new."""
        words = [word for word in folded_words(text) if len(word) > 1]
        return min((self._by_word.get(word, []) for word in words), key=len, default=())[-_MOST:]

    def resembling(self, title: str) -> Sequence[Antecedent]:
        """The cites before that may print ``title``: those with one of its two rarest words.

        Where none prints any of them, as when its only word is misspelt, those of late.
        """
        known = [self._by_word[word] for word in folded_words(title) if word in self._by_word]
        if not known:
            return self.all()[-_MOST:]
        found = {one.source: one for holders in sorted(known, key=len)[:2] for one in holders}
        return [found[place] for place in sorted(found)][-_MOST:]

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
