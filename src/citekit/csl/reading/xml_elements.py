"""XML as plain elements: what lxml parses, without its dangers (entities, files, depth)."""

from __future__ import annotations

from typing import cast

from lxml import etree

from citekit.csl.reading.faults import Faults
from citekit.text.safe_xml import declares_entities, logged_faults, safe_parser

NAMESPACE = "http://purl.org/net/xbiblio/csl"

_MAX_BYTES = 16 * 1024 * 1024  # the largest official style has 0.6 MB
_MAX_DEPTH = 100  # the deepest official style has 18
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class XmlElement:
    """An element of CSL. ``text`` is what stands before its first child.

    Attributes of other namespaces are left out, but for ``xml:lang``; so are elements of other
    namespaces, comments and processing instructions.
    """

    __slots__ = ("attributes", "children", "line", "name", "text")

    def __init__(
        self,
        name: str,
        attributes: dict[str, str],
        children: list[XmlElement],
        *,
        text: str = "",
        line: int = 0,
    ) -> None:
        """Take the parts as they are."""
        self.name = name
        self.attributes = attributes
        self.children = children
        self.text = text
        self.line = line

    def get(self, name: str) -> str:
        """The value of an attribute, empty where it is not given."""
        return self.attributes.get(name, "")

    def child(self, name: str) -> XmlElement | None:
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def all_named(self, name: str) -> list[XmlElement]:
        """The children of that name."""
        return [child for child in self.children if child.name == name]


def parse_xml(data: bytes, faults: Faults) -> XmlElement | None:
    """The root of an XML file, or ``None`` where it cannot be parsed and ``faults`` says why."""
    stripped = data.lstrip(b" \t\r\n")
    if not stripped:
        faults.error(0, "the file is empty", "Give a style in CSL 1.0.")
        return None
    if len(data) > _MAX_BYTES:
        faults.error(0, f"the file has {len(data)} bytes", "Give a style of CSL, not other XML.")
        return None
    above = data.count(b"\n", 0, len(data) - len(stripped))
    parser = safe_parser()
    try:
        root = etree.fromstring(stripped, parser)
    except etree.XMLSyntaxError as error:
        logged = [(entry.line, entry.message) for entry in logged_faults(parser)]
        for line, message in logged or [(error.lineno or 1, error.msg or "damaged")]:
            faults.error(line + above, f"not well-formed XML: {message}", "Mend the XML there.")
        return None
    if declares_entities(root):
        faults.error(1, "the file declares entities", "Write the characters themselves.")
        return None
    namespace = etree.QName(root).namespace or ""
    if namespace != NAMESPACE:
        remedy = f'Write xmlns="{NAMESPACE}" in the root element.'
        message = f"the namespace is {namespace!r}, not that of CSL"
        faults.warn(_line(root) + above, message, remedy)
    return _Conversion(faults, f"{{{namespace}}}" if namespace else "", above).convert(root, 1)


def _line(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


class _Conversion:
    """Elements of lxml to ours; ``prefix`` is the namespace as lxml writes it."""

    def __init__(self, faults: Faults, prefix: str, above: int) -> None:
        self.faults = faults
        self.prefix = prefix
        self.above = above

    def convert(self, element: etree._Element, depth: int) -> XmlElement:
        attributes = cast("dict[str, str]", dict(element.items()))
        for name in [name for name in attributes if name[0] == "{"]:
            value = attributes.pop(name)
            if name == _XML_LANG:
                attributes["xml:lang"] = value
        line = _line(element) + self.above
        name = element.tag[len(self.prefix) :]
        children = self._children(element, line, depth) if len(element) else []
        return XmlElement(name, attributes, children, text=element.text or "", line=line)

    def _children(self, element: etree._Element, line: int, depth: int) -> list[XmlElement]:
        if depth >= _MAX_DEPTH:
            self.faults.error(line, f"elements nest {_MAX_DEPTH} deep", "Move some into macros.")
            return []
        children = []
        for child in element:
            tag: object = child.tag
            if not isinstance(tag, str):  # a reference to an entity
                message = f"{child.text} is an unknown entity"
                remedy = "Write the character itself."
                self.faults.error(_line(child) + self.above, message, remedy)
            elif tag.startswith(self.prefix):
                children.append(self.convert(child, depth + 1))
        return children
