"""How likely two names are those of one person."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from citekit.model.reference import Literal, Name, PersonalName
from citekit.text.folding import fold

_TYPO = 0.85
_TYPOS = 0.75
_SWAPPED = 0.95
_NO_GIVEN = 0.8
_INITIALS = 0.92
_PART_OF_FAMILY = 0.8
_SHORTEST_WITH_TYPO = 4
_SHORTEST_WITH_TYPOS = 6


def within_one_edit(one: str, other: str) -> bool:
    """Whether one letter changed, added, left out or swapped with its neighbour parts the two."""
    if abs(len(one) - len(other)) > 1:
        return False
    if one == other:
        return True
    start = 0
    shortest = min(len(one), len(other))
    while start < shortest and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )


@lru_cache(maxsize=16384)
def _joined(text: str) -> str:
    return fold(text).replace(" ", "")


def _compare_families(one: str, other: str) -> float:
    if _joined(one) == _joined(other):
        return 1.0
    first, second = _joined(one), _joined(other)
    if min(len(first), len(second)) >= _SHORTEST_WITH_TYPO and within_one_edit(first, second):
        return _TYPO
    words, others = set(fold(one).split()), set(fold(other).split())
    shared = words & others
    if shared and (shared in (words, others)) and max(len(word) for word in shared) > 2:  # noqa: PLR2004  # a count of words
        return _PART_OF_FAMILY
    return 0.0


def _compare_given_words(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return _INITIALS if one[0] == other[0] else 0.0
    if min(len(one), len(other)) >= _SHORTEST_WITH_TYPO and within_one_edit(one, other):
        return _TYPO
    if min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one)):  # noqa: PLR2004  # a count of words
        return _TYPO
    if min(len(one), len(other)) >= _SHORTEST_WITH_TYPOS and one[0] == other[0]:
        return _TYPOS if OSA.distance(one, other, score_cutoff=2) <= 2 else 0.0  # noqa: PLR2004  # two slips
    return 0.0


def _given_words(given: str) -> list[str]:
    """The folded words of given names, with "JA" taken as two initials."""
    words: list[str] = []
    for printed in given.replace(".", " ").replace("-", " ").split():
        folded = fold(printed)
        if printed.isupper() and len(printed) <= 3:  # noqa: PLR2004  # initials without full stops
            words.extend(folded.replace(" ", ""))
        else:
            words.extend(folded.split())
    return words


def _compare_given(one: str, other: str) -> float:
    if not one.strip() or not other.strip():
        return 1.0 if one.strip() == other.strip() else _NO_GIVEN
    if _joined(one) == _joined(other):
        return 1.0
    words, others = _given_words(one), _given_words(other)
    if not words or not others:
        return _NO_GIVEN
    scores = [_compare_given_words(a, b) for a, b in zip(words, others, strict=False)]
    worst = min(scores)
    return worst if len(words) == len(others) else min(worst, _INITIALS)


def _swapped(one: PersonalName, other: PersonalName) -> float:
    straight = _joined(one.family) == _joined(other.given)
    across = _joined(one.given) == _joined(other.family)
    if not (straight and across and one.given and other.given):
        return 0.0
    return _SWAPPED


def _family(name: PersonalName) -> str:
    return " ".join(
        part for part in (name.dropping_particle, name.non_dropping_particle, name.family) if part
    )


def _compare_persons(one: PersonalName, other: PersonalName) -> float:
    families = max(
        _compare_families(_family(one), _family(other)),
        _compare_families(one.family, other.family),
    )
    direct = families * _compare_given(one.given, other.given) if families else 0.0
    if one.suffix and other.suffix and _joined(one.suffix) != _joined(other.suffix):
        direct /= 2
    return max(direct, _swapped(one, other))


@lru_cache(maxsize=8192)
def same_person(one: Name, other: Name) -> float:
    """How likely the two names mean one person (or one body), from 0 to 1.

    Initials match full given names, a missing given name matches any, swapped orders nearly
    count as equal, one wrong letter still counts much, another family name nothing. Case,
    accents and particles do not matter. A body is compared with a person by all its words.
    """
    if isinstance(one, PersonalName) and isinstance(other, PersonalName):
        return _compare_persons(one, other)
    first, second = _whole(one), _whole(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if sorted(first.split()) == sorted(second.split()):
        return _SWAPPED
    long_enough = min(len(first), len(second)) > 2 * _SHORTEST_WITH_TYPO
    return _TYPO if long_enough and within_one_edit(first, second) else 0.0


def _whole(name: Name) -> str:
    if isinstance(name, Literal):
        folded = fold(name.text)
        return "" if folded == "others" else folded.removeprefix("the ")
    return fold(f"{name.given} {_family(name)}")
