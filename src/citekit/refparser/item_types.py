"""The type of a work, from the variables that were read and the words around them."""

import re
from collections.abc import Callable
from functools import cache

from citekit.model.reference import DateRange, Literal
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.refparser.draft import Draft
from citekit.text.data import load_table

# "Smith v. Jones", as parties are named in English.
_VERSUS = re.compile(r"^[^\W\d_][^\d:]{1,60}\sv\.?\s[^\W\d_a-z]")
_INTERVIEW_TITLE = re.compile(
    r"^(?:the\s)?(?:[\w.’']+\s){0,3}interview\s(?:with|by|of)\s", re.IGNORECASE
)

# "[Review of the book …]" in the place of a title.
_BRACKETED = re.compile(r"^\[[^\[\]]{4,}")
_NUMBER_WORD = re.compile(r"^[^\W\d_]{2,5}(?=[\s-]?\d)")
_LAW_END = re.compile(
    r"(?:,?\s(?:of\s|vom\s|du\s|de\s)?(?:\(?\d{4}\)?|\d{1,4}/\d{2,4}(?:/\w{2})?))?$"
)
# What a genre says of a work that is part of no other; the first that it names.
_GENRES = (
    ItemType.REVIEW_BOOK, ItemType.SPEECH, ItemType.HEARING, ItemType.REPORT, ItemType.SOFTWARE,
    ItemType.DATASET, ItemType.STANDARD, ItemType.PERSONAL_COMMUNICATION, ItemType.MOTION_PICTURE,
    ItemType.BROADCAST, ItemType.MAP, ItemType.MANUSCRIPT, ItemType.ARTICLE, ItemType.BILL,
    ItemType.LEGISLATION, ItemType.TREATY,
)  # fmt: skip
_LAWS = (ItemType.BILL, ItemType.LEGISLATION, ItemType.TREATY)

_REACH = 60

Rule = Callable[[Draft, str], ItemType | None]


def infer_type(draft: Draft, text: str) -> ItemType:
    """The type of the work in ``draft``; ``text`` is the passage it was read from.

    The first rule that knows decides. A work without any sign is a ``document``.
    """
    for rule in _RULES:
        item_type = rule(draft, text)
        if item_type is not None:
            return item_type
    return ItemType.DOCUMENT


def names_series(text: str) -> bool:
    """Whether ``text`` is the name of a series of papers."""
    return _has("series", text)


def names_database(text: str) -> bool:
    """Whether ``text`` is the name of a database or archive of articles."""
    return _has("database", text)


def names_parties(title: str) -> bool:
    """Whether ``title`` is that of a case, by its parties ("Smith v. Jones")."""
    return _VERSUS.match(title) is not None


def _has(words: str, text: str) -> bool:
    return bool(_pattern(words).search(text.casefold()))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    listed = load_table("citekit.refparser", "item_types").get(words, ())
    alternatives = (
        sorted(map(str, listed), key=len, reverse=True) if isinstance(listed, list) else []
    )
    body = "|".join(
        # Latin words match whole; a dot or blank in the list stands for itself.
        rf"(?<!\w){re.escape(word)}(?!\w)"
        if word[-1:].isalpha() and word.isascii()
        else re.escape(word)
        for word in alternatives
    )
    return re.compile(body or r"(?!)")


def _as_case(draft: Draft, text: str) -> ItemType | None:
    """A case: party against party, with a reporter, a volume or a year."""
    del text
    title = draft.texts.get(TextVariable.TITLE, "")
    dated = DateVariable.ISSUED in draft.dates or NumberVariable.VOLUME in draft.numbers
    return ItemType.LEGAL_CASE if dated and not draft.names and names_parties(title) else None


def _as_law(draft: Draft, text: str) -> ItemType | None:
    """A law or treaty: a work that nobody wrote or published, by the end of its title."""
    del text
    title = draft.texts.get(TextVariable.TITLE, "")
    alone = not draft.names and not any(
        variable in draft.texts for variable in (TextVariable.CONTAINER_TITLE, TextVariable.URL)
    )
    if not (alone and title):
        return None
    named = _LAW_END.sub("", title[-_REACH:]).casefold()
    return next((law for law in _LAWS if _ends_with(law.value, named)), None)


def _ends_with(words: str, text: str) -> bool:
    return any(match.end() == len(text) for match in _pattern(words).finditer(text))


def _as_standard(draft: Draft, text: str) -> ItemType | None:
    """A standard, by its number ("ISO 9001")."""
    del text
    word = _NUMBER_WORD.match(draft.numbers.get(NumberVariable.NUMBER, ""))
    bare = TextVariable.CONTAINER_TITLE not in draft.texts
    return ItemType.STANDARD if bare and word and _has("standard", word[0]) else None


