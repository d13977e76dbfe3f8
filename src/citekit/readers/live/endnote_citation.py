"""Citations of EndNote: the XML it keeps in its fields, or in their data as Base64."""

from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator

from lxml import etree

from citekit.model.live_citation import ItemNotation, LiveCite
from citekit.readers.archive.xml_members import local_name, text_of
from citekit.text.safe_xml import declares_entities, safe_parser


def read_endnote_citation(text: str, data: str = "") -> tuple[LiveCite, ...]:
    """The cites in ``<EndNote><Cite>…<record>``, from ``text`` or else from ``data`` in Base64."""
    for source in (text, _decoded(data)):
        start, end = source.find("<EndNote"), source.rfind("</EndNote>")
        if 0 <= start < end:
            root = _parsed(source[start : end + len("</EndNote>")])
            cites = tuple(_cites(root)) if root is not None else ()
            if cites:
                return cites
    return ()


def _decoded(data: str) -> str:
    try:
        content = b64decode("".join(data.split()) + "==", validate=False)
    except (Base64Error, ValueError):
        return ""
    encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-8"
    return content.decode(encoding, "replace").rstrip("\0")


def _parsed(xml: str) -> etree._Element | None:
    try:
        root = etree.fromstring(xml.encode(), safe_parser(encoding="utf-8"))
    except etree.XMLSyntaxError:
        return None
    return None if declares_entities(root) else root


def _cites(root: etree._Element) -> Iterator[LiveCite]:
    for cite in root:
        parts = {local_name(part): part for part in cite}
        record = parts.get("record")
        if record is None:
            continue
        locator = text_of(parts.get("Pages"))
        yield LiveCite(
            etree.tostring(record, encoding="unicode", with_tail=False),
            ItemNotation.ENDNOTE_XML,
            key=next((text_of(part) for part in record if local_name(part) == "label"), ""),
            locator=locator,
            label="page" if locator else "",
            prefix=text_of(parts.get("Prefix")),
            suffix=text_of(parts.get("Suffix")),
        )
