"""The two standard orders of a name, and how one is written in the other."""

from citekit.checker.rules.names.judging import is_body
from citekit.checker.rules.names.written_names import WrittenName
from citekit.fields.name_words import is_suffix
from citekit.formats.bib_names import is_particle_word
from citekit.formats.bib_values import split_top_level
from citekit.text.script import is_cjk

FAMILY_FIRST, GIVEN_FIRST = "family-first", "given-first"
_TWO_PARTS = 2


def order_of(name: WrittenName) -> str:
    """The order of the name of a person, empty for what has none, as a word alone and bodies."""
    if is_body(name) or is_cjk(name.text):
        return ""
    if len(name.parts) > 1:
        return FAMILY_FIRST if all(part.text for part in name.parts) else ""
    words = split_top_level(name.text, " ~\t\n")
    if len(words) < _TWO_PARTS or is_suffix(words[-1]):
        return ""
    return GIVEN_FIRST


def in_order(name: WrittenName, order: str) -> str:
    """``name`` in the other order that it does not have, empty where that is not certain.

    Both forms are one name by BibTeX's rules.
    """
    if order == GIVEN_FIRST:
        return _given_first(name)
    words = split_top_level(name.text, " ~\t\n")
    first = next(
        (place for place, word in enumerate(words[:-1]) if is_particle_word(word)), len(words) - 1
    )
    if not first:
        return ""
    return f"{' '.join(words[first:])}, {' '.join(words[:first])}"


def _given_first(name: WrittenName) -> str:
    """The name with the given names before the family name, if that is one word after particles."""
    if len(name.parts) != _TWO_PARTS:
        return ""
    family, given = name.parts
    words = split_top_level(family.text, " ~\t\n")
    if not all(is_particle_word(word) for word in words[:-1]) or is_particle_word(words[-1]):
        return ""
    if any(is_particle_word(word) for word in split_top_level(given.text, " ~\t\n")):
        return ""
    return f"{given.text} {family.text}"
