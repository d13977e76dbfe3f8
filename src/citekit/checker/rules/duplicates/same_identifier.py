"""Entries that share an identifier which only one work can have."""

import re
from collections.abc import Iterator, Sequence

from citekit.checker.rules.duplicates.known_entry import KnownEntry
from citekit.checker.rules.duplicates.pairs import Pair, blocks, pairs_in
from citekit.checker.rules.identifiers.isbns import numbers_in

_DIGITS = re.compile(r"\d{3,9}")
_ISBN_PREFIX = "978"


def same_doi(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """Entries with one DOI; parts that were given the DOI of their whole are left out."""
    for block in blocks(entries, lambda known: known.doi):
        for first, second in pairs_in(block, _is_one_by_doi):
            yield first, second, second.doi


def same_number(entries: Sequence[KnownEntry]) -> Iterator[Pair]:
    """Entries with one number of arXiv or PubMed, or one ISBN and, as parts, the same pages."""
    for block in blocks(entries, lambda known: known.arxiv):
        for first, second in pairs_in(block, _are_one_print):
            yield first, second, f"the number {second.arxiv} of arXiv"
    for name in ("pmid", "pmcid", "handle", "mrnumber", "zblnumber", "bibcode"):
        found = [known for known in entries if known.entry.get(name)]
        for block in blocks(found, lambda known: _number(known, name)):  # noqa: B023 - used at once
            for first, second in pairs_in(block, _are_not_apart):
                yield first, second, f"the {name} {second.value(name).strip()}"
    books = [known for known in entries if known.entry.get("isbn")]
    for block in blocks(books, _isbn):
        for first, second in pairs_in(block, _is_one_by_isbn):
            yield first, second, f"the ISBN {second.value('isbn').strip()}"


def _number(known: KnownEntry, name: str) -> str:
    value = known.value(name).strip().lower()
    if name in {"pmid", "pmcid"}:
        match = _DIGITS.search(value)
        return match[0] if match else ""
    return value


def _isbn(known: KnownEntry) -> str:
    """The ISBN without prefix and check digit, the same in both of its forms."""
    numbers = numbers_in(known.value("isbn"))
    digits = numbers[0].digits if numbers else ""
    return digits.removeprefix(_ISBN_PREFIX)[:9] if len(digits) in {10, 13} else ""


def _is_one_by_doi(first: KnownEntry, second: KnownEntry) -> bool:
    if first.is_part_of_book is not second.is_part_of_book:
        return _titles_agree(first, second)
    if first.is_part_of_book and not _titles_agree(first, second):
        return _same(first, second, "pages") is True
    return _same(first, second, "version") is not False


def _are_not_apart(first: KnownEntry, second: KnownEntry) -> bool:
    return _same(first, second, "version") is not False


def _are_one_print(first: KnownEntry, second: KnownEntry) -> bool:
    """Whether both are the preprint, or both what was made of it."""
    return first.is_published is second.is_published and _are_not_apart(first, second)


def _is_one_by_isbn(first: KnownEntry, second: KnownEntry) -> bool:
    if first.is_part_of_book or second.is_part_of_book:
        same = [_same(first, second, name) for name in ("pages", "chapter")]
        both = first.is_part_of_book and second.is_part_of_book
        return both and True in same and False not in same and _titles_agree(first, second)
    same = [_same(first, second, name) for name in ("volume", "part", "number", "edition")]
    return False not in same and _titles_agree(first, second)


def _titles_agree(first: KnownEntry, second: KnownEntry) -> bool:
    """Whether one title begins as the other does, or is missing."""
    one, two = first.title, second.title
    return one.startswith(two) or two.startswith(one)


def _same(first: KnownEntry, second: KnownEntry, name: str) -> bool | None:
    """Whether both say the same in that field; ``None`` if one says nothing."""
    one, two = first.numbers(name), second.numbers(name)
    return one == two if one and two else None