def _as_entry(draft: Draft, text: str) -> ItemType | None:
    """An entry of an encyclopedia or a dictionary, and a review of a book."""
    del text
    container = draft.texts.get(TextVariable.CONTAINER_TITLE, "")
    title = _BRACKETED.match(draft.texts.get(TextVariable.TITLE, ""))
    if title and _has("review-book", title[0]):
        return ItemType.REVIEW_BOOK
    in_volume = NumberVariable.ISSUE in draft.numbers
    for entry in (ItemType.ENTRY_ENCYCLOPEDIA, ItemType.ENTRY_DICTIONARY):
        if container and not in_volume and _has(entry.value, container):
            return entry
    return None


def _by_genre(draft: Draft, text: str) -> ItemType | None:
    genre = draft.texts.get(TextVariable.GENRE, "") + " " + draft.texts.get(TextVariable.MEDIUM, "")
    for item_type in (ItemType.INTERVIEW, ItemType.THESIS, ItemType.PATENT, ItemType.POST_WEBLOG):
        if _has(item_type.value, genre):
            return item_type
    bare = TextVariable.CONTAINER_TITLE not in draft.texts
    title = draft.texts.get(TextVariable.TITLE, "")
    if bare and (
        (not title and _has("interview", text))
        or (not draft.names and _INTERVIEW_TITLE.match(title) and text.startswith(title[:20]))
    ):
        return ItemType.INTERVIEW
    for item_type in _GENRES:
        if (bare or item_type is ItemType.REVIEW_BOOK) and _has(item_type.value, genre):
            return item_type
    if bare and _has("thesis", text) and TextVariable.PUBLISHER in draft.texts:
        return ItemType.THESIS
    return None


def _in_container(draft: Draft, text: str) -> ItemType | None:
    container = draft.texts.get(TextVariable.CONTAINER_TITLE, "")
    if not container:
        return None
    in_book = not _has_season(draft) and (
        NameVariable.EDITOR in draft.names
        or TextVariable.PUBLISHER in draft.texts
        or TextVariable.PUBLISHER_PLACE in draft.texts
        or NumberVariable.CHAPTER_NUMBER in draft.numbers
    )
    if _has("paper-conference", container):
        return ItemType.PAPER_CONFERENCE
    if _has("post-weblog", text):
        return ItemType.POST_WEBLOG
    if in_book and NumberVariable.ISSUE not in draft.numbers:
        return ItemType.CHAPTER
    return _in_periodical(draft, container)


def _has_season(draft: Draft) -> bool:
    """Whether the work came out in a season, as only periodicals do, and none of the daily ones."""
    issued = draft.dates.get(DateVariable.ISSUED)
    return isinstance(issued, DateRange) and bool(issued.start.season)


def _in_periodical(draft: Draft, container: str) -> ItemType:
    if NumberVariable.VOLUME in draft.numbers or NumberVariable.ISSUE in draft.numbers:
        return ItemType.ARTICLE_JOURNAL
    if _has_season(draft):
        return ItemType.ARTICLE_JOURNAL
    issued = draft.dates.get(DateVariable.ISSUED)
    online = TextVariable.URL in draft.texts
    if _has("site", container) or (online and not isinstance(issued, DateRange)):
        return ItemType.WEBPAGE
    if _has("magazine", container):
        return ItemType.ARTICLE_MAGAZINE
    by_day = isinstance(issued, DateRange) and bool(issued.start.day)
    if by_day or _has("newspaper", container):
        return ItemType.ARTICLE_NEWSPAPER
    return ItemType.ARTICLE_JOURNAL


def _on_its_own(draft: Draft, text: str) -> ItemType | None:
    if TextVariable.TITLE not in draft.texts:
        return None
    title = draft.texts[TextVariable.TITLE]
    if TextVariable.COLLECTION_TITLE in draft.texts and names_series(
        draft.texts[TextVariable.COLLECTION_TITLE]
    ):
        return ItemType.REPORT
    corporate = any(isinstance(n, Literal) for n in draft.names.get(NameVariable.AUTHOR, ()))
    if TextVariable.PUBLISHER in draft.texts or TextVariable.PUBLISHER_PLACE in draft.texts:
        by_number = not draft.numbers.get(NumberVariable.NUMBER, "arXiv:").startswith("arXiv:")
        return ItemType.REPORT if corporate or by_number or _has("report", title) else ItemType.BOOK
    if TextVariable.URL in draft.texts:
        return ItemType.WEBPAGE
    if _has("report", title) and corporate:
        return ItemType.REPORT
    if _has("speech", text):
        return ItemType.SPEECH
    return ItemType.REPORT if corporate else None


def _as_book(draft: Draft, text: str) -> ItemType | None:
    del text
    has_year = DateVariable.ISSUED in draft.dates
    known = TextVariable.TITLE in draft.texts and draft.names
    eprint = draft.numbers.get(NumberVariable.NUMBER, "").startswith("arXiv:")
    return ItemType.BOOK if known and has_year and not eprint else None


_RULES: tuple[Rule, ...] = (
    _as_case, _by_genre, _as_standard, _as_law, _as_entry, _in_container, _on_its_own, _as_book,
)  # fmt: skip
