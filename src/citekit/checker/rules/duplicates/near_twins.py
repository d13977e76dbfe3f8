"""Pairs of entries that are one work although little agrees letter for letter."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from citekit.checker.bib_file import BibFile
from citekit.checker.rules.duplicates.known_entry import KnownEntry
from citekit.checker.rules.duplicates.pairs import MOST, Pair, blocks
from citekit.checker.rules.duplicates.same_title import tell_apart
from citekit.checker.rules.duplicates.twins import known_entries, twins_of
from citekit.formats.bibtex_reader import read
from citekit.model.reference import Reference
from citekit.resolver.matching import Decision, compare

_ALIKE = 82
_MOST_PAIRS = 20_000


def near_twins(library: tuple[BibFile, ...]) -> Iterator[Pair]:
    """Pairs with titles that are alike, which the comparison of references takes for one work.

    Only entries with one first author or one beginning of the title are compared. Entries that
    surer signs tell to be one are left out.
    """
    entries = known_entries(library)
    told = {id(twin.second) for twin in twins_of(library)}
    references = _References()
    left = _MOST_PAIRS
    seen: set[int] = set()
    for common in _COMMON:
        for block in blocks(entries, common):
            for first, second in _candidates(block):
                left -= 1
                if left < 0:
                    return
                if id(second) in told or id(second) in seen:
                    continue
                if not tell_apart(first, second) and references.are_one(first, second):
                    seen.add(id(second))
                    yield first, second, ""


def _candidates(block: Sequence[KnownEntry]) -> Iterator[tuple[KnownEntry, KnownEntry]]:
    for number, second in enumerate(block[:MOST]):
        for first in block[:number]:
            if (
                first.entry.key != second.entry.key
                and first.title
                and second.title
                and fuzz.token_sort_ratio(first.title, second.title) >= _ALIKE
            ):
                yield first, second


_COMMON: tuple[Callable[[KnownEntry], object], ...] = (
    lambda known: known.author and known.year and (known.author, known.year),
    lambda known: known.author and known.title[:12] and (known.author, known.title[:12]),
    lambda known: " ".join(known.title.split()[:4]) if len(known.title) > _LONG else "",
)
_LONG = 30


class _References:
    """The entries as references, each read once."""

    def __init__(self) -> None:
        self._read = lru_cache(maxsize=1000)(_reference)

    def are_one(self, first: KnownEntry, second: KnownEntry) -> bool:
        """Whether the comparison of references takes both for one work."""
        one, two = self._read(first), self._read(second)
        if one is None or two is None:
            return False
        return compare(one, two).decision is Decision.SAME


def _reference(known: KnownEntry) -> Reference | None:
    entry = known.entry
    fields = "".join(f",\n{name} = {{{value}}}" for name, value in entry.values.items())
    references = read(f"@{entry.type}{{k{fields}}}", entry.file.path).references
    return references[0] if len(references) == 1 else None
