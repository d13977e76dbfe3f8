"""The items of a processor and what is worked out over all of them: order, numbers, needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citekit.csl.citation import Cite, Position
from citekit.csl.context import UNAMBIGUOUS, Context, Disambiguation
from citekit.csl.item import Item
from citekit.csl.processing.citation_labels import citation_label
from citekit.csl.processing.compiled import CompiledStyle
from citekit.csl.processing.disambiguation import AmbiguousCite, disambiguate
from citekit.csl.processing.sorting import sort_by_keys, sort_keys
from citekit.csl.tree import plain_text


class Registry:
    """All items of a processor, in the order given, with a style that is compiled.

    ``order`` is that of the bibliography, ``numbers`` the citation numbers, which follow it.
    ``needs`` is what tells works apart. ``first_notes`` are the notes that back references name;
    works that go back to different notes are not alike.
    """

    def __init__(
        self, compiled: CompiledStyle, items: Mapping[str, Item], first_notes: Mapping[str, int]
    ) -> None:
        """Sort, number and disambiguate ``items``."""
        self._compiled = compiled
        self._items = items
        self._first_notes = first_notes
        self.needs: Mapping[str, Disambiguation] = {}
        self.numbers = {id_: number for number, id_ in enumerate(items, start=1)}
        self.order = self._sorted(items)
        if compiled.bibliography is not None and not compiled.keeps_numbers:
            self.numbers = {id_: number for number, id_ in enumerate(self.order, start=1)}
        rank = {id_: number for number, id_ in enumerate(self.order)}
        self.needs = disambiguate(
            list(items),
            compiled.disambiguation,
            self._render_ambiguous,
            lambda ids: sorted(ids, key=rank.__getitem__),
        )
        if self.needs:
            # Names that were added to tell works apart may change where they stand.
            self.order = self._sorted(items)

    def _sorted(self, ids: Iterable[str]) -> list[str]:
        section = self._compiled.bibliography
        ordered = list(ids)
        if section is None or not section.keys:
            return ordered
        lang = self._compiled.locale.lang
        values = {
            id_: sort_keys(section.keys, lambda id_=id_: self.entry_context(id_), lang)  # type: ignore[misc]
            for id_ in ordered
        }
        return sort_by_keys(ordered, values.__getitem__, section.keys)

    def sorted_cites(self, cites: Sequence[Cite]) -> list[Cite]:
        """``cites`` in the order that ``cs:citation`` asks for; those of unknown works last."""
        keys = self._compiled.citation.keys
        blank = ("",) * len(keys)
        lang = self._compiled.locale.lang
        values = {
            cite.id: sort_keys(keys, lambda cite=cite: self.cite_context(cite), lang)  # type: ignore[misc]
            for cite in cites
            if cite.id in self._items
        }
        return sort_by_keys(cites, lambda cite: values.get(cite.id, blank), keys)

    def cite_context(self, cite: Cite) -> Context:
        """What the layout of ``cs:citation`` sees for ``cite``."""
        specials = self._specials(cite.id)
        if cite.locator:
            specials["locator"] = cite.locator
        if cite.first_note:
            specials["first-reference-note-number"] = str(cite.first_note)
        return Context(
            self._items[cite.id],
            specials=specials,
            label=(cite.label or "page") if cite.locator else "",
            position=cite.position or Position.FIRST,
            near_note=cite.near_note,
            disambiguation=self.needs.get(cite.id, UNAMBIGUOUS),
        )

    def entry_context(self, id_: str) -> Context:
        """What the layout of ``cs:bibliography`` sees for the item with ``id_``."""
        return Context(
            self._items[id_],
            specials=self._specials(id_),
            disambiguation=self.needs.get(id_, UNAMBIGUOUS),
        )

    def _specials(self, id_: str) -> dict[str, str]:
        specials = {"citation-number": str(self.numbers[id_])}
        if id_ in self.needs and (suffix := self.needs[id_].year_suffix):
            specials["year-suffix"] = suffix
        if self._compiled.uses_label:
            specials["citation-label"] = citation_label(self._items[id_])
        return specials

    def _render_ambiguous(self, id_: str, disambiguation: Disambiguation) -> AmbiguousCite:
        item = self._items[id_]
        specials = {}
        if self._compiled.uses_label:
            specials["citation-label"] = citation_label(item)
        if id_ in self._first_notes:
            specials["first-reference-note-number"] = str(self._first_notes[id_])
        context = Context(
            item,
            specials=specials,
            position=Position.SUBSEQUENT,
            near_note=True,
            disambiguation=disambiguation,
        )
        # When a page was looked up does not tell works apart, nor does any date but their own.
        context.suppressed.update(item.dates.keys() - {"issued"})
        text = plain_text(self._compiled.citation.render(context))
        return AmbiguousCite(text, tuple(context.lists))
