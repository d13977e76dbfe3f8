"""How the types of two references agree."""

from citekit.model.variables import ItemType
from citekit.resolver.compare_dates import compare_dates
from citekit.resolver.finding import NOTHING, Finding, Verdict
from citekit.resolver.profile import Profile

_REVIEWS = frozenset((ItemType.REVIEW, ItemType.REVIEW_BOOK))
_WHOLES = frozenset((ItemType.BOOK, ItemType.COLLECTION, ItemType.THESIS))
_VERSIONS = {ItemType.PAPER_CONFERENCE, ItemType.ARTICLE_JOURNAL}
_PARTS = frozenset((ItemType.CHAPTER, ItemType.ENTRY, ItemType.ENTRY_ENCYCLOPEDIA))


def compare_types(a: Profile, b: Profile) -> Finding:
    """What the types say: a review is not what it reviews, a chapter hardly its book.

    A paper given at a conference is often worked out to an article of the next year.
    """
    if _is_review(a) != _is_review(b):
        return Finding(Verdict.CONTRADICTORY, sentence="one is a review")
    types = {a.type, b.type}
    if types & _WHOLES and types & _PARTS:
        return Finding(Verdict.DIFFERENT, -2.0, "a whole book against a part of one")
    if types == _VERSIONS and compare_dates(a, b).verdict is Verdict.DIFFERENT:
        sentence = "a conference paper against an article of another year"
        return Finding(Verdict.DIFFERENT, -2.0, sentence)
    return NOTHING


def _is_review(profile: Profile) -> bool:
    return profile.type in _REVIEWS or profile.reviews
