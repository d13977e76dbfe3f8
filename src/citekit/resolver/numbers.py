"""Volume, issue and pages of a reference in the form in which they are compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from citekit.fields.numbers import parse_edition, roman_to_int
from citekit.fields.page_ranges import parse_pages
from citekit.model.reference import Reference
from citekit.model.variables import NumberVariable
from citekit.resolver.wording import folded_words, numeral

_PAIR = re.compile(r"(\d+)\s*(?:[:,;]|\((?=[^)]*\)))\s*(\d[\d/–-]*)\)?")
_PLAIN_PAGES = re.compile(r"([0-9]{1,9})(?:(?:-{1,2}|–)([0-9]{1,9}))?")
_PAGES = re.compile(r"([a-z]*)(\d{1,9})(?:-([a-z]*)(\d{1,9}))?", re.IGNORECASE)

# Nobody prints more in one number.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Pages:
    """A range of pages: the letters before the numbers, the first and the last number."""

    prefix: str = ""
    first: int = 0
    last: int = 0

    def __bool__(self) -> bool:
        return self.first > 0


_NO_PAGES = Pages()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of a reference in normal form; empty where it has none."""

    volume: str = ""
    issue: str = ""
    pages: Pages = _NO_PAGES
    number: str = ""
    chapter: str = ""
    edition: str = ""


_NO_NUMBERS = Numbering()


def numbering_of(reference: Reference) -> Numbering:
    """The numbers of ``reference``; volume and issue printed as one ("20,2") are parted."""
    if not reference.numbers:
        return _NO_NUMBERS
    volume, issue = split_pair(
        reference.number(NumberVariable.VOLUME), reference.number(NumberVariable.ISSUE)
    )
    return Numbering(
        volume=normal_number(_outside_brackets(volume)),
        issue=normal_number(issue),
        pages=page_range(reference.number(NumberVariable.PAGE)),
        number=normal_number(reference.number(NumberVariable.NUMBER)),
        chapter=normal_number(reference.number(NumberVariable.CHAPTER_NUMBER)),
        edition=_edition(reference.number(NumberVariable.EDITION)),
    )


def split_pair(volume: str, issue: str) -> tuple[str, str]:
    """Volume and issue, taken apart where one of them holds both ("20,2", "49:3", "12(1)")."""
    if volume and issue:
        return volume, issue
    pair = _PAIR.fullmatch((volume or issue).strip()[:_LONGEST])
    return (pair[1], pair[2]) if pair else (volume, issue)


def _edition(text: str) -> str:
    return normal_number(parse_edition(text)) if text else ""


def _outside_brackets(text: str) -> str:
    return text.partition("(")[0] or text


@lru_cache(maxsize=16384)
def normal_number(text: str) -> str:
    """The number within ``text`` in Arabic digits, without "vol." and the like.

    Text without a number is only folded.

    Example:
        >>> normal_number("Vol. XLII"), normal_number("no. 2/3")
        ('42', '2 3')
    """
    if not text:
        return ""
    if text.isascii() and text.isdigit():
        return text.lstrip("0") or "0"
    words = folded_words(text)
    if len(words) == 1 and (roman := roman_to_int(words[0])):
        return str(roman)
    numbers = [number for word in words if (number := _number_of(word))]
    return " ".join(numbers or words)


def page_range(text: str) -> Pages:
    """The first range in ``text``, an abbreviated last page completed ("221-8" is 221 to 228)."""
    if not text:
        return _NO_PAGES
    plain = _PLAIN_PAGES.fullmatch(text)
    if plain and (not plain[2] or len(plain[2]) >= len(plain[1])):
        return Pages("", int(plain[1]), int(plain[2] or plain[1]))
    found = _PAGES.search(parse_pages(text[:_LONGEST]))
    if not found:
        return _NO_PAGES
    return Pages(found[1].lower(), int(found[2]), int(found[4] or found[2]))


def _number_of(word: str) -> str:
    roman = roman_to_int(word) if word.isalpha() and len(word) > 1 else None
    return str(roman) if roman else numeral(word)
