"""A file as pieces that can be laid out anew one by one."""

from dataclasses import dataclass
from enum import StrEnum

from citekit.formats.bib_tidy.drafts import DraftEntry


class PieceKind(StrEnum):
    """What a piece is to the layout of the file."""

    ENTRY = "entry"
    """An entry that was laid out."""
    OTHER = "other"
    """A string, a preamble or an ``@comment``, as it was."""
    LEFT = "left"
    """What was not understood; the blanks around it stay, too."""
    TEXT = "text"
    """What stands between the others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the file with its new text; ``entry`` is what the text says, if it is one."""

    kind: PieceKind
    text: str
    entry: DraftEntry | None = None
