"""What is said about values that a format cannot hold."""

from collections.abc import Iterable, Iterator

from citekit.formats.findings import FormatCode, finding
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference

_HINT = "Keep the CSL-JSON or BibLaTeX file too; they hold it."

ALIASES = "aliases"
"""What a format without a place for the other keys of a work calls them among what it lost."""


def lost_values(reference: Reference, title: str, lost: Iterable[str]) -> Iterator[Diagnostic]:
    """One finding that names all that the format called ``title`` could not take."""
    names = [_shown(reference, name) for name in dict.fromkeys(lost)]
    if names:
        key = reference.key or "an entry without a key"
        message = f"{key}: {title} cannot hold {', '.join(names)}; left out"
        yield finding(FormatCode.VALUE_LOST, message, hint=_HINT)


def _shown(reference: Reference, name: str) -> str:
    """The aliases by themselves: documents that cite them find them no more."""
    return f"the aliases {', '.join(reference.aliases)}" if name == ALIASES else name
