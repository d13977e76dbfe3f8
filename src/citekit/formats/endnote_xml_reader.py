"""References from EndNote's XML."""

from citekit.formats.endnote_xml import FORMAT, NAME, type_numbers
from citekit.formats.findings import FormatCode, finding
from citekit.formats.format_tables import format_table
from citekit.formats.record_reading import read_records
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tree_records import read_record
from citekit.formats.xml_tree import XmlNode, parse_xml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.model.variables import ItemType

_FACES = {
    "italic": "italic",
    "bold": "bold",
    "superscript": "superscript",
    "subscript": "subscript",
}


def _nest_faces(node: XmlNode) -> None:
    """Make one style of each face of ``face="bold italic"``, with its face alone."""
    for child in node.children:
        if child.name != "style":
            _nest_faces(child)
            continue
        _nest_faces(child)
        faces = [face for face in child.attributes.get("face", "").split() if face in _FACES]
        child.attributes = {"face": faces[0]} if faces else {}
        for face in faces[1:]:
            inner = XmlNode("style", {"face": face})
            inner.content, child.content = child.content, [inner]


def _type_name(record: XmlNode) -> str:
    node = record.first("ref-type")
    if node is None:
        return ""
    number = node.text()
    by_number = next((name for name, known in type_numbers().items() if known == number), "")
    return node.attributes.get("name", "") or by_number or number


def _key(record: XmlNode) -> str:
    return record.text_of("label") or record.text_of("rec-number")


def _reference(record: XmlNode, path: str, diagnostics: list[Diagnostic]) -> Reference:
    name = _type_name(record)
    item_type = format_table(NAME).type_of(name)
    if item_type is None:
        message = f"unknown reference type {name!r}, read as a document"
        diagnostics.append(finding(FormatCode.UNKNOWN_TYPE, message, path=path, line=record.line))
    draft = ReferenceDraft(item_type or ItemType.DOCUMENT, _key(record))
    _nest_faces(record)
    read_record(FORMAT, record, draft)
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of an EndNote XML file; elements without a variable are kept in ``extra``.

    Raises:
        ReadError: The text is no well-formed XML.
    """
    root = parse_xml(text, path)
    return read_records(root, {"record"}, _reference, path)
