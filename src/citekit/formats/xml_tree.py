"""XML read into plain elements, without its dangers (entities, files, depth), and written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from citekit.errors import ReadError
from citekit.text.safe_xml import declares_entities, logged_faults, safe_parser

# Namespaces whose names get a prefix; names of all others, MODS's and TEI's too, stand alone.
_PREFIXES = {
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://www.w3.org/1999/xlink": "xlink:",
    "http://www.w3.org/1998/Math/MathML": "mml:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/net/biblio#": "bib:",
    "http://purl.org/rss/1.0/modules/link/": "link:",
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "http://nwalsh.com/rdf/vCard#": "vcard:",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism:",
    "http://www.zotero.org/namespaces/export#": "z:",
}
# The address that a name's prefix stands for; "xml:" needs no declaration.
NAMESPACES = {prefix.rstrip(":"): address for address, prefix in _PREFIXES.items()}
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS = re.compile(r"[ \t\r\n]+")
# libxml2 says the place at the end of its messages, too.
_PLACE = re.compile(r", line \d+, column \d+$")
_STEP = "  "
_FATAL = 3


class XmlNode:
    """An element: its name, attributes and content, which is text and elements in their order.

    ``line`` is 1-based and 0 for an element that was made here.
    """

    __slots__ = ("attributes", "content", "line", "name")

    def __init__(self, name: str, attributes: dict[str, str] | None = None, line: int = 0) -> None:
        """Take the parts as they are; the content is empty."""
        self.name = name
        self.attributes = {} if attributes is None else attributes
        self.content: list[XmlNode | str] = []
        self.line = line

    @property
    def children(self) -> list[XmlNode]:
        """The elements within, without the text."""
        return [part for part in self.content if isinstance(part, XmlNode)]

    def first(self, *names: str) -> XmlNode | None:
        """The first element within that has one of these names."""
        return next((child for child in self.children if child.name in names), None)

    def text(self) -> str:
        """All text within, blanks and line breaks as one blank."""
        return collapsed("".join(_texts(self)))

    def text_of(self, name: str) -> str:
        """The text of the first element of that name within, empty without one."""
        child = self.first(name)
        return "" if child is None else child.text()

    def add(self, name: str, text: str = "", /, **attributes: str) -> XmlNode:
        """A new element at the end, with ``text`` in it."""
        child = XmlNode(name, dict(attributes))
        if text:
            child.content.append(text)
        self.content.append(child)
        return child

    def walk(self) -> Iterator[XmlNode]:
        """This element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def _texts(node: XmlNode) -> Iterator[str]:
    for part in node.content:
        if isinstance(part, XmlNode):
            yield from _texts(part)
        else:
            yield part


def collapsed(text: str) -> str:
    """``text`` with runs of blanks and line breaks as one blank, none at its ends."""
    return _BLANKS.sub(" ", text).strip(" ")


def parse_xml(text: str, path: str) -> XmlNode:
    """The root of an XML text; comments and processing instructions are left out.

    Entities of HTML are understood where the file names a document type. Nothing outside the
    text is ever read.

    Raises:
        ReadError: The text is no well-formed XML, or declares entities of its own.
    """
    data = text.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    # What is merely invalid, such as an identifier that stands twice, is no reason to stop.
    parser = safe_parser(encoding="utf-8", recovers=True)
    above = text[: len(text) - len(text.lstrip("\ufeff \t\r\n"))].count("\n")
    root: etree._Element | None
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise _error(path, (line or 1) + above, column or 1, error.msg) from error
    for entry in logged_faults(parser):
        if entry.level >= _FATAL:
            raise _error(path, entry.line + above, entry.column, entry.message)
    if root is None:
        raise _error(path, 1 + above, 1, "there is no element")
    if declares_entities(root):
        raise ReadError(f"{path}:1:1: the file declares entities; write the characters themselves")
    return _converted(root, above)


def _error(path: str, line: int, column: int, message: str | None) -> ReadError:
    plain = _PLACE.sub("", message or "damaged")
    return ReadError(f"{path}:{line}:{column}: not well-formed XML: {plain}")


def _named(name: str) -> str:
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    return _PREFIXES.get(namespace, "") + local


def _converted(element: etree._Element, above: int) -> XmlNode:
    attributes = {_named(str(name)): str(value) for name, value in element.items()}
    line: object = element.sourceline
    node = XmlNode(
        _named(str(element.tag)), attributes, (line if isinstance(line, int) else 0) + above
    )
    if element.text:
        node.content.append(element.text)
    for child in element:
        if isinstance(child, etree._Entity):  # noqa: SLF001  # lxml exports no other name for it
            node.content.append(html.unescape(child.text or ""))
        else:
            node.content.append(_converted(child, above))
        if child.tail:
            node.content.append(child.tail)
    return node


def escape(text: str) -> str:
    """``text`` fit for an element or a quoted attribute, without what XML cannot hold."""
    return html.escape(_NO_CHARACTER.sub("", text), quote=False).replace('"', "&quot;")


def _tag(node: XmlNode) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    return node.name + attributes


def _flat(node: XmlNode) -> str:
    inside = "".join(
        _flat(part) if isinstance(part, XmlNode) else escape(part).replace("&quot;", '"')
        for part in node.content
    )
    return f"<{_tag(node)}>{inside}</{node.name}>" if inside else f"<{_tag(node)}/>"


def _lines(node: XmlNode, indent: str) -> Iterator[str]:
    """One element a line; what holds text stands on one line, as its blanks count."""
    if not node.content or not all(isinstance(part, XmlNode) for part in node.content):
        yield indent + _flat(node)
        return
    yield f"{indent}<{_tag(node)}>"
    for child in node.children:
        yield from _lines(child, indent + _STEP)
    yield f"{indent}</{node.name}>"


def _declarations(root: XmlNode, records: Sequence[XmlNode]) -> dict[str, str]:
    """The namespaces of the prefixes in use."""
    used: set[str] = set()
    for node in (part for record in (root, *records) for part in record.walk()):
        used.update(name.partition(":")[0] for name in (node.name, *node.attributes) if ":" in name)
    known = sorted(used & set(NAMESPACES) - {"xml"})
    return {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in known}


def format_xml(root: XmlNode, records: Iterable[XmlNode]) -> str:
    """An XML file: ``root`` with ``records`` in its innermost element, indented."""
    opening = [root]
    while opening[-1].children:
        opening.append(opening[-1].children[-1])
    records = list(records)
    root.attributes.update(_declarations(root, records))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += [f"{_STEP * depth}<{_tag(node)}>" for depth, node in enumerate(opening)]
    for record in records:
        lines += _lines(record, _STEP * len(opening))
    for depth, node in reversed(list(enumerate(opening))):
        lines.append(f"{_STEP * depth}</{node.name}>")
    return "\n".join(lines) + "\n"
