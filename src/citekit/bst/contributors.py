"""Who made a work: who leads the entry, and who else is named with what they did."""

from collections.abc import Iterator

from citekit.bst.people import names_in_full
from citekit.bst.rich import Rich, joined, text_of
from citekit.model.reference import Name, Reference
from citekit.model.variables import ItemType, NameVariable

PARTS = frozenset(
    {
        ItemType.CHAPTER,
        ItemType.PAPER_CONFERENCE,
        ItemType.ENTRY,
        ItemType.ENTRY_DICTIONARY,
        ItemType.ENTRY_ENCYCLOPEDIA,
    }
)
"""What is part of a book, whose editors are not its own."""

# Who leads where there is no author, with the word for one and for several.
_LEADERS: tuple[tuple[NameVariable, str, str], ...] = (
    (NameVariable.EDITOR, "editor", "editors"),
    (NameVariable.EDITOR_TRANSLATOR, "editor and translator", "editors and translators"),
    (NameVariable.DIRECTOR, "director", "directors"),
    (NameVariable.COMPOSER, "composer", "composers"),
    (NameVariable.PERFORMER, "performer", "performers"),
    (NameVariable.COMPILER, "compiler", "compilers"),
    (NameVariable.SERIES_CREATOR, "creator", "creators"),
    (NameVariable.HOST, "host", "hosts"),
    (NameVariable.PRODUCER, "producer", "producers"),
)
_HELPERS: tuple[tuple[NameVariable, str], ...] = (
    (NameVariable.EDITOR, "edited by"),
    (NameVariable.EDITOR_TRANSLATOR, "edited and translated by"),
    (NameVariable.TRANSLATOR, "translated by"),
    (NameVariable.INTERVIEWER, "interviewed by"),
    (NameVariable.RECIPIENT, "to"),
    (NameVariable.DIRECTOR, "directed by"),
    (NameVariable.COMPOSER, "composed by"),
    (NameVariable.PERFORMER, "performed by"),
    (NameVariable.NARRATOR, "narrated by"),
    (NameVariable.ILLUSTRATOR, "illustrated by"),
    (NameVariable.COMPILER, "compiled by"),
    (NameVariable.HOST, "hosted by"),
    (NameVariable.REVIEWED_AUTHOR, "on a work by"),
)


def leading_names(reference: Reference) -> tuple[Name, ...]:
    """The names that the entry begins with and is sorted by."""
    variables = [NameVariable.AUTHOR]
    if reference.type not in PARTS:
        variables += [variable for variable, _, _ in _LEADERS]
    return next(filter(None, map(reference.name_list, variables)), ())


def leader(reference: Reference) -> Rich:
    """The names that the entry begins with, and what they are if they are no authors."""
    names = leading_names(reference)
    if names and names is not reference.name_list(NameVariable.AUTHOR):
        for variable, one, several in _LEADERS:
            if reference.name_list(variable) is names:
                return joined((names_in_full(names), several if len(names) > 1 else one))
    return text_of(names_in_full(names))


def helpers(reference: Reference) -> Iterator[str]:
    """Who else had a hand in the work; the editors of its book are named with that."""
    led_by = leading_names(reference)
    for variable, words in _HELPERS:
        names = reference.name_list(variable)
        in_book = variable is NameVariable.EDITOR and reference.type in PARTS
        if names and names is not led_by and not in_book:
            yield f"{words} {names_in_full(names)}"
