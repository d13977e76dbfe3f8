"""The names of an entry that repeats those of the entry before, replaced by a dash or the like.

Source: CSL 1.0.2, "Reference Grouping": subsequent-author-substitute and its rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.csl.context import NamesData
from citekit.csl.processing.tree_parts import find_first, transform
from citekit.csl.tree import Node, Output, Tag, plain_text


@dataclass(frozen=True, slots=True)
class Substitute:
    """The attributes: the text and how much of the names it stands for."""

    text: str
    rule: str = "complete-all"


def substitute_authors(
    tree: Output, before: Sequence[str], substitute: Substitute
) -> tuple[Output, tuple[str, ...]]:
    """``tree`` with the names that it shares with the entry before, whose names are ``before``.

    The second of the two is what the next entry is compared with: the names of this one.
    """
    part = find_first(tree, Tag.NAMES)
    if part is None:
        return tree, ()
    nodes = _name_nodes(part)
    if not (nodes or _shows_variable(part)):
        return tree, ()
    # An author part without names, a title in its place, is compared as a whole.
    names = tuple(plain_text(node) for node in nodes) or (plain_text(part),)
    shared = 0
    for own, other in zip(names, before, strict=False):
        if own != other:
            break
        shared += 1
    is_same = shared == len(names) == len(before)
    if not shared:
        return tree, names
    replaced = _replace(part, nodes, shared, is_same=is_same, substitute=substitute)
    if replaced is part:
        return tree, names
    return transform(tree, lambda node: replaced if node is part else None), names


def _shows_variable(part: Node) -> bool:
    """Whether a title or the like stands for the names, and not a word such as "Anonymous"."""
    lists = part.data if isinstance(part.data, tuple) else ()
    return any(isinstance(one, NamesData) and one.variable for one in lists)


def _name_nodes(part: Node) -> list[Node]:
    found: list[Node] = []
    pending: list[Output] = [part]
    while pending:
        output = pending.pop()
        if isinstance(output, str):
            continue
        if output.tag is Tag.NAME:
            found.append(output)
        else:
            pending += reversed(output.children)
    return found


def _replace(
    part: Node, nodes: Sequence[Node], shared: int, *, is_same: bool, substitute: Substitute
) -> Output:
    if substitute.rule in {"complete-all", "complete-each"} and not is_same:
        return part
    if substitute.rule == "complete-all" or not nodes:
        return _replace_list(part, substitute.text)
    count = 1 if substitute.rule == "partial-first" else shared
    targets = {id(node) for node in nodes[:count]}
    return transform(
        part, lambda node: node.with_children((substitute.text,)) if id(node) in targets else None
    )


def _replace_list(part: Node, text: str) -> Output:
    """``part`` with each list of names, "and" and "et al." included, replaced by ``text``.

    The first list takes the text, others vanish; labels stay. A part without lists, a title in
    place of the names, is replaced as a whole.
    """
    first = find_first(part, Tag.NAME_LIST)
    if first is None:
        return _fill(part, text)

    def change(node: Node) -> Output | None:
        if node.tag is not Tag.NAME_LIST:
            return None
        return node.with_children((text,)) if node is first else ""

    return transform(part, change)


def _fill(node: Node, text: str) -> Node:
    """``node`` with ``text`` for its content, in the same look."""
    child = node.children[0]
    if len(node.children) > 1 or isinstance(child, str) or child.tag is Tag.FIELD:
        return node.with_children((text,))
    return node.with_children((_fill(child, text),))
