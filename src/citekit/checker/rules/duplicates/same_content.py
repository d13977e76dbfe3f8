"""Entries that say the same, and entries that say nothing that another does not say."""

from collections.abc import Iterator, Mapping, Sequence

from citekit.checker.rules.duplicates.known_entry import KnownEntry
from citekit.checker.rules.duplicates.pairs import Pair, blocks, pairs_in

_FEWEST = 2
_FEWEST_LESSER = 3


def content(known: KnownEntry) -> Mapping[str, str]:
    """The values by the names of fields, their blanks single."""
    return {field.name: " ".join(field.value.split()) for field in known.entry.fields}


def equal_entries(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """Entries with the same type and the same fields."""
    for block in _alike(entries):
        by_content: dict[frozenset[tuple[str, str]], KnownEntry] = {}
        for known in block:
            fields = frozenset(content(known).items())
            first = by_content.setdefault(fields, known)
            if first is not known and len(fields) >= _FEWEST:
                yield first, known, "every field"


def lesser_entries(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """Entries one of which has all fields of the other, and more."""
    for block in _alike(entries):
        for first, second in pairs_in(block, _has_all):
            yield first, second, ""


def is_lesser(one: KnownEntry, other: KnownEntry) -> bool:
    """Whether ``one`` says nothing that ``other`` does not say, who and when among it."""
    own = content(one)
    names = own.keys()
    has_who = "author" in names or "editor" in names
    has_when = "year" in names or "date" in names
    return (
        len(own) >= _FEWEST_LESSER
        and has_who
        and has_when
        and own.items() <= content(other).items()
    )


def _has_all(first: KnownEntry, second: KnownEntry) -> bool:
    return is_lesser(second, first) or is_lesser(first, second)


def _alike(entries: Sequence[KnownEntry]) -> Iterator[list[KnownEntry]]:
    """The entries of one type and title: cheap to find, and few."""
    return blocks(entries, _type_and_title)


def _type_and_title(known: KnownEntry) -> tuple[str, str] | None:
    title = " ".join(known.value("title").split())
    return (known.entry.type, title) if title else None
