"""Outlets of the press, known by the words in their names."""

import re
from functools import cache

from citekit.finder.cues import cue_words, folded
from citekit.finder.name_shapes import names_institution
from citekit.model.variables import ItemType

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_JOURNAL = re.compile(r"^journal (?:of|for)\b")
_FEWEST_WORDS = 2
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 6


@cache
def outlet_type(name: str) -> ItemType | None:
    """What a piece in the outlet called ``name`` is, ``None`` where the name shows no outlet.

    An article before the name does not matter. Generic words count in names of two words or
    more: "Evening Post" is a newspaper, "Post" alone shows nothing.
    """
    bare = outlet_key(name)
    if bare in cue_words("outlets", "known"):
        return ItemType.ARTICLE_NEWSPAPER
    if bare in cue_words("outlets", "known_magazines"):
        return ItemType.ARTICLE_MAGAZINE
    if _JOURNAL.match(bare):
        return ItemType.ARTICLE_JOURNAL
    words = bare.replace("-", " ").split()
    if len(words) < _FEWEST_WORDS or names_institution(bare):
        return None
    ends = {words[0], words[-1]}
    for table, kind in (
        ("blog_words", ItemType.POST_WEBLOG),
        ("magazine_words", ItemType.ARTICLE_MAGAZINE),
        ("newspaper_words", ItemType.ARTICLE_NEWSPAPER),
    ):
        if ends & cue_words("outlets", table):
            return kind
    return None


def outlet_key(name: str) -> str:
    """``name`` folded and without its article, for comparing."""
    return _ARTICLE.sub("", folded(name)).strip(" .,")


def may_be_outlet(name: str) -> bool:
    """Whether a name that nothing shows to be an outlet may be one, grammar permitting."""
    return outlet_key(name) not in cue_words("outlets", "bodies") and not names_institution(name)


def is_acronym(name: str) -> bool:
    """Whether ``name`` is a word in capitals that is no state or body."""
    return (
        name.isalpha()
        and name.isupper()
        and _SHORTEST_ACRONYM <= len(name) <= _LONGEST_ACRONYM
        and may_be_outlet(name)
    )
