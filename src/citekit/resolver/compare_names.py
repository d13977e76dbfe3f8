"""How the authors of two references agree."""

from collections.abc import Sequence
from functools import lru_cache

from citekit.fields.name_comparison import same_person
from citekit.model.reference import Literal, Name
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile
from citekit.resolver.wording import folded_words

# From here on two names are taken for one person's.
SAME_PERSON = 0.7
# Log-odds where all authors agree, by whether there are so many that chance is out of question.
_AGREE = 4.0
_MANY_AGREE = 5.0
_MANY = 3
# Longer lists are compared by their head.
_COMPARED = 20
_HALF = 0.5
_INITIAL = 1
# "JM" stands for two names.
_INITIALS = 2


def compare_authors(a: Profile, b: Profile) -> Finding:
    """What the authors say. The editors stand in where only they are given on one side.

    No author in common is a contradiction between persons; an organisation beside a person
    only counts against one work, since either may have been left out.
    """
    first, second = a.authors, b.authors
    if bool(first) != bool(second) and not (a.containers and b.containers):
        first, second = first or a.editors, second or b.editors
    if not first or not second:
        return NOTHING
    shared = shared_share(first, second)
    complete = not (a.truncated or b.truncated) and len(first) == len(second)
    if shared == 1.0 and complete:
        weight = _MANY_AGREE if len(first) >= _MANY else _AGREE
        return Finding(Verdict.EQUAL, weight, "authors agree")
    if shared == 1.0:
        return Finding(Verdict.PARTIAL, 3.0, "the authors of one are among those of the other")
    if shared >= _HALF:
        return Finding(Verdict.PARTIAL, 3.0 * shared, "most authors agree")
    if shared == 0.0 and _is_run_together(first, second):
        return Finding(Verdict.PARTIAL, 2.0, "the names of one are among the words of the other's")
    names = f"‘{shown(first[0])}’ and ‘{shown(second[0])}’"
    if shared > 0.0:
        return Finding(Verdict.DIFFERENT, -2.0, f"most authors differ: {names}")
    if _has_literal(first) != _has_literal(second):
        return Finding(Verdict.DIFFERENT, -4.0, f"an organisation against a person: {names}")
    return Finding(Verdict.CONTRADICTORY, sentence=f"authors differ: {names}")


def shared_share(first: Sequence[Name], second: Sequence[Name]) -> float:
    """The share of the shorter list, 0 to 1, that has its person in the longer one."""
    shorter, longer = sorted((first[:_COMPARED], second[:_COMPARED]), key=len)
    left = list(longer)
    hits = 0
    for name in shorter:
        match = next((other for other in left if is_same(name, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits / len(shorter) if shorter else 0.0


def is_same(a: Name, b: Name) -> bool:
    """Whether two names are taken for the name of one person or organisation.

    A literal name is the same as a person's if it holds all words of it, and so is a person's
    that has another's in full ("Rafael Camps Paré" and "Rafael Camps").
    """
    if a == b:
        return True
    if isinstance(a, Literal) == isinstance(b, Literal) and same_person(a, b) >= SAME_PERSON:
        return True
    words = sorted((name_words(a), name_words(b)), key=len)
    if isinstance(a, Literal) or isinstance(b, Literal):
        return len(words[0]) > 1 and words[0] <= words[1]
    return len(words[0]) > 1 and words[0] < words[1] and min(map(len, words[0])) > _INITIAL


@lru_cache(maxsize=16384)
def name_words(name: Name) -> frozenset[str]:
    """The folded words of a name."""
    return frozenset(folded_words(shown(name)))


def shown(name: Name) -> str:
    """The name as one reads it, given name first."""
    if isinstance(name, Literal):
        return name.text
    parts = (
        name.given,
        name.dropping_particle,
        name.non_dropping_particle,
        name.family,
        name.suffix,
    )
    return " ".join(part for part in parts if part)


def _is_run_together(first: Sequence[Name], second: Sequence[Name]) -> bool:
    """Whether one side is a list read as one name that holds the words of the other's names."""
    fewer, more = sorted((first, second), key=len)
    words = _long_words(more)
    return len(fewer) < len(more) <= len(words) and words <= _long_words(fewer)


def _long_words(names: Sequence[Name]) -> frozenset[str]:
    """The words of the names that are no initials."""
    words = frozenset().union(*map(name_words, names))
    return frozenset(word for word in words if len(word) > _INITIALS)


def _has_literal(names: Sequence[Name]) -> bool:
    return any(isinstance(name, Literal) for name in names)
