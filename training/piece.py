"""A piece of a synthetic reference string."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with the label of the value that it is, empty for punctuation and cue words."""

    text: str
    label: str = ""
    emphasis: bool = False
