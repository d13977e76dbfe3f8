"""HTML as a stream of tags and text, each with its offsets; any input gives a stream."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
# A quote begins a value only after an equals sign, so that a stray one does no harm.
_TAG = re.compile(r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
_SIMPLE_TAG = re.compile(r"<(/?)([A-Za-z][^\s/<>]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW_ELEMENTS = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes"})
_LONGEST_ATTRIBUTES = 20_000


@dataclass(frozen=True, slots=True)
class TextToken:
    """Text from ``start`` to ``end``, entities as they stand; ``raw`` names the script it is in."""

    start: int
    end: int
    raw: str = ""


@dataclass(frozen=True, slots=True)
class TagToken:
    """A tag from ``start`` to ``end``; ``attributes`` are as they stand."""

    start: int
    end: int
    name: str
    is_end: bool
    attributes: str


def iterate_tokens(text: str, *, xml: bool = False) -> Iterator[TextToken | TagToken]:
    """The tags and texts of ``text`` in order, in linear time; comments and the like go.

    The content of scripts, styles and titles is one text. What looks like a tag but never ends
    is text. In ``xml`` a tag that ends in a slash is also the end tag of its element. Source:
    HTML Living Standard, section 13.2.5, simplified.
    """
    position, tag_pattern = 0, _TAG
    last_bracket = text.rfind(">")
    while match := _MARKUP.search(text, position):
        start = match.start()
        if start > last_bracket:
            break
        if start > position:
            yield TextToken(position, start)
        if text[start + 1] in "!?":
            position = _declaration_end(text, start)
            continue
        tag = tag_pattern.match(text, start)
        if (
            tag is None
            and tag_pattern is _TAG
            and text[start + 1 : start + 3].strip("/")[:1].isalpha()
        ):
            tag_pattern = _SIMPLE_TAG  # no tag from here on has its quotes in order
            tag = tag_pattern.match(text, start)
        if tag is None:
            position = start + 1
            while position <= last_bracket and text[position] in "</":
                position += 1
            yield TextToken(start, position)
            continue
        for token in _element_tokens(text, tag, xml=xml):
            yield token
            position = token.end
    if position < len(text):
        yield TextToken(position, len(text))


def _element_tokens(text: str, tag: re.Match[str], *, xml: bool) -> Iterator[TextToken | TagToken]:
    """The tag that was matched, with its end tag or the raw text that belong to it."""
    name, end = tag[2].lower(), tag.end()
    yield TagToken(tag.start(), end, name, bool(tag[1]), tag[3])
    if xml and tag[3].endswith("/"):
        yield TagToken(end, end, name, is_end=True, attributes="")
    elif name in _RAW_ELEMENTS and not tag[1]:
        yield TextToken(end, _raw_end(text, name, end), name)


def parse_attributes(source: str) -> Mapping[str, str]:
    """The attributes of a tag by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source[:_LONGEST_ATTRIBUTES]):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


def _declaration_end(text: str, start: int) -> int:
    if text.startswith("<!--", start):
        end = text.find("-->", start + 2)
        if end >= 0:
            return end + 3
    end = text.find(">", start)
    return end + 1 if end >= 0 else len(text)


def _raw_end(text: str, name: str, position: int) -> int:
    match = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(text, position)
    return match.start() if match else len(text)
