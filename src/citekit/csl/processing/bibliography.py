"""A bibliography: its entries as trees, and how they are to be set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.csl.bibliography_layout import BibliographyLayout
from citekit.csl.processing.compiled import CompiledSection
from citekit.csl.processing.entries import lay_out_entry
from citekit.csl.processing.registry import Registry
from citekit.csl.processing.substitution import Substitute, substitute_authors
from citekit.csl.processing.tree_parts import capitalize_first_term
from citekit.csl.tree import Output, plain_text


@dataclass(frozen=True, slots=True)
class EntryTree:
    """An entry; its tree is empty where the style prints nothing for the item."""

    id: str
    tree: Output


def render_entries(
    ids: Sequence[str], section: CompiledSection, registry: Registry
) -> list[EntryTree]:
    """The entries of the items with ``ids``, in that order, as the style lays them out."""
    options = section.options
    text = options.get("subsequent-author-substitute")
    rule = options.get("subsequent-author-substitute-rule") or "complete-all"
    aligns = bool(options.get("second-field-align"))
    names: tuple[str, ...] = ()
    entries: list[EntryTree] = []
    for id_ in ids:
        context = registry.entry_context(id_)
        fields = [render(context) for render in section.fields]
        first = next((place for place, field in enumerate(fields) if field), None)
        if first is not None:
            fields[first] = capitalize_first_term(fields[first])
        tree = lay_out_entry(fields, section.layout, aligns_second_field=aligns)
        if text is not None and tree:
            tree, names = substitute_authors(tree, names, Substitute(text, rule))
        entries.append(EntryTree(id_, tree))
    return entries


def bibliography_layout(
    ids: Sequence[str], section: CompiledSection, registry: Registry
) -> BibliographyLayout:
    """How ``section`` sets a bibliography of the items with ``ids``."""
    options = section.options
    align = options.get("second-field-align", "")
    return BibliographyLayout(
        hanging_indent=options.get("hanging-indent") == "true",
        second_field_align=align,
        line_spacing=_whole(options.get("line-spacing")),
        entry_spacing=_whole(options.get("entry-spacing")),
        max_offset=_offset(ids, section, registry) if align else 0,
    )


def _offset(ids: Sequence[str], section: CompiledSection, registry: Registry) -> int:
    if not section.fields:
        return 0
    first = section.fields[0]
    return max((len(plain_text(first(registry.entry_context(id_)))) for id_ in ids), default=0)


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 1
