"""Citations of the suite's fixtures, told in the words of ``citekit.csl.citation``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from citekit.csl.citation import Citation, Cite, Position
from citekit.csl.processor import RenderedCitation

POSITIONS = (
    Position.FIRST,
    Position.SUBSEQUENT,
    Position.IBID,
    Position.IBID_WITH_LOCATOR,
)
"""What the harness's numbers of positions mean."""


def as_citation(data: Mapping[str, Any]) -> Citation:
    """A citation of a document, with its note. A mode asks for the author apart from the rest."""
    properties = data.get("properties", {})
    return Citation(
        tuple(as_cite(cite) for cite in data["citationItems"]),
        note_number=int(properties.get("noteIndex") or 0),
        is_unsorted=bool(properties.get("unsorted")),
        author_in_text="mode" in properties,
        id=str(data.get("citationID", "")),
    )


def joined(rendered: RenderedCitation, properties: Mapping[str, Any]) -> str:
    """What a citation's mode prints: its author, the rest, or both with an infix between.

    An infix of punctuation stands close to the author.
    """
    author, infix = rendered.author, str(properties.get("infix", ""))
    match properties.get("mode"):
        case "author-only":
            return author
        case "composite":
            if author and infix and infix[0] in ".,;:!?’'":
                author, infix = author + infix, ""
            return " ".join(part for part in (author, infix, rendered.text) if part)
        case _:
            return rendered.text


def as_isolated(row: Sequence[Mapping[str, Any]]) -> Citation:
    """A citation outside any document: every cite is the first unless it says otherwise."""
    cites = (as_cite(cite) for cite in row)
    return Citation(
        tuple(replace(cite, position=cite.position or Position.FIRST) for cite in cites)
    )


def as_cite(data: Mapping[str, Any]) -> Cite:
    """One cite. Numbers for text become text; what is not given stays to be worked out."""
    position = data.get("position")
    return Cite(
        str(data["id"]),
        locator=_text(data.get("locator")),
        label=_text(data.get("label")),
        prefix=_text(data.get("prefix")),
        suffix=_text(data.get("suffix")),
        suppress_author=bool(data.get("suppress-author")),
        author_only=bool(data.get("author-only")),
        position=None if position is None else POSITIONS[int(position)],
        near_note=bool(data.get("near-note")),
        first_note=int(data.get("first-reference-note-number") or 0),
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
