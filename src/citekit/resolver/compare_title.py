"""How the titles of two references agree."""

import re

from citekit.resolver.compare_container import compare_containers
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.misplaced_fields import worth_of_surplus
from citekit.resolver.profile import Profile
from citekit.resolver.wording import Wording, word_list
from citekit.resolver.wording_relation import Relation, is_column_of, relate, swaps_word

_ACRONYM = re.compile(r"\([A-Z][A-Z&.-]{1,9}s?\)\W*$")
# Log-odds that speak for one work, by how much the title says.
_TELLING = 6.0
_SHORT = 3.5
_GENERIC = 1.0
# Of a series, most likely, so that more than author, journal and year has to agree.
_SWAPPED = -2.0
# Fewer words that tell, or fewer bytes in UTF-8, make a short title.
_SHORT_WORDS = 3
_SHORT_BYTES = 16
_LOSS = {Relation.CLOSE: 1.0, Relation.SHORTENED: 1.0, Relation.PHRASE: 4.5, Relation.ALIKE: 5.0}
_OPEN = frozenset((Relation.PHRASE, Relation.ALIKE, Relation.DIFFERENT))
_VERDICTS = {
    Relation.EQUAL: Verdict.EQUAL,
    Relation.CLOSE: Verdict.CLOSE,
    Relation.SHORTENED: Verdict.PARTIAL,
    Relation.PHRASE: Verdict.PHRASE,
    Relation.ALIKE: Verdict.ALIKE,
    Relation.DIFFERENT: Verdict.CONTRADICTORY,
}
_WORDS = {
    Relation.EQUAL: "titles equal",
    Relation.CLOSE: "titles equal but for the spelling",
    Relation.SHORTENED: "one title lacks the rest of the other",
    Relation.PHRASE: "one title is a phrase of the other",
    Relation.ALIKE: "titles alike",
}


def compare_titles(a: Profile, b: Profile) -> Finding:
    """What the titles say; two titles that are not alike contradict each other.

    A title that many works bear ("Introduction") says little even where it is equal.
    """
    if a.untitled or b.untitled:
        return NOTHING
    relation = relate(a.title, b.title)
    if relation is Relation.SHORTENED and (_names_body(a) or _names_body(b)):
        relation = Relation.ALIKE
    surplus = worth_of_surplus(a, b) if relation in _OPEN else 0.0
    if surplus:
        weight = min(_worth(a), _worth(b)) + surplus
        return Finding(Verdict.PARTIAL, weight, "one title holds what the other has elsewhere")
    remarked = a.title.remarks != b.title.remarks
    if relation is Relation.DIFFERENT and remarked and _same_review(a, b):
        relation = Relation.SHORTENED
    if relation is Relation.DIFFERENT:
        sentence = f"titles differ: ‘{a.heading}’ and ‘{b.heading}’"
        return Finding(Verdict.CONTRADICTORY, sentence=sentence)
    if relation is Relation.ALIKE and swaps_word(a.title, b.title):
        return Finding(Verdict.ALIKE, _SWAPPED, "titles alike but for one word")
    weight = min(_worth(a), _worth(b)) - _LOSS.get(relation, 0.0)
    return Finding(_VERDICTS[relation], max(weight, 0.5), _WORDS[relation])


def is_generic(title: Wording) -> bool:
    """Whether many works bear the title."""
    generic = word_list("generic")
    common = word_list("generic_words")
    return title.phrase in generic or all(word in common for word in title.content)


def _same_review(a: Profile, b: Profile) -> bool:
    """Whether a journal's review of a book goes with and without the name of its column."""
    return is_column_of(a.title, b.title) and compare_containers(a, b).agrees


def _names_body(item: Profile) -> bool:
    """Whether the title is the name of a body with its acronym, misread as a title."""
    return _ACRONYM.search(item.heading) is not None


def _worth(item: Profile) -> float:
    title = item.title
    if item.recurring or is_generic(title):
        return _GENERIC
    if _names_body(item) or len(title.joined.encode("utf-8", "replace")) < _SHORT_BYTES:
        return _SHORT
    spaced = title.joined.isascii()
    return _SHORT if spaced and len(title.content) < _SHORT_WORDS else _TELLING
