"""References that a page declares in its head and prints in its list as well: kept once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.citation import CitationKind, Passage
from citekit.text.folding import fold

# Words that more entries have tell none from another.
_COMMON = 50
_SHORTEST = 3
_SAME = 0.8
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries that are declared, and those that are printed."""

    declared: tuple[Passage, ...]
    printed: tuple[Passage, ...]


def told_apart(declared: Iterable[Passage], printed: Sequence[Passage]) -> Entries:
    """Both without what the other has: each reference that is declared and printed, once.

    What prints nearly all words of a declared entry is the entry; what prints but a part of one
    is left out, and so is what is declared once more. Passages of other kinds all stay.
    """
    words = [_words(passage) for passage in printed]
    holders: dict[str, list[int]] = {}
    for index, found in enumerate(words):
        for word in found:
            holders.setdefault(word, []).append(index)
    kept: list[Passage] = []
    parts: set[int] = set()
    for passage in declared:
        if passage.kind is not CitationKind.BIBLIOGRAPHY_ENTRY:
            kept.append(passage)
            continue
        own = _words(passage)
        shared = Counter(
            index
            for word in own
            if len(holders.get(word, ())) <= _COMMON
            for index in holders.get(word, ())
        )
        alike = [index for index, _ in shared.most_common(_FEWEST_WORDS)]
        if any(len(own & words[index]) >= _SAME * len(own) for index in alike):
            continue
        kept.append(passage)
        parts |= {
            index
            for index in shared
            if len(words[index]) >= _FEWEST_WORDS
            and len(own & words[index]) >= _SAME * len(words[index])
        }
    rest = tuple(passage for index, passage in enumerate(printed) if index not in parts)
    return Entries(tuple(kept), rest)


def _words(passage: Passage) -> frozenset[str]:
    return frozenset(word for word in fold(passage.text.text).split() if len(word) >= _SHORTEST)
