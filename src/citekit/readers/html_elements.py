"""The elements of HTML as far as reading needs to tell them apart, and those that are open."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from citekit.model.spans import Markup
from citekit.readers.html_tokens import parse_attributes

_TABLE = tomllib.loads(
    files("citekit.readers").joinpath("data/html_elements.toml").read_text("utf-8")
)
VOID: frozenset[str] = frozenset(_TABLE["void"])
DROPPED: frozenset[str] = frozenset(_TABLE["dropped"])
BLOCKS: frozenset[str] = frozenset(_TABLE["blocks"])
HEADINGS = {f"h{level}": level for level in range(1, 7)}
MARKUP = {
    "i": Markup.ITALIC,
    "em": Markup.ITALIC,
    "cite": Markup.ITALIC,
    "var": Markup.ITALIC,
    "dfn": Markup.ITALIC,
    "b": Markup.BOLD,
    "strong": Markup.BOLD,
    "sup": Markup.SUPERSCRIPT,
    "sub": Markup.SUBSCRIPT,
    "a": Markup.LINK,
}
# An opening tag that ends an open element of these names first.
CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
}
# Looking for an element to close stops at these.
BARRIERS = frozenset({"table", "td", "th", "ul", "ol", "dl", "body", "html"})
# Deeper than this, elements are no longer told apart; pages have at most about 60 levels.
MAX_DEPTH = 200


@dataclass(slots=True, eq=False)
class Element:
    """An element, its place in the tree, and how much text and linked text it holds.

    ``start`` and ``content`` are where its tag begins and ends; ``content_end`` and ``end``
    the same of its end tag.
    """

    name: str
    source: str
    start: int
    content: int
    parent: "Element | None"
    is_block: bool
    content_end: int = -1
    end: int = -1
    text_length: int = 0
    link_length: int = 0
    run_start: int = -1
    _attributes: Mapping[str, str] | None = field(default=None)

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes, by their names in lower case."""
        if self._attributes is None:
            self._attributes = parse_attributes(self.source) if self.source else {}
        return self._attributes

    def get(self, name: str) -> str:
        """The value of an attribute, empty where there is none."""
        return self.attributes.get(name, "") if self.source else ""


def ancestors_of(element: Element | None) -> tuple[Element, ...]:
    """``element`` and all that it stands in, innermost first."""
    found = []
    while element is not None:
        found.append(element)
        element = element.parent
    return tuple(found)


@dataclass(slots=True)
class OpenElements:
    """The elements that are open, outermost first."""

    stack: list[Element] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    overflow: int = 0

    @property
    def top(self) -> Element | None:
        """The innermost element."""
        return self.stack[-1] if self.stack else None

    @property
    def innermost_block(self) -> Element | None:
        """The innermost block element."""
        return next((one for one in reversed(self.stack) if one.is_block), None)

    def is_open(self, name: str) -> bool:
        """Whether an element of that name is open."""
        return self.counts.get(name, 0) > 0

    def push(self, element: Element) -> bool:
        """Open ``element``; False where it stands too deep to be told apart."""
        if len(self.stack) >= MAX_DEPTH:
            self.overflow += 1
            return False
        self.stack.append(element)
        self.counts[element.name] = self.counts.get(element.name, 0) + 1
        return True

    def pop(self, at: int, end: int) -> Element:
        """Close the innermost element, its end tag standing from ``at`` to ``end``."""
        element = self.stack.pop()
        self.counts[element.name] -= 1
        element.content_end, element.end = at, end
        if element.parent is not None:
            element.parent.text_length += element.text_length
            element.parent.link_length += element.link_length
        return element

    def depth_to(self, names: frozenset[str], *, through_blocks: bool) -> int:
        """How many elements to close to close the innermost of ``names``; 0 where none is."""
        if not any(self.is_open(name) for name in names):
            return 0
        for depth, element in enumerate(reversed(self.stack), start=1):
            if element.name in names:
                return depth
            if element.is_block and (not through_blocks or element.name in BARRIERS):
                return 0
        return 0
