"""What a feature is."""

from collections.abc import Callable
from dataclasses import dataclass

from citekit.refparser.features.line import Line

# Adds its strings to the row of each token of the line.
LineFeature = Callable[[Line, list[list[str]]], None]


@dataclass(frozen=True, slots=True)
class WordFeature:
    """A feature of a word alone, so that it is worked out once per word.

    ``window`` lists the places around a token (0 is the token) at which it is seen.
    """

    name: str
    of: Callable[[str], tuple[str, ...]]
    window: tuple[int, ...]
