"""Imprints of one word, of which nobody knows whether they name the place or the publisher."""

from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.fields.organisations import is_organisation
from citekit.model.variables import ItemType, TextVariable
from citekit.text.data import load_words
from citekit.text.folding import fold

_BOOKS = frozenset({ItemType.BOOK, ItemType.CHAPTER, ItemType.THESIS, ItemType.REPORT})


def is_ambiguous_imprint(paper: Paper, mention: Mention) -> bool:
    """Whether the publisher is one word that may as well be a place, with nothing beside it."""
    name = mention.reference.text(TextVariable.PUBLISHER)
    if not name.isalpha() or not name.istitle() or mention.reference.type not in _BOOKS:
        return False
    if mention.reference.text(TextVariable.PUBLISHER_PLACE):
        return False
    if fold(name) in load_words("citekit.checker.rules.notes", "notes", "one_word_publishers"):
        return False
    return not is_organisation(name) and not any(
        one.reference.text(TextVariable.PUBLISHER) == name
        and one.reference.text(TextVariable.PUBLISHER_PLACE)
        for one in paper.mentions
    )


def is_place_alone(paper: Paper, mention: Mention) -> bool:
    """Whether a book has a place without a publisher, where most others of the paper have both."""
    if mention.reference.type not in {ItemType.BOOK, ItemType.CHAPTER}:
        return False
    if not mention.place(TextVariable.PUBLISHER_PLACE) or mention.place(TextVariable.PUBLISHER):
        return False
    placed = [one for one in paper.mentions if one.place(TextVariable.PUBLISHER_PLACE)]
    both = [one for one in placed if one.place(TextVariable.PUBLISHER)]
    return len(both) * 3 >= len(placed) * 2
