"""What a citation is put together from, and how: cites, delimiters, the options of collapsing."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.csl.tree import Output

YEAR_COLLAPSES = ("year", "year-suffix", "year-suffix-ranged")
SHORTEST_RANGE = 3
"""From how many on numbers and letters in a row print as a range."""


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
