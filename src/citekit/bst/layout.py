"""A reference laid out as BibTeX's plain style does it, for every type of CSL."""

import re
from collections.abc import Iterator, Sequence

from citekit.bst.date_words import date_in_words
from citekit.bst.people import names_in_full
from citekit.bst.rich import Rich, clean, from_csl, joined, linked, sentence, tagged, text_of
from citekit.model.reference import Name, Reference
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)

_PARTS = {
    ItemType.CHAPTER,
    ItemType.PAPER_CONFERENCE,
    ItemType.ENTRY,
    ItemType.ENTRY_DICTIONARY,
    ItemType.ENTRY_ENCYCLOPEDIA,
}
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
_HYPHEN = re.compile(r"(?<=[^\W_])\s?-{1,3}\s?(?=[^\W_])")
_SEVERAL = re.compile(r"[-–,;&]")
_NUMBER_ONLY = re.compile(r"\d{1,9}")
_EDITION_WORD = re.compile(r"\b(?:ed|edn|edition|auflage|édition)\b", re.IGNORECASE)
_LINKABLE = ("http://", "https://", "ftp://")
_ARXIV = re.compile(r"arXiv:\s?(\S{1,60})(?: \[\S{1,40}\])?", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def leading_names(reference: Reference) -> tuple[Name, ...]:
    """The names that the entry begins with and is sorted by."""
    variables = [NameVariable.AUTHOR]
    if reference.type not in _PARTS:
        variables += [variable for variable, _, _ in _LEADERS]
    return next(filter(None, map(reference.name_list, variables)), ())


def _leader(reference: Reference) -> Rich:
    names = leading_names(reference)
    if names and names is not reference.name_list(NameVariable.AUTHOR):
        for variable, one, several in _LEADERS:
            if reference.name_list(variable) is names:
                return joined((names_in_full(names), several if len(names) > 1 else one))
    return text_of(names_in_full(names))


def _helpers(reference: Reference) -> Iterator[str]:
    """Who else had a hand in the work; the editors of its book are named with that."""
    led_by = leading_names(reference)
    for variable, words in _HELPERS:
        names = reference.name_list(variable)
        in_book = variable is NameVariable.EDITOR and reference.type in _PARTS
        if names and names is not led_by and not in_book:
            yield f"{words} {names_in_full(names)}"


def _text(reference: Reference, variable: TextVariable) -> Rich:
    return from_csl(reference.text(variable))


def _number(reference: Reference, variable: NumberVariable) -> str:
    return clean(reference.number(variable))


def _emphasised(reference: Reference, variable: TextVariable) -> Rich:
    return tagged("em", _text(reference, variable))


def _date(reference: Reference) -> str:
    date = reference.dates.get(DateVariable.ISSUED)
    if date is None:
        date = reference.dates.get(DateVariable.SUBMITTED)
    return clean(date_in_words(date)) if date is not None else ""


def _labelled(word: str, number: str) -> str:
    """``volume 3``; a number that brings its own word stays as it is."""
    return f"{word} {number}" if number[:1].isdigit() or len(number) <= len("xviii") else number


def _pages(reference: Reference, *, bare: bool = False) -> str:
    pages = _HYPHEN.sub("–", _number(reference, NumberVariable.PAGE))
    if not pages or bare or not (pages[0].isdigit() or _SEVERAL.search(pages)):
        return pages
    return f"{'pages' if _SEVERAL.search(pages) else 'page'} {pages}"


def _edition(reference: Reference) -> str:
    edition = _number(reference, NumberVariable.EDITION)
    if _NUMBER_ONLY.fullmatch(edition):
        number = int(edition)
        teen = number % 100 in {11, 12, 13}
        edition += "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return edition if not edition or _EDITION_WORD.search(edition) else f"{edition} edition"


def _series(reference: Reference, volume: str) -> Rich:
    """``volume 3 of Lecture Notes``, ``number 7 in Lecture Notes``, or only one of the two."""
    series = _text(reference, TextVariable.COLLECTION_TITLE)
    number = _number(reference, NumberVariable.COLLECTION_NUMBER)
    if not str(series):
        return text_of(joined((_labelled("volume", volume) if volume else "", number)))
    if volume and not number:
        return text_of(_labelled("volume", volume), " of ", tagged("em", series))
    in_series = text_of(_labelled("number", number), " in ", series) if number else series
    return joined((_labelled("volume", volume) if volume else "", in_series))


def _issue(reference: Reference) -> Rich:
    """``49(3):469–480`` with as much of it as is known."""
    volume = _number(reference, NumberVariable.VOLUME)
    issue = _number(reference, NumberVariable.ISSUE)
    if not volume:
        return joined((_labelled("no.", issue) if issue else "", _pages(reference)))
    pages = _pages(reference, bare=True)
    return text_of(volume, f"({issue})" if issue else "", f":{pages}" if pages else "")


def _publication(reference: Reference) -> Sequence[Rich | str]:
    return (
        _text(reference, TextVariable.PUBLISHER),
        _text(reference, TextVariable.PUBLISHER_PLACE),
        _edition(reference),
        _date(reference),
    )


def _event(reference: Reference) -> Rich:
    place = _text(reference, TextVariable.EVENT_PLACE)
    date = reference.dates.get(DateVariable.EVENT_DATE)
    when = clean(date_in_words(date)) if date is not None else ""
    return joined((_text(reference, TextVariable.EVENT_TITLE), place, when))


def _of_part(reference: Reference) -> Iterator[Rich]:
    """Where a part of a book stands, after "In": editors, book, series, chapter, pages."""
    editors = reference.name_list(NameVariable.EDITOR)
    word = "editors" if len(editors) > 1 else "editor"
    book = reference.text(TextVariable.CONTAINER_TITLE)
    chapter = _number(reference, NumberVariable.CHAPTER_NUMBER)
    where = joined(
        (
            names_in_full(editors),
            word if editors else "",
            _emphasised(reference, TextVariable.CONTAINER_TITLE) if book else "",
            _series(reference, _number(reference, NumberVariable.VOLUME)),
            _labelled("chapter", chapter) if chapter else "",
            _pages(reference),
        )
    )
    yield sentence(text_of("In ", where)) if book or editors else sentence(where)
    yield sentence(_event(reference))
    yield sentence(*_publication(reference))


def _of_serial(reference: Reference) -> Iterator[Rich]:
    """Where a piece stands in what appears again and again: journal, volume, pages, date."""
    yield sentence(
        _text(reference, TextVariable.GENRE),
        _text(reference, TextVariable.MEDIUM),
        _emphasised(reference, TextVariable.CONTAINER_TITLE),
        _series(reference, ""),
        _issue(reference),
        _article_number(reference),
        *_publication(reference),
    )


def _article_number(reference: Reference) -> str:
    number = _number(reference, NumberVariable.NUMBER)
    return "" if not number or _ARXIV.fullmatch(number) else _labelled("number", number)


def _of_work(reference: Reference) -> Iterator[Rich]:
    """What stands by itself: kind and number, series, publisher, place, date."""
    number = _article_number(reference)
    genre = _text(reference, TextVariable.GENRE)
    if str(genre) and number[:6] == "number":
        genre, number = text_of(genre, " ", number.removeprefix("number ")), ""
    issue = _number(reference, NumberVariable.ISSUE)
    version = _number(reference, NumberVariable.VERSION)
    yield sentence(
        genre,
        number,
        _text(reference, TextVariable.MEDIUM),
        _labelled("version", version) if version else "",
        _series(reference, _number(reference, NumberVariable.VOLUME)),
        _labelled("no.", issue) if issue else "",
    )
    yield sentence(
        _text(reference, TextVariable.AUTHORITY),
        _event(reference),
        *_publication(reference),
        _pages(reference),
    )


def _title(reference: Reference, *, within: bool) -> Rich:
    if not reference.title:
        return text_of()
    title = _text(reference, TextVariable.TITLE)
    return title if within else tagged("em", title)


def _web(reference: Reference) -> Iterator[Rich]:
    """Identifiers and addresses; an address that only repeats the DOI is left out."""
    doi = _RESOLVER.sub("", clean(reference.text(TextVariable.DOI)), count=1)
    url = clean(reference.text(TextVariable.URL))
    accessed = reference.dates.get(DateVariable.ACCESSED)
    visited = f"visited on {clean(date_in_words(accessed))}" if accessed is not None else ""
    repeats = bool(doi) and _RESOLVER.sub("", url, count=1).lower() == doi.lower()
    arxiv = _ARXIV.fullmatch(_number(reference, NumberVariable.NUMBER))
    if arxiv:
        yield linked(f"https://arxiv.org/abs/{arxiv[1]}", f"arXiv:{arxiv[1]}")
    if doi:
        yield linked(f"https://doi.org/{doi}", f"doi:{doi}")
    if url and not repeats:
        address = linked(url, url) if url.lower().startswith(_LINKABLE) else text_of(url)
        yield text_of("URL: ", address, f" ({visited})" if visited else "")
    elif visited:
        yield text_of(visited)


def _archive(reference: Reference) -> Rich:
    variables = (
        TextVariable.ARCHIVE,
        TextVariable.ARCHIVE_COLLECTION,
        TextVariable.ARCHIVE_LOCATION,
        TextVariable.ARCHIVE_PLACE,
        TextVariable.CALL_NUMBER,
    )
    return joined(_text(reference, variable) for variable in variables)


def lay_out(reference: Reference) -> tuple[Rich, ...]:
    """The sentences of the entry: who, what, where, notes, addresses; empty ones left out.

    A reference with nothing in it gives its key in brackets.

    Source: plain.bst (Patashnik), with web addresses as in pybtex's plain style; titles keep
    their case.
    """
    has_container = bool(reference.text(TextVariable.CONTAINER_TITLE))
    is_part = reference.type in _PARTS
    if is_part:
        where = _of_part(reference)
    else:
        where = _of_serial(reference) if has_container else _of_work(reference)
    parts = (
        sentence(_leader(reference)),
        sentence(_title(reference, within=is_part or has_container)),
        *(sentence(helper) for helper in _helpers(reference)),
        *where,
        sentence(_archive(reference)),
        sentence(_text(reference, TextVariable.NOTE)),
        sentence(_text(reference, TextVariable.STATUS)),
        sentence(_text(reference, TextVariable.SOURCE)),
        _closed(tuple(_web(reference))),
    )
    shown = tuple(part for part in parts if str(part))
    return shown or (text_of(f"[{clean(reference.key) or 'empty entry'}]"),)


def _closed(addresses: Sequence[Rich]) -> Rich:
    """Addresses with a full stop, but none right after an address, where it would be copied."""
    text = joined(addresses)
    return text_of(text, ".") if str(text).endswith(")") else text
