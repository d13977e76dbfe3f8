"""Rendered text as a tree, between evaluation and markup.

Evaluation makes trees, passes rearrange them (collapsing, substitution), ``typography`` lays
them out flat and mends punctuation, ``markup`` writes them. Trees are never changed in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from citekit.csl.nodes import Format


class Tag(Enum):
    """What a part of a tree is, for the passes that look for it; ``Node.data`` says more."""

    NAMES = auto()
    """The names of one ``cs:names`` with their labels; data: a tuple of ``NamesData``."""
    NAME_LIST = auto()
    """The names of one variable without label, inside ``NAMES``; data: its ``NamesData``."""
    NAME = auto()
    """One name; data: its index in the list."""
    DATE = auto()
    """A ``cs:date``; data: the variable."""
    YEAR_SUFFIX = auto()
    """The letter that tells works of one year apart; data: the letter."""
    CITATION_NUMBER = auto()
    """data: the number (int)."""
    CITATION_LABEL = auto()
    """The citation-label variable."""
    LOCATOR = auto()
    CITE = auto()
    """One whole cite; data: its index in the citation."""
    PREFIX = auto()
    """The affixes that a writer set around a cite."""
    SUFFIX = auto()
    LINK = auto()
    """data: the address it leads to."""
    NO_CASE = auto()
    """``<span class="nocase">``: never changed by text-case."""
    TERM = auto()
    """A term or label of the locale; the first word of a note or an entry is capitalised by it."""
    LITERAL = auto()
    """Text in the output's own markup, written as it is."""
    FIELD = auto()
    """The value of one field with its markup read; punctuation within it is never mended."""


class Node:
    """A part of a tree with what surrounds it.

    From inside out: ``children`` joined by ``delimiter``; ``format`` (quotes outermost of it);
    ``prefix`` and ``suffix``, which take none of the formatting. A node always prints something:
    where nothing is printed there is no node but the empty string.
    """

    __slots__ = ("children", "data", "delimiter", "format", "prefix", "suffix", "tag")

    def __init__(  # noqa: PLR0913  # the parts of a node
        self,
        children: Sequence[Output],
        *,
        format: Format | None = None,  # noqa: A002  # CSL's word
        delimiter: str = "",
        prefix: str = "",
        suffix: str = "",
        tag: Tag | None = None,
        data: object = None,
    ) -> None:
        """Take the parts as they are; ``format`` is ``None`` where there is none."""
        self.children = children
        self.format = format
        self.delimiter = delimiter
        self.prefix = prefix
        self.suffix = suffix
        self.tag = tag
        self.data = data

    def with_children(self, children: Sequence[Output]) -> Node:
        """The same node around other children."""
        return Node(
            children,
            format=self.format,
            delimiter=self.delimiter,
            prefix=self.prefix,
            suffix=self.suffix,
            tag=self.tag,
            data=self.data,
        )

    def __repr__(self) -> str:
        """For debugging: tag and children."""
        tag = self.tag.name if self.tag else ""
        return f"Node({tag} {self.prefix!r} {list(self.children)!r} {self.suffix!r})"


Output = str | Node
"""The empty string stands for nothing."""


def plain_text(output: Output) -> str:
    """The bare text of ``output``: affixes and delimiters in, formatting and quotes out."""
    if isinstance(output, str):
        return output
    inner = output.delimiter.join(text for child in output.children if (text := plain_text(child)))
    return f"{output.prefix}{inner}{output.suffix}" if inner else ""
