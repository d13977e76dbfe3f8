"""Walking through HTML once, as a browser reads it: from tags and text to a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape

from citekit.model.document import BlockKind
from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.html_anchors import anchor_names, linked_anchor
from citekit.readers.html_block_kinds import kind_of_block
from citekit.readers.html_elements import (
    BLOCKS,
    CLOSED_BY,
    DROPPED,
    MARKUP,
    VOID,
    Element,
    OpenElements,
)
from citekit.readers.html_facts import may_describe
from citekit.readers.html_page import Anchor, HtmlBlock, HtmlPage, LocalLink, PagePart
from citekit.readers.html_tokens import TagToken, TextToken, iterate_tokens
from citekit.readers.limits import MAX_PIECES
from citekit.readers.tracing import TracedBuilder

_ENTITY = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_MOST_FACTS = 5000


def walk_page(text: str) -> HtmlPage:
    """What stands in ``text``, read as a browser would, within linear time and bounded memory."""
    walker = _Walker(text)
    walker.walk(iterate_tokens(text), len(text))
    return walker.page


def walk_parts(text: str, parts: Sequence[PagePart]) -> HtmlPage:
    """What stands in the files of XHTML that ``text`` is made of, read as one page.

    Links from file to file are links to places of the page.
    """
    walker = _Walker(text)
    for part in parts:
        walker.file = part.name
        walker.walk(_tokens_of(text, part.span), part.span.end)
    return walker.page


def _tokens_of(text: str, part: Span) -> Iterator[TextToken | TagToken]:
    """The tokens of a part of ``text``, their places counting in the whole."""
    for token in iterate_tokens(text[part.start : part.end], xml=True):
        yield replace(token, start=token.start + part.start, end=token.end + part.start)


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

    def walk(self, tokens: Iterable[TextToken | TagToken], end: int) -> None:
        """Take what ``tokens`` say; what they leave open closes at ``end``."""
        for token in tokens:
            if self.budget <= 0:
                break
            if isinstance(token, TextToken):
                self.text(token)
            elif token.is_end:
                self.end_tag(token)
            else:
                self.start_tag(token)
        while self.open.stack:
            self.close(end, end)
        self.flush()
        self.open.overflow = 0

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
                    linked_anchor(target, self.file),
                    element,
                    len(self.page.blocks),
                    start,
                    stop,
                    self.open.is_open("sup"),
                )
            )

    def note_element(self, element: Element) -> None:
        """Remember an element that can be linked to or that describes the page."""
        for name in anchor_names(element, self.file):
            if name not in self.page.anchors:
                self.budget -= 1
                self.page.anchors[name] = Anchor(
                    name, element, len(self.page.blocks), self.builder.length
                )
        if len(self.page.facts) < _MOST_FACTS and may_describe(element):
            self.page.facts.append(element)
        if element.name == "html" and not self.page.language:
            self.page.language = element.get("lang") or element.get("xml:lang")

    def flush(self) -> None:
        """End the block being built."""
        if self.first >= 0 and self.builder.length:
            traced = self.builder.build((self.piece(),))
            if traced.text.strip(" |"):
                kind, level = kind_of_block(self.open)
                block = HtmlBlock(kind, traced, level, self.open.innermost_block)
                self.page.blocks.append(block)
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
