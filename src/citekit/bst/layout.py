"""A reference laid out as BibTeX's plain style does it, for every type of CSL."""

from collections.abc import Iterator, Sequence

from citekit.bst.addresses import addresses_of
from citekit.bst.contributors import PARTS, helpers, leader
from citekit.bst.numbering import (
    article_number,
    edition_of,
    issue_of,
    labelled,
    pages_of,
    series_of,
)
from citekit.bst.people import names_in_full
from citekit.bst.rich import Rich, clean, joined, sentence, tagged, text_of
from citekit.bst.values import date_of, emphasised, number_of, rich_text
from citekit.model.reference import Reference
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable


def _publication(reference: Reference) -> Sequence[Rich | str]:
    return (
        rich_text(reference, TextVariable.PUBLISHER),
        rich_text(reference, TextVariable.PUBLISHER_PLACE),
        edition_of(reference),
        date_of(reference, DateVariable.ISSUED, DateVariable.SUBMITTED),
    )


def _event(reference: Reference) -> Rich:
    place = rich_text(reference, TextVariable.EVENT_PLACE)
    when = date_of(reference, DateVariable.EVENT_DATE)
    return joined((rich_text(reference, TextVariable.EVENT_TITLE), place, when))


def _of_part(reference: Reference) -> Iterator[Rich]:
    """Where a part of a book stands, after "In": editors, book, series, chapter, pages."""
    editors = reference.name_list(NameVariable.EDITOR)
    word = "editors" if len(editors) > 1 else "editor"
    book = reference.text(TextVariable.CONTAINER_TITLE)
    chapter = number_of(reference, NumberVariable.CHAPTER_NUMBER)
    where = joined(
        (
            names_in_full(editors),
            word if editors else "",
            emphasised(reference, TextVariable.CONTAINER_TITLE) if book else "",
            series_of(reference, number_of(reference, NumberVariable.VOLUME)),
            labelled("chapter", chapter) if chapter else "",
            pages_of(reference),
        )
    )
    yield sentence(text_of("In ", where)) if book or editors else sentence(where)
    yield sentence(_event(reference))
    yield sentence(*_publication(reference))


def _of_serial(reference: Reference) -> Iterator[Rich]:
    """Where a piece stands in what appears again and again: journal, volume, pages, date."""
    yield sentence(
        rich_text(reference, TextVariable.GENRE),
        rich_text(reference, TextVariable.MEDIUM),
        emphasised(reference, TextVariable.CONTAINER_TITLE),
        series_of(reference, ""),
        issue_of(reference),
        article_number(reference),
        *_publication(reference),
    )


def _of_work(reference: Reference) -> Iterator[Rich]:
    """What stands by itself: kind and number, series, publisher, place, date."""
    number = article_number(reference)
    genre = rich_text(reference, TextVariable.GENRE)
    if str(genre) and number[:6] == "number":
        genre, number = text_of(genre, " ", number.removeprefix("number ")), ""
    issue = number_of(reference, NumberVariable.ISSUE)
    version = number_of(reference, NumberVariable.VERSION)
    yield sentence(
        genre,
        number,
        rich_text(reference, TextVariable.MEDIUM),
        labelled("version", version) if version else "",
        series_of(reference, number_of(reference, NumberVariable.VOLUME)),
        labelled("no.", issue) if issue else "",
    )
    yield sentence(
        rich_text(reference, TextVariable.AUTHORITY),
        _event(reference),
        *_publication(reference),
        pages_of(reference),
    )


def _title(reference: Reference, *, within: bool) -> Rich:
    if not reference.title:
        return text_of()
    title = rich_text(reference, TextVariable.TITLE)
    return title if within else tagged("em", title)


def _archive(reference: Reference) -> Rich:
    variables = (
        TextVariable.ARCHIVE,
        TextVariable.ARCHIVE_COLLECTION,
        TextVariable.ARCHIVE_LOCATION,
        TextVariable.ARCHIVE_PLACE,
        TextVariable.CALL_NUMBER,
    )
    return joined(rich_text(reference, variable) for variable in variables)


def lay_out(reference: Reference) -> tuple[Rich, ...]:
    """The sentences of the entry: who, what, where, notes, addresses; empty ones left out.

    A reference with nothing in it gives its key in brackets.

    Source: plain.bst (Patashnik), with web addresses as in pybtex's plain style; titles keep
    their case.
    """
    has_container = bool(reference.text(TextVariable.CONTAINER_TITLE))
    is_part = reference.type in PARTS
    if is_part:
        where = _of_part(reference)
    else:
        where = _of_serial(reference) if has_container else _of_work(reference)
    parts = (
        sentence(leader(reference)),
        sentence(_title(reference, within=is_part or has_container)),
        *(sentence(helper) for helper in helpers(reference)),
        *where,
        sentence(_archive(reference)),
        sentence(rich_text(reference, TextVariable.NOTE)),
        sentence(rich_text(reference, TextVariable.STATUS)),
        sentence(rich_text(reference, TextVariable.SOURCE)),
        addresses_of(reference),
    )
    shown = tuple(part for part in parts if str(part))
    return shown or (text_of(f"[{clean(reference.key) or 'empty entry'}]"),)
