"""Text in plain Latin letters, as citation keys need it."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast

from citekit.text.data import load_table

_SYLLABLES = 0xAC00
_LAST_SYLLABLE = 0xD7A3
_VOWELS = 21
_FINALS = 28


def romanise(text: str) -> str:
    """``text`` in small letters a to z and digits, words parted by single blanks.

    Accents are taken off; Hangul, Cyrillic and Greek are written letter by letter. What has no
    such form (Chinese characters, kana) is left out, so that the result may be empty.
    Source: The Unicode Standard, section 3.12, for the parts of a Hangul syllable.

    Example:
        >>> romanise("Łukasz Ćwik"), romanise("김대중"), romanise("漢字")
        ('lukasz cwik', 'gimdaejung', '')
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(_hangul(c) if _is_syllable(c) else _table().get(c, c) for c in composed)
    plain = unicodedata.normalize("NFKD", letters)
    plain = "".join(_table().get(c, c) for c in plain if not unicodedata.combining(c))
    kept = "".join(c if c.isascii() and c.isalnum() else " " if c.isascii() else "" for c in plain)
    return " ".join(kept.split())


def plain_latin(text: str) -> str:
    """``text`` in ASCII, its letters as ``romanise`` writes them but with their case.

    Blanks and signs of ASCII stay. What has no such form is left out.

    Example:
        >>> plain_latin("Łukasz Ćwik-Ærø"), plain_latin("漢字")
        ('Lukasz Cwik-Aero', '')
    """
    if text.isascii():
        return text
    letters = "".join(map(_with_case, unicodedata.normalize("NFKC", text)))
    plain = "".join(map(_with_case, unicodedata.normalize("NFKD", letters)))
    return "".join(c for c in plain if c.isascii())


def _with_case(letter: str) -> str:
    small = letter.lower()
    written = _hangul(letter) if _is_syllable(letter) else _table().get(small, "")
    return (written if small == letter else written.capitalize()) or letter


def _is_syllable(character: str) -> bool:
    return _SYLLABLES <= ord(character) <= _LAST_SYLLABLE


def _hangul(syllable: str) -> str:
    index = ord(syllable) - _SYLLABLES
    parts = cast(
        "Mapping[str, Sequence[str]]", load_table("citekit.text", "romanisation")["hangul"]
    )
    initial = parts["initial"][index // (_VOWELS * _FINALS)]
    vowel = parts["vowel"][index // _FINALS % _VOWELS]
    return initial + vowel + parts["final"][index % _FINALS]


@cache
def _table() -> Mapping[str, str]:
    tables = load_table("citekit.text", "romanisation")
    merged: dict[str, str] = {}
    for name in ("latin", "cyrillic", "greek"):
        merged.update(cast("Mapping[str, str]", tables[name]))
    return merged
