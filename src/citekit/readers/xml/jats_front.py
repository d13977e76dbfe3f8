"""What the front matter of a JATS article declares: title, authors, journal, date and place."""

from collections.abc import Iterator

from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.xml.elements import XmlElement
from citekit.readers.xml.slices import plain_text

_RANK = 1
_JOURNAL = (
    (Declares.CONTAINER, ("journal-title-group", "journal-title")),
    (Declares.CONTAINER, ("journal-title",)),
    (Declares.CONTAINER_SHORT, ("journal-title-group", "abbrev-journal-title")),
    (Declares.ISSN, ("issn",)),
    (Declares.PUBLISHER, ("publisher", "publisher-name")),
)
_ARTICLE = (
    (Declares.VOLUME, "volume"),
    (Declares.ISSUE, "issue"),
    (Declares.FIRST_PAGE, "fpage"),
    (Declares.LAST_PAGE, "lpage"),
    (Declares.PAGE, "elocation-id"),
)
_IDENTIFIERS = {"doi": Declares.DOI, "pmid": Declares.PMID}
_ROLES = {"author": Declares.AUTHOR, "": Declares.AUTHOR, "editor": Declares.EDITOR}
# Of several dates the first of these is the date of the article.
_DATES = ("epub", "pub", "epub-ppub", "ppub", "collection", "epreprint", "")
_GROUPS = ("name", "string-name", "name-alternatives", "collab", "collab-alternatives")


def declared_in(text: str, root: XmlElement) -> tuple[Declared, ...]:
    """The values in the front matter of the first article in ``root``."""
    article = root if root.name == "article" else root.find("article") or root
    front = article.find("front") or article
    meta = front.find("article-meta")
    found = [Declared(Declares.TYPE, "article-journal", Span(0, 0), _RANK)]
    for kind, path in _JOURNAL:
        element = front.find("journal-meta", *path)
        found += _value(text, kind, element)
    language = article.get("xml:lang")
    if language:
        found.append(Declared(Declares.LANGUAGE, language, article.place_of("xml:lang"), _RANK))
    return (*found, *_article(text, meta)) if meta is not None else tuple(found)


def _article(text: str, meta: XmlElement) -> Iterator[Declared]:
    yield from _title(text, meta)
    for identifier in meta.find_all("article-id"):
        kind = _IDENTIFIERS.get(identifier.get("pub-id-type"))
        if kind is not None:
            yield from _value(text, kind, identifier)
    for kind, name in _ARTICLE:
        if kind is not Declares.PAGE or meta.find("fpage") is None:
            yield from _value(text, kind, meta.find(name))
    for group in meta.find_all("contrib-group"):
        for person in group.find_all("contrib"):
            role = _ROLES.get(person.get("contrib-type") or group.get("content-type"))
            if role is not None:
                yield from _person(text, role, person)
    dates = {_kind_of_date(date): date for date in reversed(list(meta.find_all("pub-date")))}
    chosen = next((dates[kind] for kind in _DATES if kind in dates), None)
    if chosen is not None:
        yield from _date(text, chosen)


def _title(text: str, meta: XmlElement) -> Iterator[Declared]:
    title = meta.find("title-group", "article-title")
    subtitle = plain_text(text, meta.find("title-group", "subtitle"))
    for main in _value(text, Declares.TITLE, title):
        whole = f"{main.value}: {subtitle}" if subtitle else main.value
        yield Declared(Declares.TITLE, whole, main.span, _RANK)


def _kind_of_date(date: XmlElement) -> str:
    return date.get("pub-type") or date.get("date-type")


def _person(text: str, role: Declares, person: XmlElement) -> Iterator[Declared]:
    for group in _GROUPS:
        element = person.find(group)
        if element is None:
            continue
        if group.endswith("alternatives"):
            element = next(iter(element), element)
        family = plain_text(text, element.find("surname"))
        given = plain_text(text, element.find("given-names"))
        suffix = plain_text(text, element.find("suffix"))
        parts = [part for part in (family, suffix, given) if part] if family else [given]
        name = ", ".join(filter(None, parts)) or plain_text(text, element)
        if name:
            yield Declared(role, name, Span(element.start, element.end), _RANK)
        return


def _date(text: str, date: XmlElement) -> Iterator[Declared]:
    parts = [plain_text(text, date.find(name)) for name in ("year", "month", "day")]
    known = [part.zfill(2) for part in parts if part.isdigit()]
    span = Span(date.start, date.end)
    if parts[0].isdigit():
        whole = known if parts[1].isdigit() else known[:1]
        yield Declared(Declares.ISSUED, "-".join(whole), span, _RANK)
    elif date.get("iso-8601-date"):
        yield Declared(Declares.ISSUED, date.get("iso-8601-date"), span, _RANK)


def _value(text: str, kind: Declares, element: XmlElement | None) -> list[Declared]:
    value = plain_text(text, element)
    if element is None or not value:
        return []
    return [Declared(kind, value, Span(element.start, element.end), _RANK)]
