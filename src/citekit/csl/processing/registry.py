"""The items of a processor and what is worked out over all of them: order, numbers, needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from citekit.csl.citation import Cite, Position
from citekit.csl.context import UNAMBIGUOUS, Context, Disambiguation
from citekit.csl.item import Item
from citekit.csl.processing.citation_labels import citation_label
from citekit.csl.processing.compiled import CompiledStyle
from citekit.csl.processing.disambiguation import AmbiguousCite, disambiguate
from citekit.csl.processing.sorting import CompiledKey, sort_by_keys, sort_keys
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
        self.numbers: Mapping[str, int] = {}
        self.order: Sequence[str] = list(items)
        self._put_in_order()
        rank = {id_: number for number, id_ in enumerate(self.order)}
        self.needs = disambiguate(
            list(items),
            compiled.disambiguation,
            self._render_ambiguous,
            lambda ids: sorted(ids, key=rank.__getitem__),
        )
        if self.needs:
            # A key may ask for the letter after the year.
            self._put_in_order()

    def _put_in_order(self) -> None:
        """Sort the works, and number them in their order; a key of numbers sees those given."""
        self.numbers = {id_: number for number, id_ in enumerate(self._items, start=1)}
        self.order = self._sorted(self._items)
        descends = self._compiled.numbers_descend
        numbered = list(reversed(self.order)) if descends else self.order
        self.numbers = {id_: number for number, id_ in enumerate(numbered, start=1)}

    def _sorted(self, ids: Iterable[str]) -> list[str]:
        section = self._compiled.bibliography
        ordered = list(ids)
        if section is None or not section.keys:
            return ordered
        values = {
            id_: self._values(section.keys, partial(self.entry_context, id_)) for id_ in ordered
        }
        return sort_by_keys(ordered, values.__getitem__, section.keys)

    def sorted_cites(self, cites: Sequence[Cite]) -> list[Cite]:
        """``cites`` in the order that ``cs:citation`` asks for; those of unknown works last."""
        keys = self._compiled.citation.keys
        blank = ("",) * len(keys)
        values = {
            cite.id: self._values(keys, partial(self.cite_context, cite))
            for cite in cites
            if cite.id in self._items
        }
        return sort_by_keys(cites, lambda cite: values.get(cite.id, blank), keys)

    def _values(self, keys: Sequence[CompiledKey], make: Callable[[], Context]) -> tuple[str, ...]:
        """The values of ``keys``: names that only tell ambiguous cites apart move none."""
        keeps_given = not self._compiled.disambiguation.widens_by_cite

        def as_sorted() -> Context:
            context = make()
            given = context.disambiguation.given
            context.disambiguation = Disambiguation(given=given) if keeps_given else UNAMBIGUOUS
            return context

        return sort_keys(keys, as_sorted, self._compiled.locale.lang)

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
        if self._first_notes.get(id_):
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
