"""Finding, leaving out and replacing the tagged parts of a rendered tree."""

from __future__ import annotations

from collections.abc import Callable

from citekit.csl.tree import Node, Output, Tag


def find_first(output: Output, tag: Tag) -> Node | None:
    """The first node with ``tag`` in reading order, ``None`` where there is none."""
    if isinstance(output, str):
        return None
    if output.tag is tag:
        return output
    for child in output.children:
        if not isinstance(child, str) and (found := find_first(child, tag)) is not None:
            return found
    return None


def replace_node(output: Output, old: Node, new: Output) -> Output:
    """``output`` with the very node ``old`` replaced; a node that is left empty vanishes."""
    return transform(output, lambda node: new if node is old else None)


def transform(output: Output, change: Callable[[Node], Output | None]) -> Output:
    """``output`` with every node changed for which ``change`` gives something else than ``None``.

    A node whose children are all gone is gone, with its affixes. Nodes below a changed one are
    left alone.
    """
    if isinstance(output, str):
        return output
    changed = change(output)
    if changed is not None:
        return changed
    children = [transform(child, change) for child in output.children]
    kept = [child for child in children if child]
    if not kept:
        return ""
    same = len(kept) == len(output.children) and all(
        new is old for new, old in zip(kept, output.children, strict=True)
    )
    return output if same else output.with_children(kept)


def remove_node(output: Output, node: Node) -> Output:
    """``output`` without the very node ``node``."""
    return replace_node(output, node, "")


def first_leaf_is(output: Output, tag: Tag) -> bool:
    """Whether the first text of ``output`` lies in a node with ``tag``; affixes do not count."""
    node = output
    while not isinstance(node, str):
        if node.tag is tag:
            return True
        if not node.children:
            return False
        node = node.children[0]
    return False


def capitalize_first_term(output: Output) -> Output:
    """``output`` with its first letter in upper case where a term begins it."""
    if isinstance(output, str) or not first_leaf_is(output, Tag.TERM):
        return output
    return _capitalize(output)


def _capitalize(output: Output) -> Output:
    if isinstance(output, str):
        return output[:1].upper() + output[1:]
    first, *others = output.children
    return output.with_children((_capitalize(first), *others))
