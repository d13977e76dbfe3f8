"""Which scripts write the family name first, and which set words without blanks.

Source: CSL 1.0.2, "Name-part Order": names in Asian scripts print family before given name.
"""

import re
from functools import lru_cache

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
