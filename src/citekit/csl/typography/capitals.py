"""Where capitals are due: the places in a text, for each value of ``text-case``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from citekit.text.data import load_words

PROTECTED = "\ue000"
"""Stands for a letter that no text-case may change."""
BOUNDARY = "\ue001"
"""Stands for a quotation mark: it ends a word."""

_WORD = re.compile(r"[^\s\u200b\-–—/.,;?!:\[\]()“”„«»\"\ue001]+")
_STRAY_TAG = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")
_APOSTROPHE = re.compile(r"['’]")
_ENDS_CLAUSE = re.compile(r"[!?:]")
_LONE_GREEK = re.compile(r"[\u0370-\u03ff]\Z")
_STOP_WORDS = load_words("citekit.csl.typography", "text_case", "stop_words")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word between blanks and punctuation, and whether a clause or a compound begins with it."""

    start: int
    text: str
    begins_clause: bool
    begins_compound: bool

    @property
    def head(self) -> str:
        """What stands before the first apostrophe: ``you`` of ``you're``."""
        return _APOSTROPHE.split(self.text, maxsplit=1)[0].lower()

    @property
    def can_rise(self) -> bool:
        """Whether a capital may be set: heads with capitals and lone Greek letters stay."""
        own = _APOSTROPHE.split(self.text, maxsplit=1)[0] or self.text
        return own == own.lower() and own[0] != PROTECTED and not _LONE_GREEK.match(self.text)


def _hide_stray_tags(text: str) -> str:
    """``text`` with boundaries in place of the letters of tags that markup left unpaired."""
    if "<" not in text:
        return text
    return _STRAY_TAG.sub(lambda match: BOUNDARY * len(match.group()), text)


def _words(text: str) -> Iterator[_Word]:
    text = _hide_stray_tags(text)
    end = 0
    for match in _WORD.finditer(text):
        gap = text[end : match.start()]
        begins_clause = end == 0 or _ENDS_CLAUSE.search(gap) is not None
        follows_hyphen = gap == "-"
        end = match.end()
        is_whole = not _APOSTROPHE.search(match.group())
        begins_compound = text[end : end + 1] == "-" and not follows_hyphen and is_whole
        yield _Word(match.start(), match.group(), begins_clause, begins_compound)


@lru_cache(maxsize=8192)
def title_capitals(text: str) -> tuple[int, ...]:
    """The places of the letters that title case raises (CSL 1.0.2, "Title case conversion").

    Stop words stay small but at the beginning, at the end, after ``: ? !`` and at the head of a
    compound with a hyphen. Single letters stay too, as with citeproc-js.
    """
    places: list[int] = []
    last: _Word | None = None
    for word in _words(text):
        last = word
        head = word.head
        is_full = len(head) > 1 and head not in _STOP_WORDS
        if (is_full or word.begins_clause or word.begins_compound) and word.can_rise:
            places.append(word.start)
    if last and last.can_rise and len(last.head) > 1 and last.start not in places[-1:]:
        places.append(last.start)
    return tuple(places)


@lru_cache(maxsize=8192)
def first_capital(text: str) -> tuple[int, ...]:
    """The place of the first letter, if the first word is all small letters."""
    first = next(_words(text), None)
    return (first.start,) if first and first.can_rise else ()


@lru_cache(maxsize=8192)
def all_capitals(text: str) -> tuple[int, ...]:
    """The places of the first letters of all words that are all small letters."""
    return tuple([word.start for word in _words(text) if word.can_rise])


def map_words(text: str, change: Callable[[str], str]) -> str:
    """``text`` changed, but for tags that markup left unpaired."""
    if "<" not in text:
        return change(text)
    pieces: list[str] = []
    done = 0
    for tag in _STRAY_TAG.finditer(text):
        pieces += (change(text[done : tag.start()]), tag.group())
        done = tag.end()
    return "".join([*pieces, change(text[done:])])


def first_word_end(text: str) -> int:
    """Where the first word ends that sentence case leaves as it is.

    In a text of capitals alone, only its first letter is left (CSL 1.0.2, "Sentence case
    conversion").
    """
    text = _hide_stray_tags(text)
    match = _WORD.search(text)
    if match is None:
        return 0
    letters = text.replace(PROTECTED, "")
    is_shouted = letters.isupper() and _WORD.search(text, match.end()) is not None
    return match.start() + 1 if is_shouted else match.end()
