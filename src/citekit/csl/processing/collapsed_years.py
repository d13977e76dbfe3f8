"""Cites of one author said once, with their years: Fox 1999a, b, 2001.

Source: CSL 1.0.2, "Cite Grouping" and "Cite Collapsing".
"""

from __future__ import annotations

from collections.abc import Sequence

from citekit.csl.processing.cites import RenderedCite, without_author
from citekit.csl.processing.pieces import YEAR_COLLAPSES, Collapsing, Piece
from citekit.csl.processing.tree_parts import find_first, replace_node
from citekit.csl.processing.year_suffix_runs import has_letter, join_suffixes, year_suffix_run
from citekit.csl.tree import Output, Tag


def collapse_years(cites: Sequence[RenderedCite], options: Collapsing) -> list[Piece]:
    """The pieces of ``cites``, those of one author and of one year collapsed."""
    pieces: list[Piece] = []
    was_collapsed = False
    index = 0
    while index < len(cites):
        cite = cites[index]
        before = cites[index - 1] if index else None
        same_author = before is not None and cite.names != "" and cite.names == before.names
        is_collapsed = same_author and options.collapse in YEAR_COLLAPSES
        tree = without_author(cite.tree) if is_collapsed else cite.tree
        delimiter = ""
        if before is not None:
            delimiter = _delimiter(
                options,
                same_author=same_author,
                is_collapsed=is_collapsed,
                was_collapsed=was_collapsed,
                after_locator=bool(before.cite.locator),
            )
        if before is not None and _repeats_year(cite, before, options):
            tree = _without_year(tree)
        run = year_suffix_run(cites, index, options)
        if run > 1:
            tree = join_suffixes(tree, cites[index : index + run], options)
        pieces.append(Piece(tree, delimiter))
        was_collapsed = is_collapsed or run > 1
        index += run
    return pieces


def _delimiter(
    options: Collapsing,
    *,
    same_author: bool,
    is_collapsed: bool,
    was_collapsed: bool,
    after_locator: bool,
) -> str:
    after = options.after_collapse_delimiter
    if after is not None:
        if after_locator or (not is_collapsed and was_collapsed):
            return after
        if not is_collapsed and options.collapse != "year-suffix":
            return after
        return options.layout_delimiter
    if same_author and options.cite_group_delimiter is not None:
        return options.cite_group_delimiter
    if is_collapsed and options.is_in_text:
        return ", "
    return options.layout_delimiter


def _repeats_year(cite: RenderedCite, before: RenderedCite, options: Collapsing) -> bool:
    """Whether ``cite`` can do with its letter, as the one before gives its author and year."""
    return (
        options.collapse in YEAR_COLLAPSES[1:]
        and (cite.names, cite.year) == (before.names, before.year)
        and has_letter(cite)
        and has_letter(before)
    )


def _without_year(tree: Output) -> Output:
    date = find_first(tree, Tag.DATE)
    if date is None:
        return tree
    return replace_node(tree, date, find_first(date, Tag.YEAR_SUFFIX) or "")
