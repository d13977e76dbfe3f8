"""The letters of works of one author and year, said in a row: 1999a, b, or 1999a–c.

Source: CSL 1.0.2, "Cite Collapsing", ``year-suffix`` and ``year-suffix-ranged``.
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.processing.cites import RenderedCite, without_author
from citekit.csl.processing.pieces import SHORTEST_RANGE, YEAR_COLLAPSES, Collapsing
from citekit.csl.processing.tree_parts import find_first, remove_node
from citekit.csl.tree import Node, Output, Tag


def year_suffix_run(cites: Sequence[RenderedCite], start: int, options: Collapsing) -> int:
    """How many cites from ``start`` on are of one author and year and differ in the letter."""
    first = cites[start]
    begins = has_letter(first) and not first.cite.suffix
    if options.collapse not in YEAR_COLLAPSES[1:] or not begins:
        return 1
    end = start + 1
    while end < len(cites):
        cite = cites[end]
        alike = (cite.names, cite.year) == (first.names, first.year)
        if not alike or not _has_bare_suffix(cite) or cites[end - 1].cite.locator:
            break
        end += 1
    return end - start


def has_letter(cite: RenderedCite) -> bool:
    """Whether years may collapse in ``cite``; where a page follows they do not (CSL 1.0.2)."""
    return bool(cite.year_suffix and cite.year) and not cite.cite.locator


def _has_bare_suffix(cite: RenderedCite) -> bool:
    """Whether a cite prints nothing but author, year and letter."""
    if not has_letter(cite) or cite.cite.prefix or cite.cite.suffix:
        return False
    rest = without_author(cite.tree)
    for tag in (Tag.DATE, Tag.YEAR_SUFFIX):
        node = find_first(rest, tag)
        rest = rest if node is None else remove_node(rest, node)
    return not rest


def join_suffixes(tree: Output, cites: Sequence[RenderedCite], options: Collapsing) -> Output:
    """``tree``, that of the first of ``cites``, with the letters of all of them."""
    suffix = find_first(tree, Tag.YEAR_SUFFIX)
    if suffix is None:
        return tree
    suffixes = [find_first(cite.tree, Tag.YEAR_SUFFIX) or suffix for cite in cites]
    return _swap(tree, suffix, Node(_suffix_parts(suffixes, options), tag=Tag.YEAR_SUFFIX))


def _swap(tree: Output, old: Node, new: Output) -> Output:
    if isinstance(tree, str):
        return tree
    if tree is old:
        return new
    return tree.with_children([_swap(child, old, new) for child in tree.children])


def _suffix_parts(suffixes: Sequence[Node], options: Collapsing) -> list[Output]:
    """The letters of ``suffixes``, each in its look, with delimiters or as ranges."""
    delimiter = options.year_suffix_delimiter
    if delimiter is None:
        delimiter = options.cite_group_delimiter
    if delimiter is None:
        delimiter = options.layout_delimiter
    letters = [str(suffix.data) for suffix in suffixes]
    parts: list[Output] = []
    index = 0
    while index < len(letters):
        end = index + 1
        while end < len(letters) and _follows(letters[end - 1], letters[end]):
            end += 1
        if options.collapse == "year-suffix-ranged" and end - index >= SHORTEST_RANGE:
            ends = (suffixes[index], options.range_delimiter, suffixes[end - 1])
            pieces = [Node(ends)]
        else:
            pieces = list(suffixes[index:end])
        parts += [
            Node((piece,), prefix=delimiter) if parts or number else piece
            for number, piece in enumerate(pieces)
        ]
        index = end
    return parts


def _follows(before: str, after: str) -> bool:
    return _letters_value(after) == _letters_value(before) + 1


def _letters_value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("a") + 1
    return value
