"""Text of a reference as pybtex's rich text, and the joints between its parts."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from citekit.text.cleaning import one_line

if TYPE_CHECKING:
    from pybtex.backends import BaseBackend

_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]{0,100})?)>")
_KNOWN = {"i": "em", "b": "strong", "sup": "sup", "sub": "sub"}
_UNSAFE_IN_KEY = re.compile(r"[\s{}\[\]%#,\\~\"'<>&]+")
_CLOSERS = "”’\"')]»* "
_ENDS_SENTENCE = (".", "?", "!", "…", "。")
_ENDS_QUESTION = ("?", "!")
# Deeper markup than this is noise, and would end in Python's limit of recursion.
_DEEPEST = 8


class Rich(Protocol):
    """What we use of pybtex's ``richtext.BaseText``."""

    def render(self, backend: "BaseBackend") -> str:
        """The text in the markup of ``backend``."""

    def capfirst(self) -> "Rich":
        """The text with its first letter a capital."""


def clean(text: str) -> str:
    """``text`` as one line without blanks at its ends."""
    return one_line(text).strip(" ")


def safe_key(key: str) -> str:
    """``key`` without what would break a label, an HTML id or a LaTeX command."""
    return _UNSAFE_IN_KEY.sub("-", clean(key)) or "entry"


def plain(text: str) -> str:
    """``text`` on one line without CSL's inline markup."""
    return clean(_TAG.sub("", text))


def text_of(*parts: "Rich | str") -> Rich:
    """The parts one after the other."""
    from pybtex.richtext import Text  # noqa: PLC0415  # heavy, and not needed at start

    rich: Rich = Text(*parts)
    return rich


def tagged(tag: str, *parts: "Rich | str") -> Rich:
    """The parts in a markup that pybtex's backends know: ``em strong sup sub``."""
    from pybtex.richtext import Tag  # noqa: PLC0415  # heavy

    rich: Rich = Tag(tag, *parts)
    return rich


def linked(address: str, text: str) -> Rich:
    """``text`` as a link."""
    from pybtex.richtext import HRef  # noqa: PLC0415  # heavy

    rich: Rich = HRef(address, text)
    return rich


def from_csl(text: str) -> Rich:
    """``text`` with CSL's inline markup taken over; tags without a partner are left out."""
    text = clean(text)
    stack: list[tuple[str, list[Rich | str]]] = [("", [])]
    position = 0
    for match in _TAG.finditer(text):
        stack[-1][1].append(text[position : match.start()])
        position = match.end()
        name = match[2]
        if not match[1] and len(stack) <= _DEEPEST:
            stack.append((name, []))
        elif match[1] and stack[-1][0] == name:
            _, parts = stack.pop()
            stack[-1][1].append(tagged(_KNOWN[name], *parts) if name in _KNOWN else text_of(*parts))
    stack[-1][1].append(text[position:])
    return text_of(*(part for _, parts in stack for part in parts))


def joined(parts: Iterable["Rich | str"], separator: str = ", ") -> Rich:
    """The parts that are not empty; no comma follows a question or exclamation mark."""
    result: list[Rich | str] = []
    for part in parts:
        shown = str(part)
        if not shown:
            continue
        if result:
            before = str(result[-1]).rstrip(_CLOSERS)
            after_mark = separator.startswith(",") and before.endswith((*_ENDS_QUESTION, ","))
            result.append(" " if after_mark else separator)
        result.append(part)
    return text_of(*result)


def sentence(*parts: "Rich | str") -> Rich:
    """The parts joined by commas, with a capital and a full stop unless it ends in one."""
    text = joined(parts)
    shown = str(text).rstrip(_CLOSERS)
    if not shown:
        return text_of()
    capital = text.capfirst()
    return capital if shown.endswith(_ENDS_SENTENCE) else text_of(capital, ".")
