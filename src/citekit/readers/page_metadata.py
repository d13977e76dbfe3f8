"""A reference for a page itself, from all that the page declares."""

import re
from collections.abc import Iterable, Mapping, Sequence

from citekit.fields.identifiers import normalise_doi
from citekit.model.reference import Date, DateRange, Name, Reference
from citekit.model.spans import Origin
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.readers.declared import Declared, Declares
from citekit.readers.page_dates import is_day_shifted, parse_page_date
from citekit.readers.page_names import people_of

_SEPARATOR = re.compile(r"\s+[|·•»«›:✩–—-]+\s+|\s*[：｜]\s*|\s*::\s*|(?<=\S):\s+")
_HOST = re.compile(r"https?://(?:www\d?\.)?([^/:?#]+)", re.IGNORECASE)
_SHORTEST_HOST = 3
# The rank of a page's first heading; titles before it were declared by Highwire or Dublin Core.
_HEADING = 40
# From this rank on, headings stand outside the article: they only confirm other titles.
_OUTSIDE = 90
# The share of words that a heading has in common with the declared title.
_ALIKE = 0.6
# From this rank on, values were seen in the page, where other articles have authors too.
_VISIBLE = 60
# The most characters of markup between two authors of one byline.
_BYLINE_GAP = 600
_TEXTS = {
    Declares.CONTAINER: TextVariable.CONTAINER_TITLE,
    Declares.CONTAINER_SHORT: TextVariable.CONTAINER_TITLE_SHORT,
    Declares.PUBLISHER: TextVariable.PUBLISHER,
    Declares.ISSN: TextVariable.ISSN,
    Declares.ISBN: TextVariable.ISBN,
    Declares.PMID: TextVariable.PMID,
    Declares.LANGUAGE: TextVariable.LANGUAGE,
}
_NUMBERS = {
    Declares.VOLUME: NumberVariable.VOLUME,
    Declares.ISSUE: NumberVariable.ISSUE,
    Declares.PAGE: NumberVariable.PAGE,
}


class _Collection:
    """The variables found so far, with their origins."""

    def __init__(self, path: str, declared: Iterable[Declared]) -> None:
        self.path = path
        self.by_kind: dict[Declares, list[Declared]] = {}
        for item in declared:
            self.by_kind.setdefault(item.kind, []).append(item)
        for items in self.by_kind.values():
            items.sort(key=lambda item: item.rank)
        self.origins: dict[Variable, tuple[Origin, ...]] = {}

    def of(self, kind: Declares) -> Sequence[Declared]:
        return self.by_kind.get(kind, ())

    def first(self, kind: Declares) -> Declared | None:
        items = self.of(kind)
        return items[0] if items else None

    def found(self, variable: Variable, items: Iterable[Declared]) -> None:
        places = tuple(
            Origin(self.path, item.span.start, item.span.end) for item in items if len(item.span)
        )
        if places:
            self.origins[variable] = places


def build_metadata(path: str, declared: Iterable[Declared]) -> Reference:
    """The reference that ``declared`` amounts to, with the origin of each variable.

    The most believed source of a variable counts; for authors all of that source. Addresses and
    stand-ins ("Staff") are no authors, and what is no date is no date. A title loses the name of
    the site.
    """
    found = _Collection(path, declared)
    texts = _plain_texts(found)
    title = _title(found, texts.get(TextVariable.CONTAINER_TITLE, ""))
    if title:
        texts[TextVariable.TITLE] = title
    names = _names(found, texts)
    dates = _dates(found)
    if not (title or names or dates):
        return Reference()
    return Reference(
        type=_type(found),
        texts=texts,
        numbers=_numbers(found),
        dates=dates,
        names=names,
        origins=found.origins,
    )


def _type(found: _Collection) -> ItemType:
    first = found.first(Declares.TYPE)
    return ItemType(first.value) if first else ItemType.WEBPAGE


def _plain_texts(found: _Collection) -> dict[TextVariable, str]:
    texts: dict[TextVariable, str] = {}
    for kind, variable in _TEXTS.items():
        for item in found.of(kind):
            if not item.value.lower().startswith("http"):
                texts[variable] = item.value
                found.found(variable, [item])
                break
    for item in found.of(Declares.DOI):
        doi = normalise_doi(item.value)
        if doi:
            texts[TextVariable.DOI] = doi
            found.found(TextVariable.DOI, [item])
            break
    for item in found.of(Declares.URL):
        if item.value.startswith(("http://", "https://")):
            texts[TextVariable.URL] = item.value
            found.found(TextVariable.URL, [item])
            break
    publisher = texts.get(TextVariable.PUBLISHER)
    if publisher and TextVariable.CONTAINER_TITLE not in texts:
        texts[TextVariable.CONTAINER_TITLE] = texts.pop(TextVariable.PUBLISHER)
        found.origins[TextVariable.CONTAINER_TITLE] = found.origins.pop(TextVariable.PUBLISHER, ())
    elif publisher and publisher == texts.get(TextVariable.CONTAINER_TITLE):
        del texts[TextVariable.PUBLISHER]
        found.origins.pop(TextVariable.PUBLISHER, None)
    return texts


