"""Telling a markup language by signs of its own, where no suffix says what a text is."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

# The suffixes that say nothing of the markup.
_UNTOLD = frozenset({"", ".txt", ".text"})
_NAMED, _SURE = 0.9, 0.88
# With so many kinds of its markup a text is in a language, and does not merely speak of it.
_FEWEST = 2
# A text with these is Markdown, which shows other languages as code.
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)


def score_signs(
    head: str, suffix: str, suffixes: AbstractSet[str], signs: Sequence[re.Pattern[str]]
) -> float:
    """How sure it is that ``head`` is in the language of ``suffixes``, which has ``signs``.

    Without one of its suffixes, and with none that says anything, two signs are needed.
    """
    if suffix in suffixes:
        return _NAMED
    if suffix not in _UNTOLD or _FENCE.search(head):
        return 0.0
    return _SURE if sum(bool(sign.search(head)) for sign in signs) >= _FEWEST else 0.0
