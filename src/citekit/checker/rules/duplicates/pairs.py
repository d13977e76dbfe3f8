"""Entries put together by what they have in common."""

from collections.abc import Callable, Iterator, Sequence

from citekit.checker.rules.duplicates.known_entry import KnownEntry

Pair = tuple[KnownEntry, KnownEntry, str]
"""A first entry, a later one, and what they have in common."""

MOST = 60
"""The most entries with one thing in common that are compared with one another."""


def blocks(
    entries: Sequence[KnownEntry], common: Callable[[KnownEntry], object]
) -> Iterator[list[KnownEntry]]:
    """The entries with one and the same ``common`` that is not empty, where there are several."""
    found: dict[object, list[KnownEntry]] = {}
    for entry in entries:
        key = common(entry)
        if key:
            found.setdefault(key, []).append(entry)
    return (block for block in found.values() if len(block) > 1)


def pairs_in(
    block: Sequence[KnownEntry], fits: Callable[[KnownEntry, KnownEntry], bool]
) -> Iterator[tuple[KnownEntry, KnownEntry]]:
    """Each entry of ``block`` with the first before it that ``fits``."""
    for number, second in enumerate(block[:MOST]):
        first = next((one for one in block[:number] if fits(one, second)), None)
        if first is not None:
            yield first, second
