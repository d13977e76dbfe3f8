"""What a reporter is given, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citekit.checker.finding import Finding

WHOLE_LINE = 200
"""The most characters of a line that are shown around a finding."""


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a run with their fingerprints, one each, and the files they are in by path.

    ``has_colour`` tells that the output goes to a terminal that shows colours.
    """

    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    has_colour: bool = False


@dataclass(frozen=True, slots=True)
class Reporter:
    """A way to write findings down: its name, what it is for, and the function that does it.

    What comes back is the whole output, ending with a line end, or empty.
    """

    name: str
    summary: str
    write: Callable[[Report], str]


def printable(text: str) -> str:
    """``text`` in one line that can be written as UTF-8: undecodable bytes become U+FFFD."""
    clean = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(clean.split())
