"""What reading and writing a bibliography gives, and the options of writing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The references of a file in its order, and what was found amiss in reading them."""

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write; ``ascii`` asks for LaTeX escapes instead of characters beyond ASCII."""

    ascii: bool = False


@dataclass(frozen=True, slots=True)
class WriteResult:
    """The text of a file, ending in a line feed, and what the format could not hold."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


Reader = Callable[[str, str], ReadResult]
"""Takes the text of a file and its path, which is only used in diagnostics and origins."""

Writer = Callable[[Sequence[Reference], WriteOptions], WriteResult]
