"""A document with notes or a printed bibliography, as rules look at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from citekit.checker.file_problems import FileProblems
from citekit.checker.mention import Mention, mentions_of
from citekit.model.citation import Citation
from citekit.model.diagnostic import Diagnostic
from citekit.model.document import Document
from citekit.model.reference import CitationKey, Reference


@dataclass(frozen=True)
class Paper(FileProblems):
    """What a document itself says of the works that it cites, in words and not by keys.

    ``citations`` are in the order of the document, each cite with its own reading of the work
    (``Cite.target``) and the key of the work it was linked to; ``references`` are these works
    merged, ``diagnostics`` what linking and merging found doubtful. ``known`` are the keys of
    works that stand in a bibliography file of the project: a cite linked to one of them is
    covered by it; ``filed`` are these works as they stand there.
    """

    document: Document
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    known: frozenset[CitationKey] = frozenset()
    filed: tuple[Reference, ...] = ()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every work that a note or the printed bibliography describes, in the order of the text.

        Short forms are none: they describe nothing.
        """
        return mentions_of(self.citations)

    @cached_property
    def notes(self) -> tuple[Mention, ...]:
        """The mentions in notes."""
        return tuple(mention for mention in self.mentions if mention.is_note)

    @cached_property
    def entries(self) -> tuple[Mention, ...]:
        """The mentions in the printed bibliography."""
        return tuple(mention for mention in self.mentions if mention.is_entry)

    @cached_property
    def by_work(self) -> Mapping[CitationKey, tuple[Mention, ...]]:
        """The mentions of each work by its key, those that were linked to none left out."""
        found: dict[CitationKey, list[Mention]] = {}
        for mention in self.mentions:
            if mention.key:
                found.setdefault(mention.key, []).append(mention)
        return {key: tuple(mentions) for key, mentions in found.items()}

    @property
    def path(self) -> str:
        """The file."""
        return self.document.path

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.text
