"""References of the library as items."""

from citekit.csl.item import Item, Name
from citekit.csl.items.records import complete_texts
from citekit.model.reference import Literal, PersonalName, Reference
from citekit.model.reference import Name as ReferenceName


def _item_name(name: ReferenceName) -> Name:
    match name:
        case Literal(text):
            return Name(literal=text)
        case PersonalName(family, given, dropping, non_dropping, suffix):
            return Name(family, given, dropping, non_dropping, suffix)


def item_from_reference(reference: Reference) -> Item:
    """The reference as a style sees it, every variable under its name in CSL.

    The fields that are no variable of CSL (``extra``) stand under their own names.
    """
    texts = {name: text for name, text in reference.extra.items() if text.strip()}
    texts.update({variable.value: text for variable, text in reference.texts.items() if text})
    texts.update({variable.value: text for variable, text in reference.numbers.items() if text})
    complete_texts(texts)
    names = {
        variable.value: tuple(map(_item_name, listed))
        for variable, listed in reference.names.items()
        if listed
    }
    dates = {variable.value: date for variable, date in reference.dates.items()}
    return Item(str(reference.key), reference.type.value, texts, names, dates)
