"""Given names as initials, and the initials that are there already.

Source: CSL 1.0.2, "Name": ``initialize``, ``initialize-with``; "Global Options":
``initialize-with-hyphen``. Where the specification is silent the forms are those of citeproc-js:
an abbreviation with a full stop stays whole ("Ph." is no "P."), capitals that lead a longer word
are one letter ("TSerendorj" gives "Ts."), words in small letters stay ("J. de la C.").
"""

import re
import unicodedata
from functools import lru_cache

from citekit.csl.rendering.name_scripts import is_east_asian

_SEPARATOR = re.compile(r"(\s*[-\u2010\u2011]\s*|\s+)")
_DOT_IN_WORD = re.compile(r"\.(?=[^\s.])")
_HYPHENS = re.compile(r"[-\u2010\u2011]")
# The part after a hyphen that begins small belongs to the word before: "Guo-ping" is one name.
_SMALL_SECOND = re.compile(r"\s*[-\u2010\u2011]\s*(?=[^\W\d_])")
_JOINT = "\ue000"
_BLANKS = re.compile(r"[\t-\r ]+")
_TRAILING = "\t\n\v\f\r \u00a0\ufeff"


def _bind_small_seconds(text: str) -> str:
    return _SMALL_SECOND.sub(
        lambda match: _JOINT if text[match.end()].islower() else match[0], text
    )


def _begins_with_letter(given: str) -> bool:
    return given[0].isalpha() and unicodedata.category(given[0]) != "Lm"


def _split(given: str, *, keeps_hyphen: bool) -> list[str]:
    """Words at even places, what stands between them at odd ones: a blank or a hyphen."""
    if not keeps_hyphen:
        given = _HYPHENS.sub(" ", given)
    given = _DOT_IN_WORD.sub(". ", _bind_small_seconds(given.strip()))
    pieces = _SEPARATOR.split(given)
    return [
        "-" if index % 2 and _HYPHENS.search(piece) else piece for index, piece in enumerate(pieces)
    ]


def _leading_letters(word: str) -> str:
    end = 0
    while end < len(word) and (word[end].isalpha() or unicodedata.combining(word[end])):
        end += 1
    return word[:end]


def _initial(word: str) -> str:
    """The initial of ``word``, empty where it has none: small or East Asian letters, or none."""
    first = word[:1]
    if not first.isalpha() or first.islower() or is_east_asian(first):
        return ""
    letters = _leading_letters(word)
    if word[len(letters) : len(letters) + 1] == ".":
        return letters
    end = 1
    while end < len(letters) and unicodedata.combining(letters[end]):
        end += 1
    capitals = end
    while capitals < len(letters) and letters[capitals].isupper():
        capitals += 1
    # "TSerendorj" begins with one letter written as two; "JP" is two names, "Paul" has one.
    return letters[:end] + (letters[end:capitals].lower() if capitals < len(letters) else "")


@lru_cache(maxsize=16384)
def initialize(given: str, mark: str, *, keeps_hyphen: bool = True) -> str:
    """``given`` as initials, ``mark`` (the value of ``initialize-with``) after each.

    A name that does not begin with a letter, or is not written in an alphabet, stays as it is.

    Example:
        >>> initialize("Jean-Luc Bertrand de", ". "), initialize("Jean-Luc", "")
        ('J.-L. B. de', 'J-L')
    """
    if not given or not _begins_with_letter(given) or is_east_asian(given[0]):
        return given
    pieces = _split(given, keeps_hyphen=keeps_hyphen)
    parts: list[str] = []
    for index in range(0, len(pieces), 2):
        between = pieces[index + 1] if index + 1 < len(pieces) else ""
        initial = _initial(pieces[index])
        if initial:
            parts.append(initial + (mark.rstrip() + "-" if between == "-" else mark))
        elif pieces[index]:
            parts.append(f" {pieces[index]}{between}")
    return _tidy("".join(parts))


def _abbreviation(word: str) -> str:
    """``word`` without its full stop where it is an initial or an abbreviation, else empty."""
    if len(word) > 1 and word.endswith("."):
        return word[:-1]
    return word if len(word) == 1 and word.isupper() else ""


@lru_cache(maxsize=16384)
def normalize_initials(given: str, mark: str) -> str:
    """``given`` with ``mark`` after the initials and abbreviations that it holds already.

    Example:
        >>> normalize_initials("James T Kirk", "."), normalize_initials("J.R.R.", ". ")
        ('James T. Kirk', 'J. R. R.')
    """
    if not given or not _begins_with_letter(given):
        return given
    pieces = _split(given, keeps_hyphen=True)
    short = [_abbreviation(piece) for piece in pieces]
    parts: list[str] = []
    for index in range(0, len(pieces), 2):
        between = pieces[index + 1] if index + 1 < len(pieces) else ""
        if not short[index]:
            parts.append(pieces[index] + between)
            continue
        follows_word = index + 2 < len(pieces) and len(short[index + 2]) != 1
        if between == "-" and follows_word:
            parts.append(short[index] + mark.rstrip() + "-")
        else:
            parts.append(short[index] + mark + (" " if follows_word else ""))
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", text.replace(_JOINT, "-")).rstrip(_TRAILING).lstrip(" ")
