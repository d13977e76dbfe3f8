"""One cite as a tree: the layout of ``cs:citation`` with what a writer set around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.csl.citation import Cite
from citekit.csl.processing.tree_parts import find_first, remove_node
from citekit.csl.tree import Node, Output, Tag, plain_text
from citekit.csl.typography import parse_markup

_ENDS_IN_WORD = re.compile(r"\w$")
_BEGINS_WITH_WORD = re.compile(r"^\w")
_ANY_TAG = re.compile(r"<[^<>]*>")
_SENTENCE_END = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class RenderedCite:
    """A cite and its tree, with what grouping and collapsing look at.

    ``names`` and ``year`` are bare texts, empty where the cite has none; ``number`` is its
    citation number where the style prints it, else 0.
    """

    cite: Cite
    tree: Output
    names: str = ""
    year: str = ""
    year_suffix: str = ""
    number: int = 0


def describe(cite: Cite, tree: Output) -> RenderedCite:
    """``tree`` with its author part, its year and its number found."""
    names = find_first(tree, Tag.NAMES)
    date = find_first(tree, Tag.DATE)
    suffix = find_first(tree, Tag.YEAR_SUFFIX)
    number = find_first(tree, Tag.CITATION_NUMBER)
    year = plain_text(_without_suffix(date)) if date is not None else ""
    return RenderedCite(
        cite,
        tree,
        names=plain_text(names) if names is not None else "",
        year=year,
        year_suffix=plain_text(suffix) if suffix is not None else "",
        number=number.data if number is not None and isinstance(number.data, int) else 0,
    )


def _without_suffix(date: Node) -> Output:
    suffix = find_first(date, Tag.YEAR_SUFFIX)
    return date if suffix is None else remove_node(date, suffix)


def without_author(tree: Output) -> Output:
    """``tree`` without the names that it begins with: those of the author part."""
    names = find_first(tree, Tag.NAMES)
    return tree if names is None else remove_node(tree, names)


def only_author(tree: Output) -> Output:
    """The author part of ``tree``: its first names, or what stands in for them."""
    names = find_first(tree, Tag.NAMES)
    return "" if names is None else names


def with_affixes(cite: Cite, tree: Output) -> Output:
    """``tree`` between prefix and suffix of ``cite``, with a blank where words would meet."""
    if not tree or not (cite.prefix or cite.suffix):
        return tree
    prefix, suffix = cite.prefix, cite.suffix
    if prefix and _ENDS_IN_WORD.search(_ANY_TAG.sub("", prefix)):
        prefix += " "
    if suffix and _BEGINS_WITH_WORD.search(_ANY_TAG.sub("", suffix)):
        suffix = f" {suffix}"
    parts: list[Output] = []
    if prefix:
        parts.append(Node((parse_markup(prefix),), tag=Tag.PREFIX))
    parts.append(tree)
    if suffix:
        parts.append(Node((parse_markup(suffix),), tag=Tag.SUFFIX))
    return Node(parts)


def begins_sentence(cite: Cite, *, is_first: bool) -> bool:
    """Whether ``cite`` begins a sentence: the first of a note, or after a prefix that ends one."""
    prefix = _ANY_TAG.sub("", cite.prefix).rstrip(" \"'”’»\xa0\u202f")
    return prefix.endswith(_SENTENCE_END) if prefix else is_first
