"""Titles that shout, in the case of titles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.formats.bib_tidy.contents import change_contents
from citekit.formats.bib_tidy.drafts import DraftField
from citekit.formats.bib_tidy.tables import fields_called
from citekit.formats.bib_values import brace_depths

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ROMAN = re.compile(r"(?=[IVXLC])L?X{0,3}(?:IX|IV|V?I{0,3})")
# One word, or short ones alone, may well be abbreviations: "IEEE", "NASA TR".
_FEWEST, _LONG = 2, 5
_BEGINS = (":", ".", "?", "!", "–", "—")


def drop_capitals(field: DraftField) -> DraftField:
    """``{JOURNAL OF TEA}`` as ``{Journal of Tea}`` in fields of titles.

    Roman numerals and what stands in braces of its own stay, and so do values with commands or
    mathematics.
    """
    if field.name.lower() not in fields_called("titles") or field.value[:1] not in {"{", '"'}:
        return field
    return replace(field, value=change_contents(field.value, _calmed))


def _calmed(text: str) -> str:
    words = _WORD.findall(text)
    is_shouted = text.upper() == text and any(len(word) >= _LONG for word in words)
    if not is_shouted or len(words) < _FEWEST or "\\" in text or "$" in text:
        return text
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    depths = brace_depths(text)
    place = 0
    for match in _WORD.finditer(text):
        before = text[place : match.start()]
        is_first = not place or before.strip().endswith(_BEGINS)
        word = match[0]
        if depths[match.start()] == 0 and not _ROMAN.fullmatch(word):
            is_small = word.lower() in fields_called("small_words") and not is_first
            word = word.lower() if is_small else word[0] + word[1:].lower()
        yield before + word
        place = match.end()
    yield text[place:]
