"""Names in running text, known by their capital letters."""

import re
from functools import cache

from citekit.finder.cues import cue_words

# Capital letters of the alphabets that have them; ranges keep the patterns quick to compile.
UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĠĢĪİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽΆ-ΏΑ-ΩА-ЯЁЄІЇҐ"
# A word with a capital: "Korea", "Tae-gyu", "DongA", "U.S.", "M.", without a possessive 's.
WORD = rf"(?:[{UPPER}]\.(?:[{UPPER}]\.)*+|[{UPPER}]\w*+(?:[&-]\w++|\.(?=\w)\w++|['’](?!s\b)\w++)*+)"
_WITHIN_NAME = r"(?:of|&|and|de|del|della|des|di|du|da|do|la|le|les|el|al|und|y|e)"
_WITHIN_PERSON = r"(?:de|del|della|di|du|da|dos|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|zu|y)"
# The name of an outlet, institution or the like, of up to eight words.
NAME = rf"(?:{WORD}(?:\s(?:{_WITHIN_NAME}\s)?{WORD}){{0,7}})"
# The full name of a person: two to five words.
PERSON = rf"(?:{WORD}(?:\s(?:{_WITHIN_PERSON}\s){{0,2}}{WORD}){{1,4}})"

_PERSON = re.compile(PERSON)
_HONORIFIC = re.compile(
    r"^(?:(?:professor|prof\.?|dr\.?|mr\.?|mrs\.?|ms\.?|sir|dame|lord|lady|herr|frau|monsieur"
    r"|madame)\s+)+",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_LONGEST_NAME = 60


def without_honorific(name: str) -> str:
    """``name`` without the titles of address before it."""
    return _HONORIFIC.sub("", name)


def is_person_shaped(text: str) -> bool:
    """Whether ``text`` may be the full name of a person, and no institution shows in it."""
    bare = without_honorific(text.strip())
    if len(bare) > _LONGEST_NAME or not _PERSON.fullmatch(bare):
        return False
    words = [word.casefold() for word in _WORDS.findall(bare)]
    first = words[0] in cue_words("names", "not_first_in_persons")
    return not first and not (set(words) & _never_in_persons())


def names_institution(text: str) -> bool:
    """Whether a word of ``text`` is one that institutions are called by."""
    words = {word.casefold().rstrip(".") for word in _WORDS.findall(text)}
    institutions = cue_words("paper", "institutions")
    return bool(words & institutions) or any(
        not word.isascii() and word in text for word in institutions
    )


@cache
def _never_in_persons() -> frozenset[str]:
    return cue_words("paper", "institutions") | cue_words("names", "not_in_persons")
