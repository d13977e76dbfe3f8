"""What a tree becomes when it is laid out: stretches of text with the marks set on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Change = tuple[str, str]
"""A property and its value: ``("font-style", "italic")``, ``("link", "https://…")``."""


class Mark:
    """The formatting that one node of a tree sets, made once for each node.

    Compared by identity: two italic words side by side are two marks, and a writer closes the
    one before it opens the other. ``changes`` holds what is effective after flip-flop, so italics
    inside italics read ``("font-style", "normal")``. Properties are CSL's own (``font-style``,
    ``font-variant``, ``font-weight``, ``text-decoration``, ``vertical-align``, ``display``), and
    ``link`` with an address for its value.
    """

    __slots__ = ("changes",)

    def __init__(self, changes: tuple[Change, ...]) -> None:
        """Take the changes in the order in which they are to be opened."""
        self.changes = changes

    @property
    def is_block(self) -> bool:
        """Whether it sets ``display``."""
        return any(name == "display" for name, _ in self.changes)

    def __repr__(self) -> str:
        """For debugging: the changes."""
        return f"Mark({self.changes!r})"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under ``marks``, outermost first.

    ``is_literal`` tells text that is in the output's own markup and is written as it is.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    is_literal: bool = False


def text_of(runs: Sequence[Run]) -> str:
    """The text of ``runs`` without their marks."""
    return "".join([run.text for run in runs])
