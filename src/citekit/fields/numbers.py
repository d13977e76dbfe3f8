"""Numbers as works print them: ordinals, Roman numerals, editions."""

import re
from functools import lru_cache

from citekit.text.data import load_mapping
from citekit.text.folding import fold

_ROMAN_FORM = re.compile(
    r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE
)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINAL = re.compile(r"(\d{1,9})\s*(?:st|nd|rd|th|d|e|er|ère|ere|ème|eme|re|nde?|ste|de|[ºª°.])?")
_EDITION_WORDS = re.compile(
    r"[^\w\s]*\b(?:editions?|edn?s?|auflage|aufl|éditions?|éd|edizione|edición|edição|edizioni"
    r"|druk|uitgave|wydanie|wyd|издание|изд|ed)\b\.?",
    re.IGNORECASE,
)
_CJK_EDITION = re.compile(r"[第제]?\s*(\d{1,3})\s*[版판]")


def roman_to_int(text: str) -> int | None:
    """The value of a well-formed Roman numeral of 1 to 3999, in either case; else ``None``."""
    text = text.strip()
    if not text or not _ROMAN_FORM.fullmatch(text):
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
    cjk = _CJK_EDITION.fullmatch(stripped)
    if cjk:
        return str(int(cjk[1]))
    bare = _EDITION_WORDS.sub("", stripped, count=1).strip(" ,;()[]")
    ordinal = parse_ordinal(bare) if bare else None
    if ordinal is None and bare:
        ordinal = parse_ordinal(bare.rstrip("."))
    return stripped if ordinal is None else str(ordinal)
