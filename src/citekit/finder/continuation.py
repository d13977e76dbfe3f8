"""Whether a piece of text goes on where another one broke off."""

import re

from citekit.fields.pages import parse_locator

_COMPLETE = re.compile(r"[.!?…][\s\"'”’»)\]]*$|>\s*$|https?://\S+$")
_SENTENCE_START = re.compile(r"^[\"'“‘«(\[]*[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
_LOOSE_END = re.compile(
    r"[,;:(\-–—&]\s*$|\b(?:and|in|of|the|und|der|die|et|de|e|y)\s*$", re.IGNORECASE
)
_SHORT = 40


def is_complete(text: str) -> bool:
    """Whether ``text`` ends as a reference or a sentence does."""
    return bool(_COMPLETE.search(text))


def continues(before: str, fragment: str) -> bool:
    """Whether ``fragment`` is likely the rest of ``before``, which a page break tore off.

    True when ``before`` breaks off in the open, or when the fragment cannot begin anything:
    it is a bare locator, begins in lower case, with a digit or with closing punctuation.
    """
    fragment = fragment.strip()
    if not fragment or not before.strip():
        return False
    if _LOOSE_END.search(before):
        return True
    if is_complete(before):
        return _is_locator(fragment)
    return not _SENTENCE_START.match(fragment) or len(fragment) < _SHORT or _is_locator(fragment)


def _is_locator(fragment: str) -> bool:
    return len(fragment) < _SHORT and parse_locator(fragment.rstrip(" .;,")) is not None
