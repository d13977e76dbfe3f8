"""Which scripts and languages write the family name first, and which set words without blanks.

Source: CSL 1.0.2, "Name-part Order": names in Asian scripts print family before given name.
"""

import re
from dataclasses import replace
from functools import lru_cache

from citekit.csl.item import Name

_FAMILY_FIRST = ("zh", "ja")
_FAMILY_FIRST_ALONE = ("hu", "vi")

# Hangul, the CJK blocks from radicals to ideographs with kana and bopomofo, half-width kana.
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\U00020000-\U0003ffff]"
)


@lru_cache(maxsize=4096)
def is_east_asian(text: str) -> bool:
    """Whether ``text`` is written in Chinese, Japanese or Korean letters alone.

    Example:
        >>> is_east_asian("山田"), is_east_asian("Yamada 山田"), is_east_asian("Иванов")
        (True, False, False)
    """
    if text.isascii() or not _EAST_ASIAN.search(text):
        return False
    return not any(char.isalpha() for char in _EAST_ASIAN.sub("", text))


def sets_blanks(word: str) -> bool:
    """Whether a blank goes between ``word``, an "and" or "et al.", and the name before it.

    Only where the word begins with a letter of a script that parts words by blanks, or with an
    ampersand: the Chinese 等 follows at once, and so does a term that brings its own bracket or
    blank.
    """
    first = word[:1]
    return first == "&" or (first.isalpha() and not _EAST_ASIAN.match(first))


def puts_family_first(language: str) -> bool:
    """Whether the names of works in ``language`` stay in the order of that language.

    The specification goes by the script alone; citeproc-js leaves Latin names in Chinese and
    Japanese works, and in Hungarian and Vietnamese ones (without a country), in their order too.
    """
    return bool(language) and (language[:2] in _FAMILY_FIRST or language in _FAMILY_FIRST_ALONE)


@lru_cache(maxsize=4096)
def family_first(name: Name) -> Name:
    """``name`` with its family name first at every place."""
    return name if name.static_ordering or name.literal else replace(name, static_ordering=True)
