"""The words of a name: initials, particles, suffixes, titles."""

import re
from functools import cache, lru_cache

from citekit.text.data import load_table, load_words
from citekit.text.folding import fold

_PACKAGE = "citekit.fields"
# J. / J.R. / J.-P. / JR / Yu. / Ch. : letters with full stops, or up to three bare capitals.
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.[-‐]?){1,6}|(?:[^\W\d_]\.?[-‐])+[^\W\d_]\.?")
_BARE_LONGEST = 4


@cache
def words_of(key: str) -> frozenset[str]:
    """The words listed under ``key`` of the data file of names."""
    return load_words(_PACKAGE, "names", key)


@cache
def phrases_of(key: str) -> frozenset[str]:
    """The phrases listed under ``key`` of the data file of names, folded."""
    value = load_table(_PACKAGE, "names").get(key, ())
    return (
        frozenset(fold(str(phrase)) for phrase in value) if isinstance(value, list) else frozenset()
    )


@cache
def listed(key: str) -> tuple[str, ...]:
    """The phrases listed under ``key`` of the data file of names, as they are printed."""
    value = load_table(_PACKAGE, "names").get(key, ())
    return tuple(str(phrase) for phrase in value) if isinstance(value, list) else ()


def is_dotted_initial(word: str) -> bool:
    """Whether ``word`` is one or more initials with full stops ("J.", "J.R.", "J.-P.", "Yu.")."""
    return word[:1].isupper() and word.endswith(".") and _DOTTED.fullmatch(word) is not None


def is_bare_initials(word: str) -> bool:
    """Whether ``word`` is initials without full stops: up to three capitals ("JA", "J-P")."""
    letters = word.replace("-", "").replace("‐", "")
    return 0 < len(letters) < _BARE_LONGEST and letters.isalpha() and letters.isupper()


def is_initial(word: str) -> bool:
    """Whether ``word`` is one initial or several, with or without full stops."""
    return (
        is_dotted_initial(word)
        or is_bare_initials(word)
        or (word[:1].isupper() and "." in word and _DOTTED.fullmatch(word + ".") is not None)
    )


def is_particle(word: str) -> bool:
    """Whether ``word`` is a particle in small letters ("van", "de", "d'")."""
    plain = word.replace("’", "'")
    return plain.lstrip("'")[:1].islower() and plain in words_of("particles")


def is_capital_particle(word: str) -> bool:
    """Whether ``word``, with its capital, opens a family name ("De Niro", "Della Porta")."""
    return word[:1].isupper() and word.lower() in words_of("capital_particles")


@lru_cache(maxsize=4096)
def _bare(word: str) -> str:
    return fold(word).replace(" ", "")


def is_suffix(word: str) -> bool:
    """Whether ``word`` is a suffix of a name ("Jr.", "III", "3rd", "the Elder")."""
    if word in listed("printed_suffixes"):
        return True
    if word.isupper() or word[:1].isdigit() or word.endswith(".") or word[:1].isupper():
        return fold(word) in words_of("suffixes")
    return False


def _title(word: str) -> str:
    return _bare(word) if "-" in word else fold(word)


def is_title(word: str) -> bool:
    """Whether ``word`` is a title before a name ("Dr.", "Prof")."""
    return word[:1].isupper() and len(word) > 1 and _title(word) in words_of("titles")


def is_degree(word: str) -> bool:
    """Whether ``word`` is a degree after a name ("PhD", "M.D.")."""
    return word[:1].isupper() and " " not in word and _bare(word) in words_of("degrees")


def is_role(word: str) -> bool:
    """Whether ``word`` is the role of the persons named before it ("ed.", "(Hrsg.)").

    Two capitals are initials: "ED" is no role.
    """
    folded = fold(word)
    return folded in words_of("roles") and (len(folded) > 2 or not word.isupper())  # noqa: PLR2004  # a count of words


def is_shouted(word: str) -> bool:
    """Whether ``word`` is a whole word in capitals, too long for initials."""
    return len(word) >= _BARE_LONGEST and word.isupper()


def recased(word: str) -> str:
    """``word`` with small letters within its parts if it is all in capitals ("O'BRIEN")."""
    if not word.isupper() or sum(letter.isalpha() for letter in word) < 2:  # noqa: PLR2004  # "J."
        return word
    cased = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    return re.sub(r"^Mc([^\W\d_])", lambda match: "Mc" + match[1].upper(), cased)
