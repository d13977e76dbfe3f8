"""Upper and lower case of a language's letters."""

from __future__ import annotations

import unicodedata

_TURKIC = frozenset({"tr", "az"})
_TURKIC_UPPER = str.maketrans({"i": "İ", "ı": "I"})
_TURKIC_LOWER = str.maketrans({"I": "ı", "İ": "i"})
_ACUTE = "\u0301"


def primary_subtag(language: str) -> str:
    """The language of a tag without script and region, in lower case: ``de`` of ``de-AT``.

    >>> primary_subtag("en_US")
    'en'
    """
    return language.strip().replace("_", "-").partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether ``language`` is English, or not known."""
    return primary_subtag(language) in {"", "en", "eng", "english"}


def _without_tonos(text: str) -> str:
    """Greek capitals carry no accent; a diaeresis stays."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace(_ACUTE, ""))


def to_upper(text: str, language: str) -> str:
    """``text`` in capitals, after the rules of Turkish and Greek (Unicode, SpecialCasing)."""
    language = primary_subtag(language)
    if language in _TURKIC:
        text = text.translate(_TURKIC_UPPER)
    upper = text.upper()
    return _without_tonos(upper) if language == "el" else upper


def to_lower(text: str, language: str) -> str:
    """``text`` in small letters, after the rules of Turkish."""
    if primary_subtag(language) in _TURKIC:
        text = text.translate(_TURKIC_LOWER)
    return text.lower()


def capitalize(letter: str, language: str) -> str:
    """``letter`` as the capital that begins a word."""
    if letter == "i" and primary_subtag(language) in _TURKIC:
        return "İ"
    return letter.title()
