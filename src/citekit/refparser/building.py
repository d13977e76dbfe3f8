"""A reference built from labelled text."""

from collections.abc import Sequence

from citekit.model.citation import Label
from citekit.model.reference import DateRange, Reference
from citekit.model.spans import TracedText
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.refparser.draft import Draft, Stretch
from citekit.refparser.item_types import infer_type, names_database, names_parties, names_series
from citekit.refparser.normalisers.registry import NORMALISERS
from citekit.text.language import guess_language


def build_reference(
    text: TracedText,
    labels: Sequence[Label],
    *,
    path: str = "",
    item_type: ItemType | None = None,
) -> Reference:
    """The reference that ``labels`` make of ``text``, which stands in the file at ``path``.

    Every variable keeps the places it was read from. The type is inferred unless given; so is
    which of two like variables a text is, a publisher or the database an article was read in.
    """
    draft = Draft(path)
    for label in sorted(labels, key=lambda label: label.start):
        normalise = NORMALISERS.get(label.variable)
        if normalise is not None:
            normalise(draft, Stretch(label, text.slice(label.start, label.end), text))
    if item_type is None:
        _settle_titles(draft)
        _settle_database(draft)
    _note_language(draft)
    return draft.finish(item_type or infer_type(draft, text.text))


def _settle_titles(draft: Draft) -> None:
    """Give titles the variables that fit the work: a series is no periodical, and so on."""
    texts = draft.texts
    container = texts.get(TextVariable.CONTAINER_TITLE, "")
    in_paper = _in_volume(draft) or _is_dated_to_day(draft)
    if container and TextVariable.TITLE not in texts and not in_paper:
        draft.move_text(TextVariable.CONTAINER_TITLE, TextVariable.TITLE)
    elif names_series(container) and TextVariable.PUBLISHER in texts and not _in_volume(draft):
        draft.move_text(TextVariable.CONTAINER_TITLE, TextVariable.COLLECTION_TITLE)


def _settle_database(draft: Draft) -> None:
    """Let the name of a database beside a periodical be its ``source``, and nothing else."""
    in_issue = NumberVariable.ISSUE in draft.numbers or NumberVariable.VOLUME in draft.numbers
    in_book = NameVariable.EDITOR in draft.names
    in_periodical = TextVariable.CONTAINER_TITLE in draft.texts and not in_book
    if not in_periodical or not (in_issue or _is_dated_finely(draft)):
        return
    for variable in (TextVariable.PUBLISHER, TextVariable.ARCHIVE):
        if names_database(draft.texts.get(variable, "")):
            draft.move_text(variable, TextVariable.SOURCE)


def _is_dated_finely(draft: Draft) -> bool:
    issued = draft.dates.get(DateVariable.ISSUED)
    return isinstance(issued, DateRange) and bool(issued.start.season or issued.start.month)


def _is_dated_to_day(draft: Draft) -> bool:
    issued = draft.dates.get(DateVariable.ISSUED)
    return isinstance(issued, DateRange) and bool(issued.start.day)


def _in_volume(draft: Draft) -> bool:
    return NumberVariable.VOLUME in draft.numbers or NumberVariable.ISSUE in draft.numbers


def _note_language(draft: Draft) -> None:
    """Set the language where the title shows it; no place in the file is claimed for it."""
    title = draft.texts.get(TextVariable.TITLE, "")
    language = guess_language(title)
    if language and not names_parties(title):
        draft.texts.setdefault(TextVariable.LANGUAGE, language)
