"""Capitals in a title that must not be lowered."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.text.data import load_words
from citekit.text.language import guess_language

_PACKAGE, _TABLE = "citekit.text", "casing"
_WORD = re.compile(r"[^\W_]+(?:[.'’\-‐‑][^\W_]+)*\.?(?<=\w|\.)")
_SENTENCE_END = re.compile(r"(?:[:?!–—]|[^\W\d_]{4,}\.)[\"'”’)\]]*\s+[\"'“‘(\[¿¡]*$")
_POSSESSIVE = re.compile(r"['’]s?$")
_HYPHEN = re.compile(r"[-‐‑]")
_PARTS = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
# In Title Case more than this share of the later words, small words aside, is capitalised.
_TITLE_CASE = 0.8
# A small word as long as this is often capitalised in Title Case; in lower case it speaks
# against it where one other word is all there is to go by ("FTA between Japan and the ROK").
_LONG_SMALL_WORD = 4


def _keeps_capitals_anywhere(word: str) -> bool:
    """Acronyms, initials and mixed case: DNA, U.S., COVID-19, iPhone, McDonald."""
    if _DOTTED.match(word) and any(letter.isupper() for letter in word):
        return True
    return any(any(letter.isupper() for letter in part[1:]) for part in _PARTS.findall(word))


def _is_title_case(words: list[str]) -> bool:
    small = load_words(_PACKAGE, _TABLE, "small")
    telling = [
        word
        for word in words
        if word[0].isalpha() and word.lower() not in small and not _keeps_capitals_anywhere(word)
    ]
    capitalised = sum(1 for word in telling if word[0].isupper())
    if len(telling) == 1 and any(
        len(word) >= _LONG_SMALL_WORD and word.islower() and word in small for word in words
    ):
        return False
    return bool(telling) and capitalised > _TITLE_CASE * len(telling)


def _is_known(name: str) -> bool:
    """Whether all know the name, or it says people of one ("Americans")."""
    proper = load_words(_PACKAGE, _TABLE, "proper")
    return name in proper or (name.endswith("ans") and name[:-1] in proper)


def _known_names(words: list[str]) -> list[bool]:
    """For each word whether it is, alone or with a neighbour, a name that all know."""
    pairs = load_words(_PACKAGE, _TABLE, "proper_pairs")
    directions = load_words(_PACKAGE, _TABLE, "directions")
    months = load_words(_PACKAGE, _TABLE, "months")
    bare = [_POSSESSIVE.sub("", word.rstrip(".")) for word in words]
    known = [all(_is_known(p) for p in _HYPHEN.split(word) if p) and bool(word) for word in bare]
    for index, (one, next_one) in enumerate(pairwise(bare)):
        if f"{one} {next_one}" in pairs:
            known[index] = known[index + 1] = True
        if one in directions and known[index + 1]:
            known[index] = True
        if one in months and next_one.isdecimal():
            known[index] = True
        if next_one in months and one.isdecimal():
            known[index + 1] = True
    return known


def _known_parts(word: str) -> Iterator[tuple[int, int]]:
    """The names in a word with hyphens, by their offsets: both in "Indo-European"."""
    combining = load_words(_PACKAGE, _TABLE, "combining")
    parts = list(_PARTS.finditer(word))
    known = [_is_known(part[0]) for part in parts]
    for index, part in enumerate(parts):
        if known[index] or (part[0] in combining and any(known[index + 1 :])):
            yield part.span()


def _is_shouted(words: list[str]) -> bool:
    letters = [letter for word in words for letter in word if letter.isalpha()]
    upper = sum(1 for letter in letters if letter.isupper())
    long = any(len(word) > 1 for word in words)
    return len(words) > 1 and long and 10 * upper > 8 * len(letters)


def _touches(word: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(low < word[1] and word[0] < high for low, high in spans)


def proper_noun_spans(
    title: str, protected: Sequence[tuple[int, int]] = ()
) -> tuple[tuple[int, int], ...]:
    """The words of ``title`` that must keep their capitals, as half-open offsets in order.

    In a title in sentence case these are the capitalised words within a sentence; in Title
    Case a capital says nothing, so that only acronyms, mixed case (DNA, U.S., iPhone) and the
    names of countries, peoples and their like, parts of words too ("Indo-European"), are given; in
    a title all in capitals there is nothing to be told. German keeps all its capitals. The first
    word of a sentence counts only as one of those. A possessive ending is left out.

    ``protected`` are stretches whose case the author has settled: words that they touch say nothing
    of the others, and are not given.
    """
    found = [word for word in _WORD.finditer(title) if not _touches(word.span(), protected)]
    words = [match.group() for match in found]
    if _is_shouted(words):
        return ()
    starts = [
        index == 0
        or _SENTENCE_END.search(title, max(0, match.start() - 12), match.start()) is not None
        for index, match in enumerate(found)
    ]
    inner = [word for word, starts_one in zip(words, starts, strict=True) if not starts_one]
    by_capital = not _is_title_case(inner) or guess_language(title) == "de"
    known = _known_names(words)
    spans = []
    for match, starts_one, is_known in zip(found, starts, known, strict=True):
        word = match.group()
        # The first letter of the title itself is never lowered.
        if not _keeps_capitals_anywhere(word) and not (is_known and match.start()):
            if starts_one or not word[0].isupper() or not (by_capital or word == "I"):
                if _HYPHEN.search(word):
                    shifted = (
                        (match.start() + a, match.start() + b) for a, b in _known_parts(word)
                    )
                    spans += [span for span in shifted if span[0]]
                continue
            word = word.rstrip(".")
        word = _POSSESSIVE.sub("", word)
        spans.append((match.start(), match.start() + len(word)))
    return tuple(spans)
