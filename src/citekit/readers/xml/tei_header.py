"""What the header of a TEI document declares: title, authors, journal, date and identifiers."""

import re
from collections.abc import Iterator

from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.xml.elements import XmlElement
from citekit.readers.xml.slices import plain_text

# The file's own description is believed before that of its source.
_FILE, _SOURCE = 1, 2
_ARTICLE = (Declares.TYPE, "article-journal")
_SCOPES = {
    "volume": Declares.VOLUME,
    "vol": Declares.VOLUME,
    "issue": Declares.ISSUE,
    "iss": Declares.ISSUE,
    "page": Declares.PAGE,
    "pages": Declares.PAGE,
    "pp": Declares.PAGE,
}
_IDENTIFIERS = {"doi": Declares.DOI, "issn": Declares.ISSN, "isbn": Declares.ISBN}
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_NUMBER = re.compile(r"[\w./–-]{1,12}")
_GIVEN = frozenset({"forename", "surname", "roleName", "genName", "nameLink"})


def declared_in(text: str, root: XmlElement) -> tuple[Declared, ...]:
    """The values in the header of the first document in ``root``."""
    header = next((one for one in root.walk() if one.name == "teiHeader"), None)
    description = header.find("fileDesc") if header is not None else None
    if description is None:
        return ()
    found: list[Declared] = []
    for part in description:
        if part.name == "titleStmt":
            found += (*_title(text, part, _FILE), *_people(text, part, _FILE))
        elif part.name in {"publicationStmt", "seriesStmt"}:
            found += _imprint(text, part, _FILE)
        elif part.name == "sourceDesc":
            found += (one for source in part for one in _source(text, source))
    if any(one.kind is Declares.CONTAINER for one in found):
        found.append(Declared(*_ARTICLE, Span(0, 0), _FILE))
    language = root.get("xml:lang")
    if language:
        found.append(Declared(Declares.LANGUAGE, language, root.place_of("xml:lang"), _FILE))
    return tuple(found)


def _source(text: str, source: XmlElement) -> Iterator[Declared]:
    """What the description of the source says, in the parts of a ``biblStruct``."""
    if source.name not in {"biblStruct", "biblFull", "bibl"}:
        return
    analytic, monograph = source.find("analytic"), source.find("monogr")
    work = analytic or monograph or source
    yield from _title(text, work, _SOURCE)
    yield from _people(text, work, _SOURCE)
    for part in (analytic, monograph, source):
        if part is not None:
            yield from _imprint(text, part, _SOURCE)
    imprint = monograph.find("imprint") if monograph is not None else None
    if imprint is not None:
        yield from _imprint(text, imprint, _SOURCE)


def _title(text: str, part: XmlElement, rank: int) -> Iterator[Declared]:
    titles = [one for one in part.find_all("title") if one.get("level") not in {"j", "s"}]
    main = next((one for one in titles if one.get("type") in {"main", ""}), None)
    if main is None or not plain_text(text, main):
        return
    subtitle = next((plain_text(text, one) for one in titles if one.get("type") == "sub"), "")
    whole = ": ".join(filter(None, (plain_text(text, main), subtitle)))
    yield Declared(Declares.TITLE, whole, Span(main.start, main.end), rank)


def _people(text: str, part: XmlElement, rank: int) -> Iterator[Declared]:
    for author in part.find_all("author"):
        name = author.find("persName") or author.find("name") or author.find("orgName") or author
        family = plain_text(text, name.find("surname"))
        given = " ".join(plain_text(text, one) for one in name.find_all("forename"))
        link = plain_text(text, name.find("nameLink"))
        value = ", ".join(filter(None, (f"{link} {family}".strip(), given)))
        if not family:
            value = plain_text(text, name)
        if value:
            yield Declared(Declares.AUTHOR, value, Span(name.start, name.end), rank)


def _imprint(text: str, part: XmlElement, rank: int) -> Iterator[Declared]:
    for one in part:
        value, span = plain_text(text, one), Span(one.start, one.end)
        match one.name:
            case "title" if one.get("level") == "j" and value:
                yield Declared(Declares.CONTAINER, value, span, rank)
            case "publisher" if value:
                yield Declared(Declares.PUBLISHER, value, span, rank)
            case "date" if one.get("when") or value:
                date = _DAY_FIRST.sub(_reversed, one.get("when") or value)
                yield Declared(Declares.ISSUED, date, span, rank)
            case "idno" if one.get("type").lower() in _IDENTIFIERS and value:
                yield Declared(_IDENTIFIERS[one.get("type").lower()], value, span, rank)
            case "biblScope" if one.get("unit", "type") in _SCOPES:
                number = one.get("n") or _range(one) or value
                if _NUMBER.fullmatch(number):
                    yield Declared(_SCOPES[one.get("unit", "type")], number, span, rank)


def _range(scope: XmlElement) -> str:
    return "-".join(filter(None, (scope.get("from"), scope.get("to"))))


def _reversed(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"
