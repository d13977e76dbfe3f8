"""Where a link of Markdown leads: to an address in parentheses, or to what a label defines."""

import re
from dataclasses import dataclass
from html import unescape

from citekit.model.spans import Span
from citekit.readers.markdown_definitions import Definitions

_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<([^<>\r\n]{0,1000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,300}\)){0,1000}+))"
    r"(?:\s{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?\s{0,9}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_OF_AN_ADDRESS = re.compile(r"[/#.:@?]")
_LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link ends, and where it leads."""

    end: int
    target: str


def unescaped(address: str) -> str:
    """``address`` without backslashes before punctuation, its entities resolved."""
    return unescape(_ESCAPE.sub("", address))


def link_after(text: str, label: Span, definitions: Definitions, *, is_image: bool) -> Link | None:
    """The link whose text is ``label``, a bracket standing at its end; ``None`` if it is none.

    Words in parentheses are no address, but for an image, which is left out anyway.
    """
    match = _DESTINATION.match(text, label.end + 1)
    if match:
        target = match[1] if match[1] is not None else match[2]
        if not target or is_image or _OF_AN_ADDRESS.search(target):
            return Link(match.end(), unescaped(target))
    named = _LABEL.match(text, label.end + 1)
    name = named[1] if named else ""
    if not name and len(label) <= _LONGEST_LABEL:
        name = text[label.start : label.end]
    defined = definitions.target(name)
    return None if defined is None else Link(named.end() if named else label.end + 1, defined)
