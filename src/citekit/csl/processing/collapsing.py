"""The cites of one citation put together: grouped by author, collapsed, joined.

Source: CSL 1.0.2, "Cite grouping" and "Cite collapsing".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.csl.processing.cites import RenderedCite, without_author
from citekit.csl.processing.tree_parts import find_first, remove_node, replace_node
from citekit.csl.tree import Node, Output, Tag, plain_text

YEAR_COLLAPSES = ("year", "year-suffix", "year-suffix-ranged")
_SHORTEST_RANGE = 3
_SENTENCE_MARKS = (";", ".", ",")


@dataclass(frozen=True, slots=True)
class Collapsing:
    """The options of ``cs:citation``; a delimiter that is not given is ``None``.

    ``range_delimiter`` is the locale's, for ranges of numbers and of year-suffixes.
    """

    collapse: str = ""
    layout_delimiter: str = ""
    cite_group_delimiter: str | None = None
    year_suffix_delimiter: str | None = None
    after_collapse_delimiter: str | None = None
    range_delimiter: str = "–"
    is_in_text: bool = True

    @property
    def groups(self) -> bool:
        """Whether the cites of one author stand together."""
        return self.collapse in YEAR_COLLAPSES or self.cite_group_delimiter is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A cite as it stands in its citation, with the delimiter before it."""

    tree: Output
    delimiter: str = ""


def group_by_author(cites: Sequence[RenderedCite]) -> list[RenderedCite]:
    """``cites`` with those of one author put together where the first of them stands."""
    groups: dict[str, list[RenderedCite]] = {}
    for number, cite in enumerate(cites):
        groups.setdefault(cite.names or f"\0{number}", []).append(cite)
    return [cite for group in groups.values() for cite in group]


def collapse_cites(cites: Sequence[RenderedCite], options: Collapsing) -> list[Piece]:
    """The pieces that a citation of ``cites`` is made of, in order."""
    if options.collapse == "citation-number":
        return _mend_delimiters(_collapse_numbers(cites, options), cites)
    if options.groups:
        return _collapse_years(cites, options)
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


# Citation numbers


def _begins_range(cite: RenderedCite) -> bool:
    """Whether a cite may be the first of a range: it prints its number and, at most, a prefix."""
    if not cite.number or cite.cite.suffix:
        return False
    tree = cite.tree
    for tag in (Tag.PREFIX, Tag.CITATION_NUMBER):
        node = find_first(tree, tag)
        tree = tree if node is None else remove_node(tree, node)
    return not tree


def _is_bare_number(cite: RenderedCite) -> bool:
    """Whether a cite prints its number and nothing else that could not be left out of a range."""
    return not cite.cite.prefix and _begins_range(cite)


def _collapse_numbers(cites: Sequence[RenderedCite], options: Collapsing) -> list[Piece]:
    pieces: list[Piece] = []
    index = 0
    while index < len(cites):
        end = index + 1
        if _begins_range(cites[index]):
            while (
                end < len(cites)
                and _is_bare_number(cites[end])
                and cites[end].number == cites[end - 1].number + 1
            ):
                end += 1
        delimiter = _number_delimiter(cites[index - 1], options) if index else ""
        if end - index >= _SHORTEST_RANGE:
            pieces.append(Piece(cites[index].tree, delimiter))
            pieces.append(Piece(cites[end - 1].tree, options.range_delimiter))
        else:
            for cite in cites[index:end]:
                pieces.append(Piece(cite.tree, delimiter))
                delimiter = options.layout_delimiter
        index = end
    return pieces


def _number_delimiter(before: RenderedCite, options: Collapsing) -> str:
    after = options.after_collapse_delimiter
    return after if after is not None and before.cite.locator else options.layout_delimiter


# Years and year-suffixes


def _collapse_years(cites: Sequence[RenderedCite], options: Collapsing) -> list[Piece]:
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
        run = _year_suffix_run(cites, index, options)
        if run > 1:
            tree = _join_suffixes(tree, cites[index : index + run], options)
        pieces.append(Piece(tree, delimiter))
        was_collapsed = is_collapsed or run > 1
        index += run
    return _mend_delimiters(pieces, cites)


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


def _year_suffix_run(cites: Sequence[RenderedCite], start: int, options: Collapsing) -> int:
    """How many cites from ``start`` on are of one author and year and differ in the letter."""
    first = cites[start]
    begins = _has_letter(first) and not first.cite.suffix
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


def _has_letter(cite: RenderedCite) -> bool:
    """Whether years may collapse in ``cite``; where a page follows they do not (CSL 1.0.2)."""
    return bool(cite.year_suffix and cite.year) and not cite.cite.locator


def _has_bare_suffix(cite: RenderedCite) -> bool:
    """Whether a cite prints nothing but author, year and letter."""
    if not _has_letter(cite) or cite.cite.prefix or cite.cite.suffix:
        return False
    rest = without_author(cite.tree)
    for tag in (Tag.DATE, Tag.YEAR_SUFFIX):
        node = find_first(rest, tag)
        rest = rest if node is None else remove_node(rest, node)
    return not rest


def _repeats_year(cite: RenderedCite, before: RenderedCite, options: Collapsing) -> bool:
    """Whether ``cite`` can do with its letter, as the one before gives its author and year."""
    return (
        options.collapse in YEAR_COLLAPSES[1:]
        and (cite.names, cite.year) == (before.names, before.year)
        and _has_letter(cite)
        and _has_letter(before)
    )


def _without_year(tree: Output) -> Output:
    date = find_first(tree, Tag.DATE)
    if date is None:
        return tree
    return replace_node(tree, date, find_first(date, Tag.YEAR_SUFFIX) or "")


def _join_suffixes(tree: Output, cites: Sequence[RenderedCite], options: Collapsing) -> Output:
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
        if options.collapse == "year-suffix-ranged" and end - index >= _SHORTEST_RANGE:
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


def bare_text(pieces: Sequence[Piece]) -> str:
    """The text of ``pieces`` without formatting, for messages and tests."""
    return "".join(f"{piece.delimiter}{plain_text(piece.tree)}" for piece in pieces)
