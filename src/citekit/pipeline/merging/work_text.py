"""The entry of a merged work, in the ways in which it can be written."""

from enum import IntEnum

from citekit.errors import ConfigError
from citekit.model.reference import CitationKey, Reference
from citekit.pipeline.merging.bib_entries import completed, written_anew
from citekit.pipeline.merging.bib_links import with_parent


class Way(IntEnum):
    """How the entry of a work is written, the best way first."""

    COMPLETED = 0
    """Its first entry with what it lacks, and with the parent of the work."""
    WITHOUT_PARENT = 1
    """Its first entry with what it lacks, and with no parent but that which it has itself."""
    ANEW = 2
    """A new entry with the parent of the work."""
    ANEW_WITHOUT_PARENT = 3
    """A new entry that says all by itself."""

    @property
    def next(self) -> "Way":
        """The way to try where this one does not say what it should."""
        return Way(min(self + 1, LAST))

    @property
    def has_parent(self) -> bool:
        """Whether the entry takes over from the parent of the work."""
        return self in {Way.COMPLETED, Way.ANEW}


LAST = Way.ANEW_WITHOUT_PARENT


def new_entry(reference: Reference, dialect: str, parent: CitationKey | None, way: Way) -> str:
    """The text of a new entry for the work ``reference``."""
    text = written_anew(reference, dialect)
    return _linked(text, parent) if way.has_parent and parent else text


def completed_entry(
    text: str,
    before: Reference,
    after: Reference,
    dialect: str,
    parent: CitationKey | None = None,
) -> str:
    """The entry ``text``, read as ``before``, so that it says ``after`` and has that parent.

    Raises:
        ConfigError: ``text`` cannot be edited; it has to be written anew.
    """
    text = completed(text, before, after, dialect)
    return with_parent(text, parent) if parent else text


def _linked(text: str, parent: CitationKey) -> str:
    try:
        return with_parent(text, parent)
    except ConfigError:
        return text
