"""Full stops that end no sentence."""

import re

from citekit.drafts.affixes import NOTHING
from citekit.text.data import load_mapping

_LONGEST_WORD = 40
_TAG = re.compile(r"<[^<>]*>")


def is_abbreviation(text: str) -> bool:
    """Whether the last word of ``text`` is an abbreviation, whose full stop belongs to it."""
    word = _TAG.sub("", text[-_LONGEST_WORD:]).split()[-1:]
    known = load_mapping("citekit.drafts", "abbreviations", "words")
    return bool(word) and word[0].strip(f'*_(["“{NOTHING}').casefold() in known
