"""Numbers in the values of variables: lists and ranges of them, and what is numeric at all.

Source: CSL 1.0.2, "Choose", ``is-numeric``, and "Number".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# A hyphen after a backslash is part of a number, not a range: "3\\-12".
_ESCAPED, _HELD = "\\-", "\x00"
_HYPHENS = "-–—"
_ROMAN = re.compile(r"[ivxlcdm]+|[IVXLCDM]+")
_SUBDIVIDED = re.compile(r"\d+[^\W\d_]")
_SLASHED = re.compile(r"\d+(?:/\d+)+")
_FIRST_PAGE = re.compile(r"[^-–—&,;]+")


@dataclass(frozen=True, slots=True)
class Numerals:
    """A value taken apart: ``pieces`` with the ``joiners`` between them, as they were given.

    ``is_numeric`` where all pieces are numbers, with or without letters ("D2", "2nd");
    ``is_multiple`` where a label for them stands in the plural.
    """

    pieces: tuple[str, ...]
    joiners: tuple[str, ...]
    is_numeric: bool
    is_multiple: bool


@lru_cache(maxsize=64)
def _joiner_pattern(conjunction: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in ("and", conjunction) if word)
    return re.compile(rf"((?: ?[,;])? (?:{words}) | ?, ?& ?| ?[{_HYPHENS}&,;] ?)")


@lru_cache(maxsize=8192)
def parse_numerals(text: str, conjunction: str = "") -> Numerals:
    """The numbers in ``text``; ``conjunction`` is the word for "and" beside the English one.

    Example:
        >>> parse_numerals("2 - 4").pieces, parse_numerals("2nd edition").is_numeric
        (('2', '4'), False)
    """
    held = " ".join(text.split()).replace(_ESCAPED, _HELD)
    parts = _merge_subdivisions(_joiner_pattern(conjunction).split(held))
    pieces = tuple(part.replace(_HELD, "-") for part in parts[::2])
    return Numerals(
        pieces,
        tuple(parts[1::2]),
        all(is_numeral(piece) for piece in pieces),
        _is_multiple(pieces),
    )


def _merge_subdivisions(parts: list[str]) -> list[str]:
    """``parts`` with "12a-c" made one number again."""
    merged = parts[:1]
    for joiner, piece in zip(parts[1::2], parts[2::2], strict=True):
        if joiner == "-" and piece.isalpha() and _SUBDIVIDED.fullmatch(merged[-1]):
            merged[-1] += joiner + piece
        else:
            merged += [joiner, piece]
    return merged


def is_numeral(piece: str) -> bool:
    """Whether ``piece`` is one number: digits, with letters before or after or neither.

    Example:
        >>> [is_numeral(piece) for piece in ("12", "L2d", "1/2", "II", "1.5")]
        [True, True, True, False, False]
    """
    if piece.isdecimal():
        return True
    if "/" in piece:
        return _SLASHED.fullmatch(piece) is not None
    plain = piece.replace("-", "")
    return plain.isalnum() and any(letter.isdecimal() for letter in plain)


def is_roman(piece: str) -> bool:
    """Whether ``piece`` is made of the letters of Roman numerals alone, all of one case."""
    return _ROMAN.fullmatch(piece) is not None


def _is_multiple(pieces: tuple[str, ...]) -> bool:
    # Large Roman numerals are as often names as numbers.
    if not (is_numeral(pieces[0]) or (pieces[0].islower() and is_roman(pieces[0]))):
        return False
    # A piece of several words may be of another kind: "12, fig. 3".
    return len(pieces) > 1 and pieces[1] != "" and " " not in pieces[1]


def is_range(joiner: str) -> bool:
    """Whether ``joiner`` is a hyphen or dash."""
    return joiner.strip() in _HYPHENS


@lru_cache(maxsize=4096)
def first_page(pages: str) -> str:
    """The first of ``pages``: "42" of "42-45", empty where there is none."""
    match = _FIRST_PAGE.match(pages.strip().replace(_ESCAPED, _HELD))
    return match[0].strip().replace(_HELD, "-") if match else ""
