"""Names that were printed with a comma after the family name, which tells their order."""

from collections.abc import Iterable

from citekit.model.citation import Citation, Cite
from citekit.model.reference import Name, PersonalName, Reference
from citekit.model.spans import NOWHERE


def inverted_names(citations: Iterable[Citation]) -> frozenset[Name]:
    """The names among the targets of ``citations`` whose passage prints "Family, Given".

    Several commas ("Choi,, Woo-suk") count as one.
    """
    return frozenset(
        name
        for citation in citations
        for cite in citation.cites
        if isinstance(cite.target, Reference)
        for names in cite.target.names.values()
        for name in names
        if isinstance(name, PersonalName) and _is_inverted(name, _printed(citation, cite))
    )


def _printed(citation: Citation, cite: Cite) -> str:
    """The part of the passage that cites the work; looking no further keeps time linear."""
    text = citation.passage.text.text
    return text[cite.span.start : cite.span.end] if cite.span != NOWHERE else text


# What follows the family name is looked at no further than this.
_REACH = 120


def _is_inverted(name: PersonalName, text: str) -> bool:
    if not name.family or not name.given:
        return False
    at = text.find(f"{name.family},")
    while at >= 0:
        rest = text[at + len(name.family) : at + len(name.family) + _REACH].lstrip(", \t\n")
        if rest.startswith(name.given):
            return True
        at = text.find(f"{name.family},", at + 1)
    return False
