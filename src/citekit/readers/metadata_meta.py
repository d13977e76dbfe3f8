"""What the meta elements of a page declare: Highwire, Dublin Core, Open Graph and their like."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.html_elements import Element
from citekit.readers.html_page import HtmlPage

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class _Place:
    kind: Declares
    rank: int


@cache
def metadata_table() -> Mapping[str, Mapping[str, list[str]]]:
    """The tables of ``data/html_metadata.toml``."""
    source = files("citekit.readers").joinpath("data/html_metadata.toml").read_text("utf-8")
    return tomllib.loads(source)


@cache
def _places() -> Mapping[str, _Place]:
    return {
        name: _Place(Declares(kind), rank)
        for kind, names in metadata_table()["names"].items()
        for rank, name in enumerate(names)
    }


def find_meta(page: HtmlPage) -> Iterator[Declared]:
    """What the ``meta`` elements and the canonical link of ``page`` declare, in file order."""
    for element in page.facts:
        if element.name == "meta":
            yield from _declared(element, page.text)
        elif element.name == "link" and "canonical" in element.get("rel").lower().split():
            yield Declared(Declares.URL, element.get("href").strip(), _span(element), 0)
    yield from _labelled(page)


def _labelled(page: HtmlPage) -> Iterator[Declared]:
    """The author behind a label of a card ("twitter:label1", "twitter:data1"), as blogs put it."""
    cards = {
        name.removeprefix("twitter:"): element
        for element in page.facts
        if element.name == "meta"
        for name in ((element.get("name") or element.get("property")).lower(),)
        if name.startswith(("twitter:label", "twitter:data"))
    }
    for name, element in cards.items():
        label = _content(element).casefold().strip(" :")
        value = cards.get(name.replace("label", "data"))
        if name.startswith("label") and value and label in metadata_table()["words"]["labels"]:
            rank = _places()["twitter:data1:author"].rank
            found = _content(value)
            yield Declared(Declares.AUTHOR, found, value_span(page.text, value, found), rank)


def _content(element: Element) -> str:
    return " ".join((element.get("content") or element.get("value")).split())[:_LONGEST]


def _declared(element: Element, text: str) -> Iterator[Declared]:
    value = _content(element)
    if not value or len(value) >= _LONGEST:
        return
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        for name in element.get(attribute).lower().split()[:3]:
            place = _places().get(name)
            if place is not None:
                yield Declared(place.kind, value, value_span(text, element, value), place.rank)
            kind = metadata_table()["types"].get(name)
            if kind is not None:
                rank = list(metadata_table()["types"]).index(name)
                yield Declared(Declares.TYPE, str(kind), _span(element), rank)
            if place is not None or kind is not None:
                return


def value_span(text: str, element: Element, value: str) -> Span:
    """Where ``value`` stands in the tag of ``element``; the tag where it is written otherwise."""
    start = text.find(value, element.start, element.content)
    return Span(start, start + len(value)) if start >= 0 else _span(element)


def _span(element: Element) -> Span:
    return Span(element.start, element.content)
