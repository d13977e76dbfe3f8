"""The tags that passes over a rendered tree look for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from citekit.csl.tree import Node, Output, Tag

Tagger = Callable[[Output, str], Output]

_TAGS: Mapping[str, Tag] = {
    "citation-label": Tag.CITATION_LABEL,
    "citation-number": Tag.CITATION_NUMBER,
    "locator": Tag.LOCATOR,
    "year-suffix": Tag.YEAR_SUFFIX,
}


def _untagged(output: Output, value: str) -> Output:
    del value
    return output


def tagged(variable: str) -> Tagger:
    """The function that puts what ``variable`` gave, affixes and all, under its tag.

    The data of the node is the value, an integer for citation numbers.
    """
    tag = _TAGS.get(variable)
    if tag is None:
        return _untagged

    def put(output: Output, value: str) -> Output:
        if not output:
            return ""
        is_integer = tag is Tag.CITATION_NUMBER and value.isdecimal()
        return Node((output,), tag=tag, data=int(value) if is_integer else value)

    return put
