"""Telling the article of a page from its menus and from the comments of readers."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from citekit.model.document import BlockKind, Zone
from citekit.readers.html_elements import Element, ancestors_of
from citekit.readers.html_page import HtmlBlock, HtmlPage

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAVIGATION_ELEMENTS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_NEUTRAL_ELEMENTS = frozenset({"html", "body", "main", "article"})
_LISTS = frozenset({"ul", "ol", "dl", "div", "section", "table", "header", "td", "p"})
# A container is a menu from this share of linked text on; paragraphs of articles have at most
# half of their text in links.
_MENU_DENSITY = 0.72
# An element with this share of the text of the page is the page, whatever its class says.
_BULK = 0.45
_NAMING = ("class", "id", "role", "epub:type")
_SHORTEST_MENU = 8
# An element with this share of the text and hardly any links is prose, whatever its class says.
_PART, _PROSE_DENSITY, _SHORTEST_PROSE = 0.03, 0.3, 300


def words_of(element: Element) -> frozenset[str]:
    """The words of the class, id, role and EPUB type of ``element``, in lower case."""
    if not element.source:
        return frozenset()
    attributes = element.attributes
    named = " ".join(attributes.get(name, "") for name in _NAMING)
    return frozenset(word.lower() for word in _WORD.findall(named))


@cache
def _zone_words() -> Mapping[Zone, frozenset[str]]:
    table = tomllib.loads(
        files("citekit.readers").joinpath("data/html_zones.toml").read_text("utf-8")
    )
    return {zone: frozenset(table[zone.value]) for zone in Zone}


class ZoneJudge:
    """Judges the elements of one page, each of them once."""

    def __init__(self, page: HtmlPage) -> None:
        """Measure the text of ``page`` and look for its main element."""
        self.zones: dict[int, Zone] = {}
        elements = _elements_of(page)
        roots = [element for element in elements if element.parent is None]
        self.prose = sum(root.text_length - root.link_length for root in roots)
        self.main = self.main_element(elements)
        self.around_main = frozenset(map(id, ancestors_of(self.main)))

    def main_element(self, elements: Sequence[Element]) -> Element | None:
        """The element that is marked as the article and holds most of the text."""
        for names in ({"article"}, {"main"}):
            marked = [
                element
                for element in elements
                if (element.name in names or element.get("role") in names)
                and self.share(element) > _BULK
            ]
            if marked:
                return max(marked, key=self.share)
        return None

    def share(self, element: Element) -> float:
        """The share of the page's text outside links that stands in ``element``."""
        return (element.text_length - element.link_length) / max(1, self.prose)

    def zone_of_block(self, block: HtmlBlock) -> Zone:
        """The zone of ``block``; a heading of the first level is never a menu."""
        is_title = block.kind is BlockKind.HEADING and block.level == 1
        zone = self.zone_of(block.element)
        return Zone.ARTICLE if is_title and zone is not Zone.COMMENT else zone

    def zone_of(self, element: Element | None) -> Zone:
        """The zone that ``element`` stands in; each element is judged once."""
        path = []
        while element is not None and id(element) not in self.zones:
            path.append(element)
            found = self.judge(element)
            if element is self.main:
                found = found or Zone.ARTICLE
            if found is not None:
                self.zones[id(element)] = found
                break
            element = element.parent
        outermost = Zone.ARTICLE if self.main is None else Zone.NAVIGATION
        zone = outermost if element is None else self.zones[id(element)]
        self.zones.update((id(passed), zone) for passed in path)
        return zone

    def judge(self, element: Element) -> Zone | None:
        """What ``element`` itself shows, None where it shows nothing."""
        if element.name in _NEUTRAL_ELEMENTS:
            return None
        lists, words = _zone_words(), words_of(element)
        if words & lists[Zone.ARTICLE]:
            return Zone.ARTICLE
        if words & lists[Zone.COMMENT]:
            return None if id(element) in self.around_main else Zone.COMMENT
        share = self.share(element)
        if share > _BULK:
            return None
        dense = element.link_length >= _MENU_DENSITY * element.text_length
        prose = (
            share > _PART
            and element.text_length >= _SHORTEST_PROSE
            and element.link_length <= _PROSE_DENSITY * element.text_length
        )
        if element.name in _NAVIGATION_ELEMENTS or (not prose and words & lists[Zone.NAVIGATION]):
            return Zone.NAVIGATION
        is_menu = element.name in _LISTS and element.text_length >= _SHORTEST_MENU and dense
        return Zone.NAVIGATION if is_menu else None


def _elements_of(page: HtmlPage) -> Sequence[Element]:
    """The elements that hold the blocks of ``page``, each once."""
    found: dict[int, Element] = {}
    for block in page.blocks:
        element = block.element
        while element is not None and id(element) not in found:
            found[id(element)] = element
            element = element.parent
    return tuple(found.values())
