"""Strings as sort keys: word by word, without case, accents and punctuation, numbers as numbers.

Source: CSL 1.0.2, "Sorting"; the order of letters follows the root of the Unicode Collation
Algorithm in what a bibliography meets: Latin letters by their base letter, other scripts after
them in the order of their blocks.
"""

import re
import unicodedata
from functools import lru_cache

_PIECE = re.compile(r"\d+|[^\W\d_]+|\s+|[^\w\s]|_")
_SPECIAL = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_LONGEST_NUMBER = 20
_WORD_GAP = "\x01"


@lru_cache(maxsize=65536)
def collation_key(text: str) -> str:
    """``text`` as a string that compares as it is to be sorted.

    Example:
        >>> sorted(["van Dam 10", "Vana", "vän dam 9"], key=collation_key)
        ['vän dam 9', 'van Dam 10', 'Vana']
    """
    return _WORD_GAP.join(_word_key(word) for word in _fold(text).split())


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _word_key(word: str) -> str:
    if word.isalpha():
        return word
    pieces = []
    for piece in _PIECE.findall(word):
        if piece.isdecimal():
            pieces.append(piece.lstrip("0").rjust(_LONGEST_NUMBER, "0"))
        elif piece.isalpha():
            pieces.append(piece)
    return "".join(pieces)