def _numbers(found: _Collection) -> Mapping[NumberVariable, str]:
    numbers: dict[NumberVariable, str] = {}
    for kind, variable in _NUMBERS.items():
        first = found.first(kind)
        if first:
            numbers[variable] = first.value.replace("–", "-")
            found.found(variable, [first])
    start, end = found.first(Declares.FIRST_PAGE), found.first(Declares.LAST_PAGE)
    if start and NumberVariable.PAGE not in numbers:
        ends = [end] if end and end.value != start.value else []
        numbers[NumberVariable.PAGE] = "-".join([start.value, *(item.value for item in ends)])
        found.found(NumberVariable.PAGE, [start, *ends])
    return numbers


def _title(found: _Collection, site: str) -> str:
    titles = [item for item in found.of(Declares.TITLE) if _same(item.value, site) < 1]
    candidates = [item for item in titles if item.rank < _OUTSIDE]
    shown = found.of(Declares.SHOWN_TITLE)
    heading = [item for item in candidates if item.rank >= _HEADING]
    printed = {item.value.casefold() for item in titles if item.rank >= _HEADING}
    confirmed = [item for item in shown if item.value.casefold() in printed]
    if candidates and candidates[0].rank < _HEADING:
        chosen = candidates[0]
    elif heading and _is_title_of(heading, shown):
        chosen = heading[0]
    elif shown:
        chosen = (*confirmed, *shown)[0]
    elif candidates:
        chosen = candidates[0]
    else:
        return ""
    found.found(TextVariable.TITLE, [chosen])
    others = [item.value for item in (*shown, *titles)]
    return _without_site(chosen.value, site, others, _hosts(found))


def _is_title_of(heading: Sequence[Declared], shown: Sequence[Declared]) -> bool:
    """Whether the first heading is the page's title: the only one, or like a declared title."""
    if not shown or sum(item.rank == heading[0].rank for item in heading) == 1:
        return True
    return any(_same(heading[0].value, item.value) >= _ALIKE for item in shown)


def _same(one: str, other: str) -> float:
    """The share of the words of the shorter text that the other one has too."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) / max(1, min(len(words), len(others)))


def _hosts(found: _Collection) -> frozenset[str]:
    """The names that sites would have after the addresses of the page: "thebrick" and the like."""
    hosts = (_HOST.match(item.value) for item in found.of(Declares.URL))
    return frozenset(
        name.replace("-", "")
        for host in hosts
        if host
        for name in (
            host[1].lower(),
            host[1].lower().replace(".", ""),
            host[1].split(".")[0].lower(),
        )
        if len(name) >= _SHORTEST_HOST
    )


def _is_site(text: str, site: str, hosts: frozenset[str]) -> bool:
    folded = text.casefold()
    plain = re.sub(r"[\W_]+", "", folded)
    return bool(site and folded == site.casefold()) or plain in hosts or f"the{plain}" in hosts


def _without_site(title: str, site: str, others: Sequence[str], hosts: frozenset[str]) -> str:
    """``title`` without the name of the site at its end or, after it, at its beginning."""
    cuts = list(_SEPARATOR.finditer(title))
    for cut in cuts:
        head, tail = title[: cut.start()].strip(), title[cut.end() :].strip()
        if head in others and head != site:
            return head
        if head and _is_site(tail, site, hosts):
            return head
        if tail and _is_site(head, site, hosts):
            return tail
    return title


def _names(
    found: _Collection, texts: Mapping[TextVariable, str]
) -> Mapping[NameVariable, tuple[Name, ...]]:
    names: dict[NameVariable, tuple[Name, ...]] = {}
    wanted = {Declares.AUTHOR: NameVariable.AUTHOR, Declares.EDITOR: NameVariable.EDITOR}
    no_names = {
        texts.get(key, "").casefold()
        for key in (TextVariable.CONTAINER_TITLE, TextVariable.PUBLISHER)
    }
    for kind, variable in wanted.items():
        ranks = sorted({item.rank for item in found.of(kind)})
        for rank in ranks:
            items = [item for item in found.of(kind) if item.rank == rank]
            if rank >= _VISIBLE:
                items = list(_cluster(items))
            values = people_of([item.value for item in items], no_names, shown=rank >= _VISIBLE)
            if values:
                names[variable] = values
                found.found(variable, items)
                break
    return names


def _cluster(items: Sequence[Declared]) -> Sequence[Declared]:
    """The innermost of ``items`` that stand together with the first: one byline of several."""
    ordered = sorted(items, key=lambda item: item.span)
    inner = [
        item
        for item, following in zip(ordered, [*ordered[1:], None], strict=True)
        if following is None or following.span.start >= item.span.end
    ]
    kept = inner[:1]
    for item in inner[1:]:
        if item.span.start - kept[-1].span.end > _BYLINE_GAP:
            break
        kept.append(item)
    return kept


def _dates(found: _Collection) -> Mapping[DateVariable, Date]:
    for item in found.of(Declares.ISSUED):
        date = parse_page_date(item.value)
        if date is not None:
            place = _shown_day(found, item, date)
            date = parse_page_date(place.value) or date
            found.found(DateVariable.ISSUED, [place])
            return {DateVariable.ISSUED: date}
    return {}


def _shown_day(found: _Collection, item: Declared, date: DateRange) -> Declared:
    """What the article shows where ``item`` gives the same hour in Greenwich, a day apart."""
    for shown in found.of(Declares.ISSUED):
        if _VISIBLE <= shown.rank < _OUTSIDE:
            day = parse_page_date(shown.value)
            if day is not None:
                return shown if is_day_shifted(item.value, date, day) else item
    return item
