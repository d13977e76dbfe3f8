"""What a reader has found so far in a document."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from citekit.drafts.citation_key import EVERYTHING
from citekit.drafts.key_uses.uses import (
    BibliographyUse,
    CitedKeys,
    Inclusion,
    KeyNotation,
    KeyUse,
)
from citekit.model.diagnostic import Diagnostic
from citekit.model.spans import Span


@dataclass(slots=True)
class Gathering:
    """Uses and the like as they are found, in any order."""

    uses: list[KeyUse] = field(default_factory=list)
    bibliographies: list[BibliographyUse] = field(default_factory=list)
    inclusions: list[Inclusion] = field(default_factory=list)
    nocite_all: Span | None = None
    defined_ids: set[str] = field(default_factory=set)
    inline_bib: list[KeyUse] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, use: KeyUse) -> None:
        """Take in a use; the key ``*`` asks for all works."""
        if use.key == EVERYTHING:
            self.nocite_all = self.nocite_all or use.span
        elif use.key:
            self.uses.append(use)

    def add_bibliography(self, path: str, start: int) -> None:
        """Take in the name of a bibliography file that begins at ``start``; blanks go."""
        if name := path.strip():
            at = start + len(path) - len(path.lstrip())
            self.bibliographies.append(BibliographyUse(name, Span(at, at + len(name))))

    def add_inclusion(self, path: str, start: int, folder: str = "") -> None:
        """Take in the name of an included file that begins at ``start``, in ``folder`` if any."""
        if name := path.strip():
            at = start + len(path) - len(path.lstrip())
            lead = f"{folder.rstrip('/')}/" if folder else ""
            self.inclusions.append(Inclusion(f"{lead}{name}", Span(at, at + len(name))))

    def add_entry(self, key: str, span: Span, group: Span, notation: KeyNotation) -> None:
        """Take in the key of a work that the document itself describes."""
        if key:
            self.inline_bib.append(KeyUse(key, span, group, notation=notation))

    def moved(self, place: Callable[[Span], Span]) -> "Gathering":
        """The same with all spans put through ``place``, in strings of JSON."""

        def use_at(use: KeyUse) -> KeyUse:
            return replace(use, span=place(use.span), group=place(use.group), is_in_json=True)

        return Gathering(
            [use_at(use) for use in self.uses],
            [replace(one, span=place(one.span)) for one in self.bibliographies],
            [replace(one, span=place(one.span)) for one in self.inclusions],
            place(self.nocite_all) if self.nocite_all else None,
            set(self.defined_ids),
            [use_at(use) for use in self.inline_bib],
        )

    def take_in(self, other: "Gathering") -> None:
        """Add what ``other`` holds."""
        self.uses += other.uses
        self.bibliographies += other.bibliographies
        self.inclusions += other.inclusions
        self.nocite_all = self.nocite_all or other.nocite_all
        self.defined_ids |= other.defined_ids
        self.inline_bib += other.inline_bib
        self.diagnostics += other.diagnostics

    def cited_keys(self, is_reference: Callable[[KeyUse], bool] | None = None) -> CitedKeys:
        """All of it, in the order of the file.

        ``is_reference`` tells which uses name a part of the document; by default none does.
        """
        uses = sorted(self.uses, key=_place)
        references = [use for use in uses if is_reference and is_reference(use)]
        apart = {id(use) for use in references}
        return CitedKeys(
            uses=tuple(use for use in uses if id(use) not in apart),
            bibliographies=tuple(sorted(self.bibliographies, key=lambda one: one.span)),
            inclusions=tuple(sorted(self.inclusions, key=lambda one: one.span)),
            nocite_all=self.nocite_all,
            defined_ids=frozenset(self.defined_ids),
            cross_references=tuple(references),
            inline_bib=tuple(sorted(self.inline_bib, key=_place)),
            diagnostics=tuple(self.diagnostics),
        )


def _place(use: KeyUse) -> tuple[int, int]:
    return (use.span.start, use.span.end)
