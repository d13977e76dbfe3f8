"""The processor: a style, a set of works, and what they print as citations and bibliography."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.citation import Citation
from citekit.csl.item import Item
from citekit.csl.locale import Locale
from citekit.csl.locales import locale_for
from citekit.csl.markup import Writer, write_runs
from citekit.csl.processing.bibliography import bibliography_layout, render_entries
from citekit.csl.processing.citing import render_citation
from citekit.csl.processing.compiled import Abbreviations, compile_style
from citekit.csl.processing.positions import NEAR_NOTE_DISTANCE, set_positions
from citekit.csl.processing.registry import Registry
from citekit.csl.style_nodes import Style
from citekit.csl.tree import Output
from citekit.csl.typography import lay_out


@dataclass(frozen=True, slots=True)
class RenderedCitation:
    """A citation in the markup asked for.

    ``author`` is what stands in the sentence for a citation with ``author_in_text``, else empty.
    ``missing`` are the ids that no item has; they print as ``[?id]``.
    """

    text: str
    author: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a bibliography, in the markup asked for."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Rendered entries, in order. ``empty`` are the ids of items that print nothing."""

    entries: tuple[Entry, ...]
    options: BibliographyLayout
    empty: tuple[str, ...] = ()


class Processor:
    """A style at work on a set of items.

    All items count for numbering, sorting and disambiguation, cited or not, in the order given;
    of items with one id the first counts. Nothing is read or written but what is handed over.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Item],
        *,
        lang: str = "",
        abbreviations: Abbreviations | None = None,
    ) -> None:
        """Compile ``style`` for ``lang``, or for its own language where that is empty."""
        self.style = style
        self.locale: Locale = locale_for(style, lang)
        self._compiled = compile_style(style, self.locale, abbreviations or {})
        self._items: dict[str, Item] = {}
        for item in items:
            self._items.setdefault(item.id, item)
        self._first_notes: Mapping[str, int] = {}
        self._known: Registry | None = None

    @property
    def _registry(self) -> Registry:
        if self._known is None:
            self._known = Registry(self._compiled, self._items, self._first_notes)
        return self._known

    def cite(self, citations: Sequence[Citation], writer: Writer) -> tuple[RenderedCitation, ...]:
        """The citations of a document, in its order, each as it prints at its place."""
        distance = self._compiled.citation.options.get("near-note-distance", "")
        placed = set_positions(
            [self._sorted(citation) for citation in citations],
            near_note_distance=int(distance) if distance.isdecimal() else NEAR_NOTE_DISTANCE,
        )
        self._note_back_references(placed)
        return tuple(self._render(citation, writer) for citation in placed)

    def _sorted(self, citation: Citation) -> Citation:
        if not self._compiled.citation.keys or citation.is_unsorted or len(citation.cites) <= 1:
            return citation
        return replace(citation, cites=tuple(self._registry.sorted_cites(citation.cites)))

    def _note_back_references(self, citations: Sequence[Citation]) -> None:
        if not self._compiled.uses_first_note:
            return
        first: dict[str, int] = {}
        for citation in citations:
            for cite in citation.cites:
                first.setdefault(cite.id, citation.note_number)
        if first != self._first_notes:
            self._first_notes, self._known = first, None

    def _render(self, citation: Citation, writer: Writer) -> RenderedCitation:
        trees = render_citation(citation, self._compiled, self._registry, self._items)
        return RenderedCitation(
            self._write(trees.citation, writer),
            self._write(trees.author, writer),
            tuple(cite.id for cite in citation.cites if cite.id not in self._items),
        )

    def bibliography(
        self, writer: Writer, ids: Iterable[str] | None = None, *, is_sorted: bool = True
    ) -> Bibliography:
        """The entries of all items, or of those with ``ids``, in the order of the style.

        A style without ``cs:bibliography`` gives none.
        """
        section = self._compiled.bibliography
        if section is None:
            return Bibliography((), BibliographyLayout())
        order = self._registry.order if is_sorted else list(self._items)
        if ids is not None:
            wanted = set(ids)
            order = [id_ for id_ in order if id_ in wanted]
        trees = render_entries(order, section, self._registry)
        return Bibliography(
            tuple(Entry(one.id, self._write(one.tree, writer)) for one in trees if one.tree),
            bibliography_layout(order, section, self._registry),
            tuple(one.id for one in trees if not one.tree),
        )

    def _write(self, tree: Output, writer: Writer) -> str:
        return write_runs(lay_out(tree, self.locale), writer) if tree else ""
