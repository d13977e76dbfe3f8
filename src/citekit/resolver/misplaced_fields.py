"""Titles that hold more than the title, or stand in the column of something else."""

from dataclasses import replace

from citekit.model.variables import ItemType
from citekit.resolver.compare_names import name_words
from citekit.resolver.profile import Profile
from citekit.resolver.wording import Wording, word_list
from citekit.resolver.wording_relation import Relation, is_same_head, relate

_SAME = frozenset((Relation.EQUAL, Relation.CLOSE))
_WORDS = 3
_LONG_WORDS = 4
_AUTHORS = 3.0
_CONTAINER = 1.5
_WHOLES = frozenset((ItemType.BOOK, ItemType.COLLECTION, ItemType.THESIS))


def worth_of_surplus(a: Profile, b: Profile) -> float:
    """What it is worth if one title is the other with authors in front, or a container behind.

    Only a record that lacks the field itself can have it in the title; then that is as good as
    the field. Nothing (0) if it is not so.
    """
    shorter, longer = (a, b) if len(a.title.words) <= len(b.title.words) else (b, a)
    size = len(shorter.title.words)
    words = longer.title.words
    if len(shorter.title.content) < _WORDS or size == len(words):
        return 0.0
    if not longer.authors and shorter.authors and is_same_head(shorter.title.words, words[-size:]):
        known = word_list("articles").union(*map(name_words, shorter.authors))
        letters = {word[0] for word in known}
        named = all(word in known or word in letters for word in words[:-size])
        return _AUTHORS if named else 0.0
    if (
        not longer.containers
        and shorter.containers
        and is_same_head(shorter.title.words, words[:size])
    ):
        placed = any(words[size:] == container.words for container in shorter.containers)
        return _CONTAINER if placed else 0.0
    return 0.0


def with_fields_in_place(profile: Profile, other: Profile) -> Profile:
    """``profile`` with title and container changed, if both are found so in ``other``.

    Where there is no title at all, a long name of a container that is the title of ``other`` will
    be one, unless ``other`` is a book, of which parts may be cited.
    """
    if not profile.containers:
        return profile
    container = profile.containers[0]
    if profile.untitled:
        if len(container.content) < _LONG_WORDS or other.type in _WHOLES:
            return profile
        misplaced = bool(profile.authors and other.authors) and _is_same(container, other.title)
        return replace(profile, title=container, containers=()) if misplaced else profile
    if not other.containers or not _is_same(container, other.title):
        return profile
    if not _is_same(profile.title, other.containers[0]):
        return profile
    return replace(profile, title=container, containers=(profile.title,))


def _is_same(a: Wording, b: Wording) -> bool:
    return bool(a.words and b.words) and a.joined[0] == b.joined[0] and relate(a, b) in _SAME
