"""Entries with one title and one first author."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.checker.rules.duplicates.known_entry import KnownEntry
from citekit.checker.rules.duplicates.pairs import Pair, blocks, pairs_in
from citekit.text.data import load_words

_PACKAGE, _TABLE = "citekit.checker.rules.duplicates", "works"
_TELLING = ("volume", "number", "issue", "edition", "part", "chapter", "eid", "version", "pages")
_FEWEST_LETTERS = 8
_MOST_YEARS = 6
_SURE_NUMBERS = 2
_SAME_KIND = {
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "inproceedings": "part",
    "conference": "part",
    "incollection": "part",
    "inbook": "part",
    "techreport": "report",
    "electronic": "misc",
    "online": "misc",
    "www": "misc",
    "unpublished": "misc",
    "mvbook": "book",
    "collection": "book",
}


def same_title(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """Entries of one title, first author and year that nothing tells apart."""
    for block in titled(entries):
        for first, second in pairs_in(block, is_one_work):
            yield first, second, ""


def same_title_by_parent(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """The same, where one entry takes over from a parent and the other says all itself."""
    for block in titled(entries):
        if any(known.entry.get("crossref") for known in block):
            for first, second in pairs_in(block, _is_one_by_parent):
                yield first, second, ""


def preprint_and_published(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """Entries of one title and first author, one a preprint, the other printed a little later."""
    for block in titled(entries):
        for first, second in pairs_in(block, _are_versions):
            yield first, second, ""
    for block in blocks(entries, lambda known: known.arxiv):
        for first, second in pairs_in(block, _are_versions_by_number):
            yield first, second, ""


def titled(entries: Sequence[KnownEntry]) -> Sequence[Sequence[KnownEntry]]:
    """The entries of one title that says something, and of one first author."""
    return _titled(tuple(entries))


@lru_cache(maxsize=4)
def _titled(entries: tuple[KnownEntry, ...]) -> Sequence[Sequence[KnownEntry]]:
    return tuple(
        same
        for block in blocks(entries, lambda known: known.title)
        if not _is_general(block[0].title)
        for same in blocks(block, lambda known: known.author)
    )


def is_one_work(first: KnownEntry, second: KnownEntry) -> bool:
    """Whether two entries of one title and author are one work by all else that they say."""
    if first.year != second.year and first.year and second.year:
        return False
    if first.doi != second.doi and first.doi and second.doi:
        return False
    if _kind(first) != _kind(second):
        return False
    agree, differ = _telling(first, second)
    if differ:
        return False
    has_other_venue = first.venue != second.venue and bool(first.venue and second.venue)
    return not has_other_venue or agree >= _SURE_NUMBERS


def _kind(known: KnownEntry) -> str:
    return _SAME_KIND.get(known.entry.type, known.entry.type)


def tell_apart(first: KnownEntry, second: KnownEntry) -> bool:
    """Whether one is a part, or more of volume, pages and the like differs than by one slip."""
    if first.is_part_of_book is not second.is_part_of_book:
        return True
    agree, differ = _telling(first, second)
    return differ > 1 or (differ == 1 and agree < _SURE_NUMBERS)


def _telling(first: KnownEntry, second: KnownEntry) -> tuple[int, int]:
    """How many fields that tell works apart agree, and how many differ."""
    agree = differ = 0
    for name in _TELLING:
        one, two = first.numbers(name), second.numbers(name)
        if one and two:
            agree += one == two
            differ += one != two
    return agree, differ


def _is_one_by_parent(first: KnownEntry, second: KnownEntry) -> bool:
    by_parent = [bool(known.entry.get("crossref")) for known in (first, second)]
    return by_parent[0] is not by_parent[1] and is_one_work(first, second)


def _are_versions(first: KnownEntry, second: KnownEntry) -> bool:
    if first.is_preprint is second.is_preprint:
        return False
    if not (first.is_published or second.is_published):
        return False
    return not (first.year and second.year) or (
        abs(int(first.year) - int(second.year)) <= _MOST_YEARS
    )


def _are_versions_by_number(first: KnownEntry, second: KnownEntry) -> bool:
    return first.is_published is not second.is_published


def _is_general(title: str) -> bool:
    """Whether a title says too little to tell a work by."""
    return len(title) < _FEWEST_LETTERS or title in load_words(_PACKAGE, _TABLE, "general")
