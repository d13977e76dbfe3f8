"""The words of a title, as two titles are compared by them."""

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from citekit.fields.numbers import roman_to_int
from citekit.text.data import load_words
from citekit.text.folding import fold, strip_markup

_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
# Markup of other origins than CSL's, as databases leave it in titles.
_TAG = re.compile(r"</?[A-Za-z]{1,6}/?>")
# A remark in brackets.
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]")
# Letters after which a title is not read on.
_LONGEST = 4000
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)\W*$")
# A letter that reading machines took for a digit: "evoluti0n", "1ibrary".
_MISREAD = re.compile(
    r"(?=(?:[01]*[a-z]){4})[a-z]*[01][a-z]+|[a-z]{6,}[01]|[a-z]{2,}0[a-z]{3,}0[a-z]+"
)
_NO_WORDS: frozenset[str] = frozenset()
# Where a title may be cut short: before its subtitle, or a remark in brackets.
_BREAK = re.compile(r"[:;.?!(\[/|]|\s[-–—]\s|[–—]|,\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as a row of folded words.

    ``content`` leaves the common words out. ``numbers`` holds the numerals, Roman ones
    included, sorted. ``breaks`` are the counts of words that stand before a mark at which the
    text may be cut short. ``form`` are the words of a remark in brackets that only says in what
    form the work was given ("extended abstract", "panel session"); they are not among the words.
    ``joined`` are the words without the spaces between them, ``remarks`` those that make of a
    title that of a writing about the work. ``cut`` says that the text ends in an ellipsis.
    """

    words: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    breaks: frozenset[int] = frozenset()
    form: tuple[str, ...] = ()
    joined: str = ""
    remarks: frozenset[str] = frozenset()
    cut: bool = False

    @property
    def phrase(self) -> str:
        """The words with one space between them."""
        return " ".join(self.words)


def word_list(name: str) -> frozenset[str]:
    """The list called ``name`` in ``data/words.toml``."""
    return load_words("citekit.resolver", "words", name)


@lru_cache(maxsize=65536)
def wording(text: str) -> Wording:
    """The words of ``text``: without markup, case, accents, punctuation and a leading article.

    Hangul is taken apart into its letters, so that a slip in one letter counts as one.

    Example:
        >>> wording("The Future of Alliances: How Useful?").words
        ('future', 'of', 'alliances', 'how', 'useful')
    """
    plain, form = _without_form(_TAG.sub("", strip_markup(text[:_LONGEST])))
    words = folded_words(plain)
    skipped = 1 if len(words) > 1 and words[0] in word_list("articles") else 0
    words = words[skipped:]
    stop = word_list("stop")
    content = tuple(word for word in words if word not in stop)
    numbers = tuple(sorted(filter(None, map(numeral, words))))
    return Wording(
        words=words,
        content=content if content and len(content) < len(words) else words,
        numbers=numbers,
        breaks=_breaks(plain, skipped, len(words)),
        form=form,
        joined="".join(words),
        remarks=word_list("remark").intersection(words) or _NO_WORDS,
        cut=_ELLIPSIS.search(plain) is not None,
    )


def folded_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in folded form, in order, none left out."""
    folded = fold(_APOSTROPHES.sub("", text))
    plain = folded if folded.isascii() else unicodedata.normalize("NFD", folded)
    # A word that many titles have is kept once.
    return tuple(map(sys.intern, plain.split()))


@lru_cache(maxsize=65536)
def numeral(word: str) -> str:
    """The number that ``word`` writes, in Arabic digits where it is a numeral; else empty.

    Words that hold a digit count as numbers, unless it is plainly a letter misread; "20th" is 20.
    Roman numerals run to 39.
    """
    if any(c.isdigit() for c in word):
        if _MISREAD.fullmatch(word) and not _ORDINAL.fullmatch(word):
            return ""
        ordinal = _ORDINAL.fullmatch(word)
        return ordinal[1] if ordinal else word.lstrip("0") or "0"
    if _ROMAN.fullmatch(word):
        return str(roman_to_int(word))
    return ""


def _without_form(plain: str) -> tuple[str, tuple[str, ...]]:
    """The text without remarks on its form, and their words."""
    if "(" not in plain and "[" not in plain:
        return plain, ()
    form: list[str] = []
    forms = word_list("form")
    for remark in _BRACKETED.finditer(plain):
        words = folded_words(remark[1])
        if words and all(word in forms for word in words) and remark[0] != plain:
            form.extend(words)
            plain = plain.replace(remark[0], "", 1)
    return plain, tuple(form)


def _breaks(plain: str, skipped: int, count: int) -> frozenset[int]:
    found = set()
    before = 0
    last = 0
    for mark in _BREAK.finditer(plain):
        before += len(fold(_APOSTROPHES.sub("", plain[last : mark.start()])).split())
        last = mark.start()
        found.add(before - skipped)
    return _shared(tuple(sorted(place for place in found if 0 < place < count)))


@lru_cache(maxsize=16384)
def _shared(places: tuple[int, ...]) -> frozenset[int]:
    """The places as a set; titles cut at the same words have one set."""
    return frozenset(places)
