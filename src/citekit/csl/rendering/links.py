"""Variables that lead to an address.

Source: CSL 1.0.2, Appendix VI, "Links".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from citekit.csl.nodes import Look
from citekit.csl.tree import Node, Output, Tag
from citekit.csl.typography import dresser
from citekit.csl.typography.looks import Dresser

LINKED_VARIABLES: Mapping[str, str] = {
    "DOI": "https://doi.org/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "URL": "",
}
"""What stands before the identifier in its address."""

_RESOLVER = re.compile(r"(?i)(?:https?://)?(?:(?:dx\.)?doi\.org|www\.ncbi\.nlm\.nih\.gov)/.*/?")
_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,20}:")


def address(variable: str, value: str) -> str:
    """The address to which ``value`` of ``variable`` leads."""
    base = LINKED_VARIABLES.get(variable, "")
    if not base or _SCHEME.match(value):
        return value
    return f"{base}{value}"


def link(variable: str, look: Look) -> Dresser:
    """The function that dresses a value in ``look`` and links it.

    A prefix that is the beginning of the address belongs to the link.
    """
    dress = dresser(look)
    if not _RESOLVER.search(look.prefix):
        return lambda value, language: dress(_node(variable, value), language)
    bare = dresser(replace(look, prefix=""))
    cut = _RESOLVER.search(look.prefix)
    before, within = (look.prefix[: cut.start()], look.prefix[cut.start() :]) if cut else ("", "")

    def dress_with_prefix(value: Output, language: str) -> Output:
        where = address(variable, value) if isinstance(value, str) else ""
        inside = Node((bare(value, language),), prefix=within)
        linked = Node((inside,), tag=Tag.LINK, data=where)
        return Node((linked,), prefix=before) if before else linked

    return dress_with_prefix


def _node(variable: str, value: Output) -> Output:
    where = address(variable, value) if isinstance(value, str) else ""
    return Node((value,), tag=Tag.LINK, data=where)
