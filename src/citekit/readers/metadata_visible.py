"""What a page shows of its title, authors and date, where no meta element says it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

from citekit.model.document import BlockKind, Zone
from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.html_elements import Element, ancestors_of
from citekit.readers.html_page import HtmlBlock, HtmlPage
from citekit.readers.html_zones import words_of
from citekit.readers.metadata_meta import metadata_table
from citekit.readers.page_dates import DATE_SHAPE

_TAGS = re.compile(
    r"<(?:script|style|svg)\b.*?</(?:script|style|svg)\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE
)
_LONGEST = 3000
_LONGEST_BYLINE, _LONGEST_DATELINE = 200, 120
_SHORTEST_NAME = 3
_LOWEST_TITLE = 3
# Where other pages are announced, with their authors; such values stand behind bylines.
_ASIDES = frozenset({"aside", "footer", "nav"})
_ASIDE = 60
# The most characters of the hour after a date, whose zone tells which of its numbers is the month.
_HOUR = 20
_BYLINE = re.compile(
    r"(?:(?:(?:posted|written|reported|published)\s{1,3})?"
    r"(?:by|von|par|por|di|author|autor|autore|auteur)(?:\s{0,3}[:：]\s{0,3}|\s{1,3})"
    r"|(?:作者|著者|文|記者)\s{0,3}[:：／/]\s{0,3})(\S.{1,150})",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"updated?|modified|revised|edited|mis à jour|modifié|aktualisiert|geändert|actualizad"
    r"|atualizad|modificad|aggiornat|bijgewerkt|uppdaterad|opdateret|oppdatert|更新",
    re.IGNORECASE,
)
# How far dates of changes stand behind all others.
_CHANGE = 200
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d|[a-z]{3})[/-]?([0-3]\d)(?=[/-]|\D|$)")
_BYLINE_END = re.compile(
    r"\s(?:in|on|at|for|published|posted|updated|last|für|am|le|el|il|翻訳者?|訳)\s|\s?[|•·–—]\s?|\s[@#]"
    r"|,?\s(?:\d|mon|tues|wednes|thurs|fri|satur|sun)|[（(]",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:doi\s?:?\s?|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)", re.IGNORECASE)
_PROFILE = re.compile(
    r"/(?:authors?|profiles?|people|contributors?|columnists?|staff|autor(?:en)?|auteurs?|by)/[^/?#]",
    re.IGNORECASE,
)
_BELOW, _ABOVE, _HEAD_BLOCKS = 10, 6, 40


def element_text(page: HtmlPage, element: Element) -> str:
    """The text within ``element`` without tags, white space cleaned; empty if it is long."""
    end = element.content_end
    if end < 0 or end - element.content > _LONGEST:
        return ""
    return " ".join(unescape(_TAGS.sub(" ", page.text[element.content : end])).split())


def find_visible(
    page: HtmlPage, zone_of: Callable[[Element], Zone], zones: tuple[Zone, ...]
) -> Iterator[Declared]:
    """Titles, bylines and dates that stand in the article of ``page``, as the page marks them."""
    for element in page.facts:
        if element.name == "title":
            text = element_text(page, element)
            if text and not any(e.name == "svg" for e in ancestors_of(element)):
                yield Declared(Declares.SHOWN_TITLE, text, _inner(page, element), 60)
            continue
        if element.name in {"meta", "link"} or zone_of(element) is Zone.COMMENT:
            continue
        aside = any(outer.name in _ASIDES for outer in ancestors_of(element))
        in_article = zone_of(element) is Zone.ARTICLE
        for declared in _from_element(page, element, in_article=in_article):
            yield replace(declared, rank=declared.rank + _ASIDE) if aside else declared
    yield from _from_blocks(page, zones)


def _from_element(page: HtmlPage, element: Element, *, in_article: bool) -> Iterator[Declared]:
    properties = element.get("itemprop").lower().split()
    words = words_of(element)
    title = element.name == "h1" or (
        element.name in {"h2", "h3"} and words >= {"title"} and words & {"entry", "post"}
    )
    if (title or "headline" in properties) and in_article:
        yield from _text(page, element, Declares.TITLE, 40 if element.name == "h1" else 45)
    elif element.name in {"h1", "h2", "h3"}:
        yield from _text(page, element, Declares.TITLE, 90)
    if "author" in properties or "author" in element.get("rel").lower().split():
        yield from _author(page, element, 60 if in_article else 75)
    elif _has(words, "author") and not _has(words, "no-byline"):
        yield from _author(page, element, 65 if in_article else 80)
    elif element.name == "a" and _PROFILE.search(element.get("href")):
        yield from _author(page, element, 70 if in_article else 85)
    if "datepublished" in properties:
        yield from _date(page, element, 15)
    elif element.name == "time" and not _has(words, "no-date"):
        published = element.get("pubdate") or "pubdate" in element.source or "published" in words
        yield from _date(page, element, 60 if published else 65 if in_article else 80)
    elif _has(words, "date") and not _has(words, "no-date"):
        yield from _date(page, element, 70 if in_article else 85)


def _has(words: frozenset[str], key: str) -> bool:
    """Whether ``words`` hold one of the list ``key`` of words of classes."""
    return not words.isdisjoint(metadata_table()["classes"][key])


def _text(page: HtmlPage, element: Element, kind: Declares, rank: int) -> Iterator[Declared]:
    text = element_text(page, element)
    if text:
        yield Declared(kind, text, _inner(page, element), rank)


def _author(page: HtmlPage, element: Element, rank: int) -> Iterator[Declared]:
    text = element_text(page, element) or element.get("content")
    if not _SHORTEST_NAME <= len(text) <= _LONGEST_BYLINE:
        return
    if DATE_SHAPE.match(text):
        return
    match = _BYLINE.match(text)
    value = _first_names(match[1] if match else text)
    yield Declared(Declares.AUTHOR, value, _inner(page, element), rank)


def _date(page: HtmlPage, element: Element, rank: int) -> Iterator[Declared]:
    for value in (element.get("datetime"), element.get("content"), element.get("title")):
        if value[:4].isdigit():
            yield Declared(Declares.ISSUED, value, Span(element.start, element.content), rank)
            return
    text = element_text(page, element)[:_LONGEST_BYLINE]
    yield from _first_published(text, _inner(page, element), rank + 1)


def _first_published(text: str, span: Span, rank: int) -> Iterator[Declared]:
    """The first date in ``text`` that is not one of a change; that, far behind, without another."""
    dates = list(DATE_SHAPE.finditer(text))
    starts = [0, *(date.end() for date in dates)]
    changed = [
        _CHANGED.search(text, start, date.start()) is not None
        for start, date in zip(starts, dates, strict=False)
    ]
    for date in dates:
        if all(changed):
            rank += _CHANGE
        elif changed[dates.index(date)]:
            continue
        yield Declared(Declares.ISSUED, text[date.start() : date.end() + _HOUR], span, rank)
        return


def _from_blocks(page: HtmlPage, zones: tuple[Zone, ...]) -> Iterator[Declared]:
    """Bylines and dates in the blocks around the title, the nearest below it first."""
    title = _title_block(page, zones)
    below = range(title + 1, min(title + _BELOW, len(page.blocks)))
    above = range(title - 1, max(-1, title - _ABOVE), -1)
    for rank, index in enumerate((*below, *above)):
        if zones[index] is not Zone.COMMENT:
            yield from _from_block(page.blocks[index], 100 + rank)
    for block in page.blocks[:_HEAD_BLOCKS]:
        doi = _DOI.fullmatch(block.text.text.strip())
        if doi and block.text.pieces:
            yield Declared(Declares.DOI, doi[1], block.text.pieces[0], 100)
    for match in _URL_DATE.finditer(_address(page)):
        yield Declared(Declares.ISSUED, "-".join(match.groups()), Span(0, 0), 90)


def _title_block(page: HtmlPage, zones: tuple[Zone, ...]) -> int:
    """The index of the first heading of the highest level in the article, -1 without one."""
    headings = [
        (block.level, index)
        for index, (block, zone) in enumerate(zip(page.blocks, zones, strict=True))
        if block.kind is BlockKind.HEADING and zone is Zone.ARTICLE and block.level <= _LOWEST_TITLE
    ]
    return min(headings)[1] if headings else -1


def _from_block(block: HtmlBlock, rank: int) -> Iterator[Declared]:
    text = block.text.text
    if len(text) > _LONGEST_BYLINE:
        return
    span = block.text.pieces[0] if block.text.pieces else Span(0, 0)
    byline = _BYLINE.match(text)
    if byline and byline[1][0].isupper():
        yield Declared(Declares.AUTHOR, _first_names(byline[1]), span, rank)
    if len(text) <= _LONGEST_DATELINE:
        yield from _first_published(text, span, rank)


def _first_names(text: str) -> str:
    """``text`` up to what follows the names in a byline: a date, a section, a translator."""
    date = DATE_SHAPE.search(text)
    return _BYLINE_END.split(text[: date.start()] if date else text, maxsplit=1)[0].strip()


def _address(page: HtmlPage) -> str:
    for element in page.facts:
        if element.name == "link" and "canonical" in element.get("rel").lower():
            return element.get("href")
        if element.name == "meta" and "og:url" in element.source:
            return element.get("content") or element.get("value")
    return ""


def _inner(page: HtmlPage, element: Element) -> Span:
    start, end = element.content, max(element.content, element.content_end)
    inner = page.text[start:end]
    lead = len(inner) - len(inner.lstrip())
    return Span(start + lead, max(start + lead, start + len(inner.rstrip())))
