"""Citation numbers in a row as ranges: [1]–[3].

Source: CSL 1.0.2, "Cite Collapsing", ``citation-number``.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.processing.cites import RenderedCite
from citekit.csl.processing.pieces import SHORTEST_RANGE, Collapsing, Piece
from citekit.csl.processing.tree_parts import find_first, remove_node
from citekit.csl.tree import Tag


def _begins_range(cite: RenderedCite) -> bool:
    """Whether a cite may be the first of a range: it prints its number and, at most, a prefix."""
    if not cite.number or cite.cite.suffix:
        return False
    tree = cite.tree
    for tag in (Tag.PREFIX, Tag.CITATION_NUMBER):
        node = find_first(tree, tag)
        tree = tree if node is None else remove_node(tree, node)
    return not tree


def _is_bare_number(cite: RenderedCite) -> bool:
    """Whether a cite prints its number and nothing else that could not be left out of a range."""
    return not cite.cite.prefix and _begins_range(cite)


def collapse_numbers(cites: Sequence[RenderedCite], options: Collapsing) -> list[Piece]:
    """The pieces of ``cites``, three numbers in a row and more as one range."""
    pieces: list[Piece] = []
    index = 0
    while index < len(cites):
        end = index + 1
        if _begins_range(cites[index]):
            while (
                end < len(cites)
                and _is_bare_number(cites[end])
                and cites[end].number == cites[end - 1].number + 1
            ):
                end += 1
        delimiter = _number_delimiter(cites[index - 1], options) if index else ""
        if end - index >= SHORTEST_RANGE:
            pieces.append(Piece(cites[index].tree, delimiter))
            pieces.append(Piece(cites[end - 1].tree, options.range_delimiter))
        else:
            for cite in cites[index:end]:
                pieces.append(Piece(cite.tree, delimiter))
                delimiter = options.layout_delimiter
        index = end
    return pieces


def _number_delimiter(before: RenderedCite, options: Collapsing) -> str:
    after = options.after_collapse_delimiter
    return after if after is not None and before.cite.locator else options.layout_delimiter
