"""The cites of one citation put together: grouped by author, collapsed, joined.

Source: CSL 1.0.2, "Cite Grouping" and "Cite Collapsing".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.csl.processing.cites import RenderedCite
from citekit.csl.processing.collapsed_numbers import collapse_numbers
from citekit.csl.processing.collapsed_years import collapse_years
from citekit.csl.processing.pieces import Collapsing, Piece

_SENTENCE_MARKS = (";", ".", ",")


def group_by_author(cites: Sequence[RenderedCite]) -> list[RenderedCite]:
    """``cites`` with those of one author put together where the first of them stands."""
    groups: dict[str, list[RenderedCite]] = {}
    for number, cite in enumerate(cites):
        groups.setdefault(cite.names or f"\0{number}", []).append(cite)
    return [cite for group in groups.values() for cite in group]


def collapse_cites(cites: Sequence[RenderedCite], options: Collapsing) -> list[Piece]:
    """The pieces that a citation of ``cites`` is made of, in order."""
    if options.collapse == "citation-number":
        return _mend_delimiters(collapse_numbers(cites, options), cites)
    if options.groups:
        return _mend_delimiters(collapse_years(cites, options), cites)
    return _mend_delimiters(
        [
            Piece(cite.tree, options.layout_delimiter if index else "")
            for index, cite in enumerate(cites)
        ],
        cites,
    )


def _mend_delimiters(pieces: list[Piece], cites: Sequence[RenderedCite]) -> list[Piece]:
    """No delimiter where the writer's own affixes already part two cites."""
    if len(pieces) != len(cites):
        return pieces
    mended = pieces[:1]
    for before, cite, piece in zip(cites, cites[1:], pieces[1:], strict=False):
        ends = before.cite.suffix.endswith(_SENTENCE_MARKS)
        begins = not before.cite.suffix and cite.cite.prefix.startswith(_SENTENCE_MARKS)
        delimiter = piece.delimiter
        if begins:
            delimiter = ""
        elif ends:
            blank = delimiter.find(" ")
            delimiter = delimiter[blank:] if blank >= 0 else ""
        mended.append(replace(piece, delimiter=delimiter))
    return mended
