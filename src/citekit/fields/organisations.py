"""Names of bodies: ministries, universities, companies, newspapers."""

import re
from functools import lru_cache

from citekit.fields.name_words import is_initial
from citekit.text.data import load_words
from citekit.text.folding import fold
from citekit.text.script import is_cjk

_PACKAGE, _TABLE = "citekit.fields", "organisations"
_ACRONYM = re.compile(r"[A-Z][A-Z&/-]{1,7}[A-Z]s?")
_TRAILING_ACRONYM = re.compile(r"\s*\(\s*[A-Z][A-Za-z&./-]{1,14}\s*\)$")
_ABBREVIATED_STATE = re.compile(r"(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|U\.?N\.?|E\.?U\.?)")
_FIRM_END = re.compile(r"\s(?:&|[Aa]nd|und|et|y|e)\s([^\W\d_]+)\.?$")
_FIRM_REACH = 30
_SAINT = frozenset({"St.", "St", "Ste."})
_FEWEST_WORDS = 3
_FEWEST_CJK = 5
_LONG_WORD = 10
_LONGEST_ACRONYM = 5
_PERSON_WITH_INITIALS = 2
_LONGEST = 400


def is_acronym(text: str) -> bool:
    """Whether ``text`` is one word in capitals that is a body's and not a family name's.

    Longer ones are family names in capitals, but for those that are known.
    """
    if not _ACRONYM.fullmatch(text):
        return False
    return len(text) <= _LONGEST_ACRONYM or fold(text) in load_words(_PACKAGE, _TABLE, "acronyms")


def is_legal_form(text: str) -> bool:
    """Whether ``text`` is what stands after the name of a company: "Inc.", "GmbH"."""
    return fold(text) in load_words(_PACKAGE, _TABLE, "legal_forms")


def is_state(word: str) -> bool:
    """Whether ``word`` is an abbreviated state or union ("U.S.", "EU")."""
    return _ABBREVIATED_STATE.fullmatch(word) is not None


def is_unit(text: str) -> bool:
    """Whether ``text`` begins as the name of a part of a body does: "Committee on …"."""
    return fold(text).partition(" ")[0] in load_words(_PACKAGE, _TABLE, "units")


def is_firm(text: str) -> bool:
    """Whether ``text`` ends as the name of a firm does: "John Wiley & Sons"."""
    match = _FIRM_END.search(text, max(0, len(text) - _FIRM_REACH))
    return match is not None and fold(match[1]) in load_words(_PACKAGE, _TABLE, "firms")


def _has_telling_word(folded: list[str]) -> bool:
    """Whether a word is one that only bodies bear, or ends in one ("forschungsgemeinschaft")."""
    strong = load_words(_PACKAGE, _TABLE, "strong")
    endings = tuple(load_words(_PACKAGE, _TABLE, "endings"))
    return any(
        part in strong or (len(part) >= _LONG_WORD and part.endswith(endings))
        for word in folded
        for part in (*word.split(), word.replace(" ", ""))
    )


def _is_cjk_body(text: str) -> bool:
    endings = load_words(_PACKAGE, _TABLE, "cjk_endings")
    beginnings = tuple(load_words(_PACKAGE, _TABLE, "cjk_beginnings"))
    return any(text.endswith(ending) and len(text) > len(ending) - 1 for ending in endings) or (
        len(text) >= _FEWEST_CJK and text.startswith(beginnings)
    )


@lru_cache(maxsize=4096)
def is_organisation(text: str) -> bool:
    """Whether ``text``, one name, is more likely that of a body than that of a person.

    That is so with a word that only bodies bear ("Ministry"), with one that persons bear too
    among three words or more ("World Economic Forum"), after "The", for an acronym alone
    ("OECD"), with a small word inside ("Friends of the Earth"), and for bodies that are known or
    begin with a word that says so ("Musée d'Orsay").
    """
    if len(text) > _LONGEST:
        return False
    if is_cjk(text):
        return _is_cjk_body(text)
    words = text.split()
    folded = [fold(word) for word in words]
    if is_acronym(text) or _is_known(words, folded) or is_firm(text):
        return True
    if _has_telling_word(folded):
        # "Council P" is a person of that name.
        return len(words) != _PERSON_WITH_INITIALS or not is_initial(words[-1])
    weak = load_words(_PACKAGE, _TABLE, "weak")
    if len(words) > 1 and (
        words[0] in ("The", "THE") or is_state(words[0]) or all(word in weak for word in folded)
    ):
        return True
    if len(words) < _FEWEST_WORDS or any(
        is_initial(word) and word not in _SAINT for word in words[:-1]
    ):
        return False
    inner = load_words(_PACKAGE, _TABLE, "inner")
    lowered = words if not text.isupper() else folded
    if any(word in inner for word in lowered[1:-1]):
        return True
    return folded[-1] in weak or sum(word in weak for word in folded) > 1


def _is_known(words: list[str], folded: list[str]) -> bool:
    """Whether the name is a listed one, or begins with a word that only bodies begin with."""
    if " ".join(folded) in load_words(_PACKAGE, _TABLE, "bodies"):
        return True
    return (
        len(words) > 1
        and folded[0] in load_words(_PACKAGE, _TABLE, "first")
        and not any("," in word or is_initial(word) for word in words)
    )


def without_acronym(text: str) -> str:
    """The name of a body without the acronym that follows it in parentheses."""
    return _TRAILING_ACRONYM.sub("", text)
