"""The order in which a name is printed, and what shows it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from citekit.fields import east_asian_names as east
from citekit.fields.name_words import (
    is_bare_initials,
    is_capital_particle,
    is_dotted_initial,
    is_initial,
    is_particle,
    is_shouted,
    is_suffix,
    words_of,
)
from citekit.fields.organisations import is_organisation
from citekit.text.folding import fold
from citekit.text.script import is_cjk


class NameOrder(StrEnum):
    """The orders of the parts of a name; ``INVERTED`` has a comma after the family name."""

    GIVEN_FIRST = "given-first"
    FAMILY_FIRST = "family-first"
    INVERTED = "inverted"
    LITERAL = "literal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OrderJudgement:
    """An order with what shows it, in words; ``UNKNOWN`` comes without."""

    order: NameOrder
    evidence: str = ""


_UNKNOWN = OrderJudgement(NameOrder.UNKNOWN)
_TWO_ACCENTS = re.compile(r"[aeou][\u0302\u0306\u031b\u0323][\u0300\u0301\u0303\u0309\u0302\u0306]")
_VOWEL = re.compile("[AEIOUYÀ-ÖØ-Ý]")
_ACCENT = re.compile("[áéíóöőúüűÁÉÍÓÖŐÚÜŰ]")
_PATRONYMIC = re.compile(
    r"[^\W\d_]{2,}(?:[оеё]вич|ьич|[оеё]вна|ична|инична|[oe]vich|'ich|[oe]vna|ichna)", re.IGNORECASE
)
_NICKNAME = re.compile(r"[“\"'‘(][^“”\"‘’()]{1,30}[”\"'’)]")


def _family_first(evidence: str) -> OrderJudgement:
    return OrderJudgement(NameOrder.FAMILY_FIRST, evidence)


def _given_first(evidence: str) -> OrderJudgement:
    return OrderJudgement(NameOrder.GIVEN_FIRST, evidence)


def _by_initials(words: list[str]) -> OrderJudgement | None:
    first, last = words[0], words[-1]
    shouted = all(word.isupper() for word in words)
    bare = is_bare_initials(first) and not shouted and not _is_shouted_particle(words)
    if is_dotted_initial(first) or bare:
        return None if is_initial(last) else _given_first("an initial stands first")
    dotted = is_dotted_initial(last) or ("." in last and is_initial(last))
    if dotted or (is_bare_initials(last) and not shouted):
        return _family_first("initials stand last")
    short = shouted and _is_short(last)
    if not short and any(is_initial(w) and len(w.rstrip(".")) == 1 for w in words[1:-1]):
        return _given_first("a middle initial")
    return None


def _is_shouted_particle(words: list[str]) -> bool:
    """Whether the first word is a particle in capitals: "DE GAULLE Charles"."""
    return is_capital_particle(words[0]) and is_shouted(words[1])


def _is_short(word: str) -> bool:
    """Whether a word among others in capitals can only be initials."""
    letters = word.replace(".", "")
    return len(letters) <= 2 or (len(letters) == 3 and not _VOWEL.search(letters))  # noqa: PLR2004  # letters


def _by_capitals(words: list[str]) -> OrderJudgement | None:
    if all(word.isupper() for word in words):
        if _is_short(words[-1]) == _is_short(words[0]):
            return None
        return (
            _family_first("initials stand last")
            if _is_short(words[-1])
            else _given_first("an initial stands first")
        )
    if _is_shouted_particle(words):
        words = words[1:]
    shouted = [is_shouted(word) for word in words]
    if all(shouted) or not any(shouted):
        return None
    if shouted[0] and not shouted[-1]:
        return _family_first("the first word is all capitals")
    if shouted[-1] and not shouted[0]:
        return _given_first("the last word is all capitals")
    return None


def _by_syllables(words: list[str]) -> OrderJudgement | None:
    """Chinese, Korean and Vietnamese names, by their given names and known family names."""
    first, last = words[0], words[-1]
    first_family, last_family = east.family_class(first), east.family_class(last)
    if east.is_hyphenated_given(last) and len(words) == 2 and "-" not in first:  # noqa: PLR2004  # a count of words
        if first_family or last.split("-")[1][:1].islower():
            return _family_first("a given name of two syllables stands last")
    elif east.is_hyphenated_given(first) and (last_family or first.split("-")[1][:1].islower()):
        return _given_first("a given name of two syllables stands first")
    if len(words) == 3 and all(east.is_syllable(word) for word in words):  # noqa: PLR2004  # a count of words
        if first_family and not last_family:
            return _family_first("an East Asian family name before two syllables")
        if last_family and not first_family:
            return _given_first("an East Asian family name after two syllables")
        if first_family == last_family == 0:
            return None
        return (
            _family_first("a frequent family name")
            if first_family <= last_family
            else (_given_first("a frequent family name stands last"))
        )
    if (
        (len(words) > 2 or _is_spelled_vietnamese(first))  # noqa: PLR2004  # a count of words
        and east.is_vietnamese_family(first)
        and not east.is_vietnamese_family(last)
    ):
        return _family_first("a Vietnamese family name stands first")
    return _by_two_syllables(words)


def _is_spelled_vietnamese(word: str) -> bool:
    """Whether the word has a vowel with two accents, or is the most frequent family name."""
    decomposed = unicodedata.normalize("NFD", word)
    return fold(word) == "nguyen" or _TWO_ACCENTS.search(decomposed) is not None


def _by_two_syllables(words: list[str]) -> OrderJudgement | None:
    """Names such as "Mao Zedong", whose given name joins two syllables."""
    if len(words) != 2:  # noqa: PLR2004  # a count of words
        return None
    first, last = words
    first_family, last_family = east.family_class(first), east.family_class(last)
    if east.is_compound_family(first) and (east.is_syllable(last) or east.is_two_syllables(last)):
        return _family_first("a compound Chinese family name stands first")
    japanese = east.is_japanese_family(first) or east.japanese_given_likelihood(last) > 1
    if first_family and not last_family and not japanese and east.is_syllable(first):
        if east.is_two_syllables(last) and not east.is_western_given(first):
            return _family_first("an East Asian family name stands first")
    elif last_family and not first_family and east.is_two_syllables(first):
        return _given_first("an East Asian family name stands last")
    return None


def _is_japanese(word: str) -> bool:
    return east.looks_japanese(word) or east.is_japanese_family(word)


def _by_japanese(words: list[str]) -> OrderJudgement | None:
    if len(words) != 2 or not all(_is_japanese(word) for word in words):  # noqa: PLR2004  # a count of words
        return None
    first, last = words
    forward = 3 * east.is_japanese_family(first) + 2 * east.japanese_given_likelihood(last)
    backward = 3 * east.is_japanese_family(last) + 2 * east.japanese_given_likelihood(first)
    if forward > backward:
        return _family_first("a Japanese family name before a Japanese given name")
    if backward > forward:
        return _given_first("a Japanese given name before a Japanese family name")
    return None


def _by_patronymic(words: list[str]) -> OrderJudgement | None:
    """Russian names in full, whose patronymic follows the given name."""
    if len(words) != 3:  # noqa: PLR2004  # a count of words
        return None
    if _PATRONYMIC.fullmatch(words[1]):
        return _given_first("a patronymic in the middle")
    return _family_first("a patronymic stands last") if _PATRONYMIC.fullmatch(words[2]) else None


def _by_hungarian(words: list[str]) -> OrderJudgement | None:
    given, families = words_of("hungarian_given"), words_of("hungarian_families")
    first = words[0]
    if words[-1] in given and first not in given and (first in families or _ACCENT.search(first)):
        return _family_first("a Hungarian given name stands last")
    return None


def order_of_words(words: list[str]) -> OrderJudgement:
    """The order of a personal name without a comma, given as its words without suffix."""
    words = [word for word in words if not _NICKNAME.fullmatch(word)]
    if len(words) < 2:  # noqa: PLR2004  # one word has no order
        return _UNKNOWN
    if any(is_particle(word) for word in words[1:-1]) and not is_initial(words[-1]):
        return _given_first("a particle within")
    for judge in _JUDGES:
        judgement = judge(words)
        if judgement is not None:
            return judgement
    return _UNKNOWN


_JUDGES = (
    _by_initials, _by_capitals, _by_patronymic, _by_hungarian, _by_japanese, _by_syllables,
)  # fmt: skip


def judge_order(text: str) -> OrderJudgement:
    """The order of one name as printed, with what shows it.

    Example:
        >>> judge_order("Han Chong-il").order, judge_order("Alan Price").order
        (<NameOrder.FAMILY_FIRST: 'family-first'>, <NameOrder.UNKNOWN: 'unknown'>)
    """
    text = " ".join(text[:400].split()).strip(" ,;")
    if not text or is_organisation(text):
        return OrderJudgement(NameOrder.LITERAL, "a body, or nothing" if text else "")
    family, comma, rest = text.partition(",")
    if comma and family.strip() and not is_suffix(rest.strip()):
        return OrderJudgement(NameOrder.INVERTED, "a comma after the family name")
    if is_cjk(text):
        return _family_first("Han, kana or Hangul")
    return order_of_words((family if comma else text).split())


def name_order(text: str) -> NameOrder:
    """The order of one name as printed; :func:`judge_order` tells what shows it."""
    return judge_order(text).order
