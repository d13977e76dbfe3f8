"""What holds in a group of RTF, and ends with it.

Source: Rich Text Format Specification 1.9.1, "RTF syntax" (groups, destinations).
"""

from dataclasses import dataclass, replace
from enum import Enum, auto

from citekit.model.spans import Markup
from citekit.readers.rtf.words import HIDING, MARKUPS, RAISED

_PLAIN, _NOT_RAISED = "plain", "nosupersub"
CHARACTER_WORDS = frozenset({*MARKUPS, *HIDING, _PLAIN, _NOT_RAISED})
"""The control words that say how characters are printed, for ``GroupState.with_characters``."""


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

    def with_characters(self, word: str, *, is_on: bool) -> "GroupState":
        """The state after one of ``CHARACTER_WORDS``, which switches on or off."""
        if word == _PLAIN:
            return replace(self, markups=frozenset(), hidden=False)
        if word == _NOT_RAISED:
            return replace(self, markups=self.markups - RAISED)
        if word in HIDING:
            return replace(self, hidden=is_on)
        markup = frozenset({MARKUPS[word]})
        markups = self.markups - RAISED if markup <= RAISED else self.markups
        return replace(self, markups=markups | markup if is_on else markups - markup)
