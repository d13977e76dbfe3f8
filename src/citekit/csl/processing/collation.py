"""Strings as sort keys: word by word, without case, accents and punctuation, numbers as numbers.

Source: CSL 1.0.2, "Sorting"; the order of letters follows the Unicode Collation Algorithm in what
a bibliography meets: Latin letters by their base letter unless the language of the style counts
them apart, other scripts after them in the order of their blocks unless they are its own.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from citekit.text.data import load_table

_PIECE = re.compile(r"\d+|[^\W\d_]+|\s+|[^\w\s]|_")
_SPECIAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"
}  # fmt: skip
_LONGEST_NUMBER = 20
_WORD_GAP = "\x01"
_FIRST = "\x02"


@lru_cache(maxsize=65536)
def collation_key(text: str, lang: str = "") -> str:
    """``text`` as a string that compares as it is to be sorted in a style of language ``lang``.

    Example:
        >>> sorted(["van Dam 10", "Vana", "vän dam 9"], key=collation_key)
        ['vän dam 9', 'van Dam 10', 'Vana']
        >>> sorted(["Ohlin", "Öberg"], key=lambda name: collation_key(name, "sv-SE"))
        ['Ohlin', 'Öberg']
    """
    if text.isascii():
        return _WORD_GAP.join(_word_key(word) for word in text.lower().split())
    language = lang[:2].lower()
    key = _WORD_GAP.join(_word_key(word) for word in _fold(text, language).split())
    return _FIRST + key if _begins_in_own_script(text, language) else key


def _fold(text: str, language: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold().translate(_letters(language))
    decomposed = unicodedata.normalize("NFKD", composed)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def _letters(language: str) -> Mapping[int, str]:
    """What stands for each letter that is none of the alphabet from a to z, or not at its place."""
    own = _table("letters").get(language, {})
    letters = dict(_SPECIAL)
    if isinstance(own, dict):
        letters |= {letter: str(key) for letter, key in own.items()}
    return str.maketrans(letters)


@cache
def _own_blocks(language: str) -> tuple[range, ...]:
    blocks = _table("first").get(language, ())
    pairs = [str(block).split("-") for block in blocks] if isinstance(blocks, list) else []
    return tuple(range(int(start, 16), int(end, 16) + 1) for start, end in pairs)


def _table(name: str) -> Mapping[str, object]:
    table = load_table(__package__, "collation").get(name)
    return table if isinstance(table, dict) else {}


def _begins_in_own_script(text: str, language: str) -> bool:
    letter = next((ord(char) for char in text if char.isalnum()), 0)
    return any(letter in block for block in _own_blocks(language))


def _word_key(word: str) -> str:
    if word.isalpha():
        return word
    pieces = []
    for piece in _PIECE.findall(word):
        if piece.isdecimal():
            pieces.append(piece.lstrip("0").rjust(_LONGEST_NUMBER, "0"))
        elif piece.isalpha() or piece == "{":
            pieces.append(piece)
    return "".join(pieces)
