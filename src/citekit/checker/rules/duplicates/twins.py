"""Pairs of entries of one library that are one work, each by what tells it most surely."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from citekit.checker.bib_file import BibFile
from citekit.checker.rules.duplicates.known_entry import KnownEntry
from citekit.checker.rules.duplicates.pairs import Pair
from citekit.checker.rules.duplicates.same_content import equal_entries, lesser_entries
from citekit.checker.rules.duplicates.same_identifier import same_doi, same_number
from citekit.checker.rules.duplicates.same_title import (
    preprint_and_published,
    same_title,
    same_title_by_parent,
)


class Kind(IntEnum):
    """By what two entries are told to be one work, the surest first."""

    EQUAL = 0
    LESSER = 1
    DOI = 2
    NUMBER = 3
    PARENT = 4
    TITLE = 5
    PREPRINT = 6


@dataclass(frozen=True, slots=True)
class Twin:
    """``second`` is the same work as ``first``; ``what`` is what both have in common."""

    kind: Kind
    first: KnownEntry
    second: KnownEntry
    what: str = ""


Finder = Callable[[Sequence[KnownEntry]], Iterator[Pair]]
FINDERS: Mapping[Kind, Finder] = {
    Kind.EQUAL: equal_entries,
    Kind.LESSER: lesser_entries,
    Kind.DOI: same_doi,
    Kind.NUMBER: same_number,
    Kind.PARENT: same_title_by_parent,
    Kind.TITLE: same_title,
    Kind.PREPRINT: preprint_and_published,
}


@lru_cache(maxsize=4)
def twins_of(library: tuple[BibFile, ...]) -> tuple[Twin, ...]:
    """The twins among the entries of files that are read together, one for each later entry.

    Entries of one key are left out: rules of their own report them.
    """
    entries = known_entries(library)
    found: dict[int, Twin] = {}
    for kind, finder in FINDERS.items():
        for first, second, what in finder(entries):
            if first.entry.key != second.entry.key and not _are_related(first, second):
                found.setdefault(id(second), Twin(kind, first, second, what))
    return tuple(found.values())


def _are_related(first: KnownEntry, second: KnownEntry) -> bool:
    """Whether one names the other as a related work, such as its translation or reprint."""
    return any(
        other.entry.key in {key.strip() for key in one.value("related").split(",")}
        for one, other in ((first, second), (second, first))
        if one.entry.get("related")
    )


@lru_cache(maxsize=4)
def known_entries(library: tuple[BibFile, ...]) -> tuple[KnownEntry, ...]:
    """The entries of ``library`` that are works."""
    return tuple(
        KnownEntry(entry)
        for file in library
        for entry in file.entries
        if entry.type not in {"xdata", "set", "comment"}
    )
