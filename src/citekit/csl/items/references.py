"""References of the library as items."""

from citekit.csl.item import Item, Name
from citekit.csl.items.records import complete_texts
from citekit.model.reference import Literal, PersonalName, Reference
from citekit.model.reference import Name as ReferenceName
from citekit.model.variables import ItemType, TextVariable
from citekit.text.sentence_case import sentence_case

_TITLES = frozenset(
    {
        "title",
        "title-short",
        "part-title",
        "volume-title",
        "collection-title",
        "original-title",
        "reviewed-title",
        "event-title",
        "event",
    }
)
# What is part of a book or of proceedings, whose title is lowered too.
_PARTS = frozenset(
    {
        ItemType.CHAPTER,
        ItemType.PAPER_CONFERENCE,
        ItemType.ENTRY,
        ItemType.ENTRY_DICTIONARY,
        ItemType.ENTRY_ENCYCLOPEDIA,
    }
)


def _item_name(name: ReferenceName) -> Name:
    match name:
        case Literal(text):
            return Name(literal=text)
        case PersonalName(family, given, dropping, non_dropping, suffix):
            return Name(family, given, dropping, non_dropping, suffix)


def _lower_titles(texts: dict[str, str], reference: Reference) -> None:
    """Titles in sentence case, which is what a style expects to be given of English works."""
    if reference.text(TextVariable.LANGUAGE).split("-")[0].lower() not in {"", "en"}:
        return
    lowered = _TITLES | ({"container-title"} if reference.type in _PARTS else set())
    for name in lowered & texts.keys():
        texts[name] = sentence_case(texts[name])


def item_from_reference(reference: Reference) -> Item:
    """The reference as a style sees it, every variable under its name in CSL.

    The fields that are no variable of CSL (``extra``) stand under their own names. English titles
    whose case is settled (``Reference.case_settled``) come in sentence case, but for journals.
    """
    texts = {name: text for name, text in reference.extra.items() if text.strip()}
    texts.update({variable.value: text for variable, text in reference.texts.items() if text})
    texts.update({variable.value: text for variable, text in reference.numbers.items() if text})
    complete_texts(texts)
    if reference.case_settled:
        _lower_titles(texts, reference)
    names = {
        variable.value: tuple(map(_item_name, listed))
        for variable, listed in reference.names.items()
        if listed
    }
    dates = {variable.value: date for variable, date in reference.dates.items()}
    return Item(str(reference.key), reference.type.value, texts, names, dates)
