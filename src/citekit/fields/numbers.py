"""Numbers as works print them: ordinals, Roman numerals, editions."""

import re
from functools import cache, lru_cache

from citekit.text.data import load_mapping, load_words
from citekit.text.folding import fold

_ROMAN_FORM = re.compile(
    r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINAL = re.compile(
    r"(\d{1,9})\s*(?:-?(?:st|nd|rd|th|d|e|er|ère|ere|era|ème|eme|re|nde?|ste|de|a|da|ra|va|е|ое)|\.?[ºª°]|\.)?\.?"
)
_CJK_EDITION = re.compile(r"[第제]?\s*(\d{1,3}|[一二三四五六七八九十]{1,3}|初|초)\s*[版판]\.?")
_FIRST = ("初", "초")
_HAN = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}
_YEARS = range(1400, 2100)
# No edition is longer; what is stays as it is printed.
_LONGEST = 200


@cache
def _edition_words() -> re.Pattern[str]:
    words = load_words("citekit.fields", "numbers", "edition")
    body = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"[^\w\s]*(?:(?<=\d)|\b)(?:{body})\b\.?", re.IGNORECASE)


def roman_to_int(text: str) -> int | None:
    """The value of a well-formed Roman numeral of 1 to 3999, in either case; else ``None``."""
    text = text.strip()
    if not text or len(text) > _LONGEST or not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text.lower()]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


@lru_cache(maxsize=1024)
def parse_ordinal(text: str) -> int | None:
    """The number that an ordinal in digits or words means ("2nd", "zweite", "3e"), else ``None``.

    A plain number counts as well.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    match = _ORDINAL.fullmatch(text.lower())
    if match:
        return int(match[1])
    word = load_mapping("citekit.fields", "numbers", "ordinals").get(fold(text))
    return int(word) if word else None


@lru_cache(maxsize=1024)
def parse_edition(text: str) -> str:
    """The number of an edition in digits ("2nd edition", "Zweite Auflage", "第3版" give "2", "3").

    Whatever else is said of the edition ("revised", "2nd rev. ed.") keeps the text as printed,
    without blanks around it.
    """
    stripped = " ".join(text.split())
    if len(stripped) > _LONGEST:
        return stripped
    cjk = _CJK_EDITION.fullmatch(stripped)
    if cjk:
        return str(_han_number(cjk[1]))
    bare = _edition_words().sub("", stripped, count=1).strip(" ,;()[]")
    ordinal = parse_ordinal(bare) if bare else None
    if ordinal is None and bare:
        bare = bare.rstrip(".")
        ordinal = parse_ordinal(bare) or (roman_to_int(bare) if bare.isupper() else None)
    # "1999 edition" is named after its year.
    return stripped if ordinal is None or ordinal in _YEARS else str(ordinal)


def _han_number(text: str) -> int:
    if text in _FIRST:
        return 1
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * _HAN.get(tens, 1) if ten else 0) + _HAN.get(ones, 0)
