"""What holds in a group of RTF, and ends with it.

Source: Rich Text Format Specification 1.9.1, "RTF syntax" (groups, destinations).
"""

from dataclasses import dataclass
from enum import Enum, auto

from citekit.model.spans import Markup


class Destination(Enum):
    """Where text goes."""

    TEXT = auto()
    NOWHERE = auto()
    CODE = auto()
    FONTS = auto()
    STYLES = auto()
    INFO = auto()


@dataclass(frozen=True, slots=True)
class GroupState:
    """What holds to the end of a group."""

    destination: Destination = Destination.TEXT
    markups: frozenset[Markup] = frozenset()
    hidden: bool = False
    fallback: int = 1
    encoding: str = "cp1252"
    property: str = ""
