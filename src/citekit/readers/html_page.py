"""Walking through HTML once: its blocks, anchors and what it says about itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from citekit.model.document import BlockKind
from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.html_elements import (
    BLOCKS,
    CLOSED_BY,
    DROPPED,
    HEADINGS,
    MARKUP,
    VOID,
    Element,
    OpenElements,
)
from citekit.readers.html_tokens import TagToken, TextToken, iterate_tokens
from citekit.readers.limits import MAX_PIECES
from citekit.readers.tracing import TracedBuilder

_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_FACT_NAMES = frozenset({"meta", "link", "time"})
_FACT_ATTRIBUTES = re.compile(
    r"itemprop|rel\s*=|byline|author|date|publish|headline|title|\btime"
    r"|/(?:profile|people|contributor|columnist|staff|autor|auteur)",
    re.IGNORECASE,
)
_LONGEST_FACTS = 5000


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A block as it was found; ``element`` is the innermost block element it stands in."""

    kind: BlockKind
    text: TracedText
    level: int
    element: Element | None


@dataclass(frozen=True, slots=True)
class LocalLink:
    """A link to a place of the same page: ``start`` to ``end`` in the text of a block."""

    target: str
    element: Element
    block: int
    start: int
    end: int
    is_raised: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that can be linked to: it stands at ``position`` in a block or begins it.

    ``name`` begins with the name of its file, and a hash, where the page is one of several files.
    """

    name: str
    element: Element
    block: int
    position: int

    @property
    def fragment(self) -> str:
        """The name of the place within its file."""
        return self.name.rpartition("#")[2]


@dataclass(frozen=True, slots=True)
class PagePart:
    """A stretch of a text that is a file of XHTML, with the name that links give it."""

    name: str
    span: Span


@dataclass(slots=True)
class HtmlPage:
    """What was found in a page, in file order.

    ``facts`` are elements that may describe the page: ``meta``, ``time``, bylines and headings;
    ``scripts`` are the places of JSON-LD.
    """

    text: str
    blocks: list[HtmlBlock] = field(default_factory=list)
    links: list[LocalLink] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    facts: list[Element] = field(default_factory=list)
    scripts: list[Span] = field(default_factory=list)
    language: str = ""
    _links_by_block: dict[int, list[LocalLink]] | None = None

    def links_of(self, block: int) -> Sequence[LocalLink]:
        """The local links in the block with that index."""
        if self._links_by_block is None:
            self._links_by_block = {}
            for link in self.links:
                self._links_by_block.setdefault(link.block, []).append(link)
        return self._links_by_block.get(block, ())


def walk_page(text: str) -> HtmlPage:
    """What stands in ``text``, read as a browser would, within linear time and bounded memory."""
    walker = _Walker(text)
    for token in iterate_tokens(text):
        if walker.budget <= 0:
            break
        if isinstance(token, TextToken):
            walker.text(token)
        elif token.is_end:
            walker.end_tag(token)
        else:
            walker.start_tag(token)
    walker.finish(len(text))
    return walker.page


def walk_parts(text: str, parts: Sequence[PagePart]) -> HtmlPage:
    """What stands in the files of XHTML that ``text`` is made of, read as one page.

    Links from file to file are links to places of the page.
    """
    walker = _Walker(text)
    for part in parts:
        walker.file, shift = part.name, part.span.start
        for token in iterate_tokens(text[part.span.start : part.span.end], xml=True):
            if walker.budget <= 0:
                break
            moved = replace(token, start=token.start + shift, end=token.end + shift)
            if isinstance(moved, TextToken):
                walker.text(moved)
            elif moved.is_end:
                walker.end_tag(moved)
            else:
                walker.start_tag(moved)
        walker.finish(part.span.end)
    return walker.page


class _Walker:
    """The state of the walk: what is open, and the block being built."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.file = ""
        self.page = HtmlPage(text)
        self.open = OpenElements()
        self.builder = TracedBuilder(text)
        self.first = self.last = -1
        self.breaks = 0
        self.dropping = 0
        self.budget = MAX_PIECES

    def text(self, token: TextToken) -> None:
        top = self.open.top
        if token.raw == "script" and top is not None and "ld+json" in top.source:
            self.page.scripts.append(Span(token.start, token.end))
        if self.dropping or token.raw:
            return
        before, position = self.builder.length, token.start
        segment = self.source.find("&", token.start, token.end)
        if segment >= 0:
            for match in _ENTITY.finditer(self.source, token.start, token.end):
                if self.budget <= 0:
                    break  # the rest of the text stays as it stands
                self.builder.add(position, match.start())
                self.builder.put(unescape(match.group()), match.start())
                self.budget -= 2 if match.start() > position else 1
                position = match.end()
        self.builder.add(position, token.end)
        added = self.builder.length - before
        if not added:
            return
        self.budget -= 1
        self.breaks = 0
        self.first = token.start if self.first < 0 else self.first
        self.last = token.end
        if top is not None:
            top.text_length += added
            top.link_length += added if self.open.is_open("a") else 0

    def start_tag(self, token: TagToken) -> None:
        name = token.name
        is_block = name in BLOCKS
        if is_block and name != "head" and self.open.is_open("head"):
            self.close_down_to("head", token.start)
        if is_block and not self.dropping:
            self.close_implied(name, token.start)
            self.separate(name)
        element = Element(name, token.attributes, token.start, token.end, self.open.top, is_block)
        self.note_element(element)
        if name in VOID:
            self.void(element)
            return
        self.open_element(element)

    def open_element(self, element: Element) -> None:
        if not self.open.push(element):
            return
        if element.name in DROPPED:
            self.dropping += 1
        element.run_start = self.builder.length

    def void(self, element: Element) -> None:
        if element.name == "hr" and not self.dropping:
            piece = Span(element.start, element.content)
            rule = TracedText("", (), (), (piece,))
            self.page.blocks.append(HtmlBlock(BlockKind.RULE, rule, 0, self.open.top))
            self.budget -= 4
        elif element.name == "br" and not self.dropping:
            self.breaks += 1
            if self.breaks > 1 and not self.open.is_open("pre"):
                self.flush()
            else:
                self.builder.supply(" ")

    def separate(self, name: str) -> None:
        """End the block before a block element, or its cell of a table."""
        if name in {"td", "th"} and self.builder.length:
            self.builder.supply(" | ")
        elif name not in {"td", "th"}:
            self.flush()

    def close_down_to(self, name: str, at: int) -> None:
        for _ in range(self.open.depth_to(frozenset({name}), through_blocks=True)):
            self.close(at, at)

    def close_implied(self, name: str, at: int) -> None:
        names = CLOSED_BY.get(name, frozenset({"p"}))
        depth = self.open.depth_to(names, through_blocks=name in CLOSED_BY)
        for _ in range(depth):
            self.close(at, at)

    def end_tag(self, token: TagToken) -> None:
        if self.open.overflow:
            self.open.overflow -= 1
            return
        through = token.name in BLOCKS or token.name in DROPPED
        depth = self.open.depth_to(frozenset({token.name}), through_blocks=through)
        for _ in range(depth):
            self.close(token.start, token.end)

    def close(self, at: int, end: int) -> None:
        top = self.open.stack[-1]
        if top.is_block and top.name not in {"td", "th"} and not self.dropping:
            self.flush()
        markup = MARKUP.get(top.name)
        if markup is not None and not self.dropping:
            self.mark(top, markup, end)
        element = self.open.pop(at, end)
        if element.name in DROPPED:
            self.dropping -= 1

    def mark(self, element: Element, markup: Markup, end: int) -> None:
        start, stop = element.run_start, self.builder.length
        target = element.get("href").strip() if markup is Markup.LINK else ""
        if start >= stop or (markup is Markup.LINK and not target):
            return
        self.builder.mark(start, stop, markup, target)
        self.last = max(self.last, end)
        self.budget -= 2
        if "#" in target and len(self.page.links) < MAX_PIECES // 10:
            self.page.links.append(
                LocalLink(
                    self.place_of(target),
                    element,
                    len(self.page.blocks),
                    start,
                    stop,
                    self.open.is_open("sup"),
                )
            )

    def place_of(self, target: str) -> str:
        """The name of the anchor that a link to ``target`` leads to."""
        path, _, fragment = target.rpartition("#")
        if not self.file:
            return fragment
        file = normpath(join(dirname(self.file), unquote(path))) if path else self.file
        return f"{file}#{fragment}"

    def note_element(self, element: Element) -> None:
        """Remember an element that can be linked to or that describes the page."""
        source, name = element.source, element.name
        if source and ("id" in source or "name" in source or "ID" in source):
            for key in ("id", "name") if name == "a" else ("id",):
                anchor = element.get(key)
                anchor = f"{self.file}#{anchor}" if anchor and self.file else anchor
                if anchor and anchor not in self.page.anchors:
                    self.budget -= 1
                    self.page.anchors[anchor] = Anchor(
                        anchor, element, len(self.page.blocks), self.builder.length
                    )
        if len(self.page.facts) < _LONGEST_FACTS and (
            name in _FACT_NAMES
            or name in {"h1", "h2", "title"}
            or (source and _FACT_ATTRIBUTES.search(source[:500]))
        ):
            self.page.facts.append(element)
        if name == "html" and not self.page.language:
            self.page.language = element.get("lang") or element.get("xml:lang")

    def flush(self) -> None:
        """End the block being built."""
        if self.first >= 0 and self.builder.length:
            traced = self.builder.build((self.piece(),))
            if traced.text.strip(" |"):
                kind, level = self.kind_of_block()
                self.page.blocks.append(HtmlBlock(kind, traced, level, self.block_element()))
                self.budget -= 4
        self.builder = TracedBuilder(self.source)
        self.first = self.last = -1
        self.breaks = 0
        for element in reversed(self.open.stack):
            if element.is_block:
                break
            element.run_start = 0

    def piece(self) -> Span:
        start, end = self.first, self.last
        while start < end and self.source[start].isspace():
            start += 1
        while end > start and self.source[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def block_element(self) -> Element | None:
        return next((e for e in reversed(self.open.stack) if e.is_block), None)

    def kind_of_block(self) -> tuple[BlockKind, int]:
        loose = False
        for element in reversed(self.open.stack):
            kind = _KINDS.get(element.name)
            if kind is None:
                loose = loose or element.is_block
            elif kind is BlockKind.TABLE:
                return (BlockKind.PARAGRAPH if loose else kind), 0
            else:
                return kind, self.level_of(kind, element)
        return BlockKind.PARAGRAPH, 0

    def level_of(self, kind: BlockKind, element: Element) -> int:
        if kind is BlockKind.HEADING:
            return HEADINGS[element.name]
        counted = {BlockKind.LIST_ITEM: ("ul", "ol", "dl"), BlockKind.QUOTATION: ("blockquote",)}
        depth = sum(self.open.counts.get(name, 0) for name in counted.get(kind, ()))
        return min(9, max(1, depth)) if kind in counted else 0

    def finish(self, end: int) -> None:
        while self.open.stack:
            self.close(end, end)
        self.flush()
        self.open.overflow = 0


_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "pre": BlockKind.CODE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE,
}
