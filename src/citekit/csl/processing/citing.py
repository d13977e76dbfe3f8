"""A whole citation as a tree: its cites in the layout of ``cs:citation``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.csl.citation import Citation, Cite, Position
from citekit.csl.item import Item
from citekit.csl.nodes import NO_FORMAT
from citekit.csl.processing.cites import (
    RenderedCite,
    begins_sentence,
    describe,
    only_author,
    with_affixes,
    without_author,
)
from citekit.csl.processing.collapsing import collapse_cites, group_by_author
from citekit.csl.processing.compiled import CompiledStyle
from citekit.csl.processing.pieces import Collapsing, Piece
from citekit.csl.processing.registry import Registry
from citekit.csl.processing.tree_parts import capitalize_first_term, find_first
from citekit.csl.style_nodes import Layout
from citekit.csl.tree import Node, Output, Tag

_DEFAULT_RANGE_DELIMITER = "–"


@dataclass(frozen=True, slots=True)
class CitationTrees:
    """A citation, and the author that goes into the sentence where that was asked for."""

    citation: Output
    author: Output = ""


def render_citation(
    citation: Citation, compiled: CompiledStyle, registry: Registry, items: Mapping[str, Item]
) -> CitationTrees:
    """The trees of ``citation``, whose cites are sorted and have their positions."""
    rendered = [
        _render_cite(cite, compiled, registry, items, starts=index == 0)
        for index, cite in enumerate(citation.cites)
    ]
    if rendered and rendered[0].cite.author_only:
        # A name that goes into a sentence takes nothing of the layout.
        return CitationTrees(rendered[0].tree)
    author: Output = ""
    if citation.author_in_text and rendered:
        author = _linked(_author(rendered[0], compiled, registry, items), rendered[0].cite)
        rendered[0] = replace(rendered[0], tree=without_author(rendered[0].tree))
    options = _collapsing(compiled)
    if options.groups and len(rendered) > 1 and not citation.is_unsorted:
        rendered = group_by_author(rendered)
    pieces = collapse_cites(rendered, options)
    return CitationTrees(_lay_out(pieces, compiled.citation.layout), author)


def _collapsing(compiled: CompiledStyle) -> Collapsing:
    options = compiled.citation.options
    range_delimiter = compiled.locale.term("citation-range-delimiter")
    return Collapsing(
        collapse=options.get("collapse", ""),
        layout_delimiter=compiled.citation.layout.delimiter,
        cite_group_delimiter=options.get("cite-group-delimiter"),
        year_suffix_delimiter=options.get("year-suffix-delimiter"),
        after_collapse_delimiter=options.get("after-collapse-delimiter"),
        range_delimiter=range_delimiter or _DEFAULT_RANGE_DELIMITER,
        is_in_text=compiled.style.class_ == "in-text",
    )


def _render_cite(
    cite: Cite,
    compiled: CompiledStyle,
    registry: Registry,
    items: Mapping[str, Item],
    *,
    starts: bool,
) -> RenderedCite:
    if cite.id not in items:
        return RenderedCite(cite, with_affixes(cite, Node((f"[?{cite.id}]",), tag=Tag.CITE)))
    tree = compiled.citation.render(registry.cite_context(cite))
    if compiled.style.class_ == "note" and begins_sentence(cite, is_first=starts):
        tree = capitalize_first_term(tree)
    described = describe(cite, tree)
    if cite.suppress_author:
        tree = without_author(tree)
    elif cite.author_only:
        tree = only_author(tree) or _numbered_work(tree, compiled)
    return replace(described, tree=with_affixes(cite, _linked(tree, cite)))


def _linked(tree: Output, cite: Cite) -> Output:
    """``tree`` as a link to where ``cite`` leads, unless it holds a link of its own."""
    if not tree or not cite.address or find_first(tree, Tag.LINK) is not None:
        return tree
    return Node((tree,), tag=Tag.LINK, data=cite.address)


def _numbered_work(tree: Output, compiled: CompiledStyle) -> Output:
    """How a sentence names a work that the style cites by number only: "reference 3"."""
    number = find_first(tree, Tag.CITATION_NUMBER)
    word = compiled.locale.term("reference")
    if number is None or not word:
        return ""
    return Node((f"{word[:1].upper()}{word[1:]}", str(number.data)), delimiter=" ")


def _author(
    cite: RenderedCite, compiled: CompiledStyle, registry: Registry, items: Mapping[str, Item]
) -> Output:
    """The author of a cite; where it says "ibid." the name is taken from a fuller form."""
    if cite.cite.id not in items:
        return ""
    for position in (cite.cite.position, Position.SUBSEQUENT, Position.FIRST):
        context = registry.cite_context(replace(cite.cite, position=position))
        if found := only_author(compiled.citation.render(context)):
            return found
    return ""


def _lay_out(pieces: Sequence[Piece], layout: Layout) -> Output:
    """``pieces`` joined, within the affixes and then the formatting of ``layout``.

    Source: CSL 1.0.2, "Layout": its affixes stand around the citation, its formatting covers
    them too.
    """
    parts: list[Output] = []
    for piece in pieces:
        if not piece.tree:
            continue
        if parts and piece.delimiter:
            parts.append(Node((piece.delimiter,)))
        parts.append(piece.tree)
    if not parts:
        return ""
    look = layout.look
    inner: Output = Node(parts, prefix=look.prefix, suffix=look.suffix)
    return inner if look.format == NO_FORMAT else Node((inner,), format=look.format)
