"""Where the family name begins and ends in a name without a comma."""

from citekit.fields.east_asian_names import family_class, is_western_given
from citekit.fields.name_words import (
    is_bare_initials,
    is_capital_particle,
    is_initial,
    is_particle,
    words_of,
)
from citekit.text.folding import fold


def _spanish(words: list[str]) -> bool:
    families = words_of("spanish_families")
    return len(words) > 2 and all(fold(word) in families for word in words[-2:])  # noqa: PLR2004  # a count of words


def _is_spanish(word: str) -> bool:
    """Whether ``word`` is a Spanish family name, and hardly a given name."""
    folded = fold(word)
    return folded in words_of("spanish_families") and folded not in words_of("spanish_given")


def start_of_family(words: list[str]) -> int:
    """The index at which the family name of a name with the given names first begins."""
    last = len(words) - 1
    for index in range(1, last):
        if words[index].lower() in words_of("family_joins") and index > 1:
            return index - 1
        if is_particle(words[index]):
            return index - 1 if index > 1 and _is_spanish(words[index - 1]) else index
    if _spanish(words):
        return last - 1
    start = last
    while start > 1 and is_capital_particle(words[start - 1]):
        start -= 1
    return start


def end_of_family(words: list[str]) -> int:
    """How many words the family name has when it stands first."""
    cut = 0
    while cut < len(words) - 1 and (is_particle(words[cut]) or is_capital_particle(words[cut])):
        cut += 1
    cut += 1
    if is_initial(words[-1]):
        cut = len(words) - 1
        while cut > 1 and is_initial(words[cut - 1]):
            cut -= 1
    return min(cut, len(words) - 1)


def may_stand_first(words: list[str]) -> bool:
    """Whether an inverted list settles that the first word is the family name: "Li Wei"."""
    return is_bare_initials(words[-1]) or (
        family_class(words[0]) > 0 and not is_western_given(words[0])
    )


def is_family_alone(words: list[str]) -> bool:
    """Whether two words are one family name with its particle: "De Gaulle", "Ibn Khaldun"."""
    return (
        len(words) == 2  # noqa: PLR2004  # a count of words
        and is_capital_particle(words[0])
        and words[0].lower() not in words_of("given_particles")
        and not family_class(words[1])
        and not is_initial(words[1])
    )
