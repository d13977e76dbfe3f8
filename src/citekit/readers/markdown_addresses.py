"""Addresses within a paragraph of Markdown, in angle brackets or bare, as links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.model.spans import Markup, Span
from citekit.readers.bare_urls import url_at
from citekit.readers.markdown_links import unescaped
from citekit.readers.markdown_tokens import Given, Kept, Opening, Token

_AUTOLINK = re.compile(
    r"<((?:https?|ftp|mailto|doi|urn):[^\s<>]{1,2000}|[^\s<>@]{1,64}@[\w.-]{1,250})>", re.IGNORECASE
)
_STOP = re.compile(r"[\s<>\"“”«»`\x00-\x1f]|\]\(|\[\^|\*\*|\Z")
_GIVEN = re.compile(r"\\(?=[!-/:-@\[-`{-~])|&amp;")
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Address:
    """The tokens of an address that is a link to itself, and where the text goes on."""

    tokens: tuple[Token, ...]
    end: int


def autolink_at(text: str, start: int) -> Address | None:
    """The address in angle brackets that stands at ``start``."""
    match = _AUTOLINK.match(text, start)
    if match is None:
        return None
    target = match[1] if ":" in match[1] else f"mailto:{match[1]}"
    return Address(_linked(text, Span(match.start(1), match.end(1)), target), match.end())


def bare_address_at(text: str, start: int) -> Address:
    """The address that begins at ``start``, without the punctuation of its sentence."""
    most = min(len(text), start + _LONGEST)
    stop = _STOP.search(text, start, most)
    found = url_at(text, start, stop.start() if stop else most)
    tokens = _linked(text, Span(found.start, found.end), found.target)
    return Address(tokens, max(found.end, start + 1))


def _linked(text: str, shown: Span, target: str) -> tuple[Token, ...]:
    opening = Opening(Markup.LINK, unescaped(target))
    return (opening, *_shown(text, shown), opening.closed())


def _shown(text: str, shown: Span) -> Iterator[Token]:
    """The text of an address, in which only escapes and the sign of "and" have a meaning."""
    position = shown.start
    for match in _GIVEN.finditer(text, shown.start, shown.end):
        if position < match.start():
            yield Kept(position, match.start())
        if match.group() == "&amp;":
            yield Given("&", match.start())
        position = match.end()
    if position < shown.end:
        yield Kept(position, shown.end)
