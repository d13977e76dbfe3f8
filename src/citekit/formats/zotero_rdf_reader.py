"""References from Zotero's RDF."""

from citekit.formats.findings import FormatCode, finding
from citekit.formats.inverted_names import split_particles
from citekit.formats.record_reading import read_records
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tree_records import Shape, TreeFormat, read_record
from citekit.formats.xml_tree import XmlNode, parse_xml
from citekit.formats.zotero_types import zotero_type
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Literal, Name, PersonalName, Reference
from citekit.model.variables import ItemType

NAME = "zotero_rdf"
_ABOUT, _RESOURCE = "rdf:about", "rdf:resource"
_PREFIXES = ("DOI", "ISBN", "ISSN")
_DEEPEST = 4


def _read_name(node: XmlNode) -> Name | None:
    """A person's name in its parts; without a given name Zotero has it in one field."""
    family = node.text_of("foaf:surname") or node.text_of("foaf:name")
    given = node.text_of("foaf:givenName") or node.text_of("foaf:givenname")
    if not family:
        return PersonalName(given) if given else None
    return split_particles(family, given) if given else Literal(family)


FORMAT = TreeFormat(NAME, names={"names": Shape(_read_name, lambda _node, _name: None)})


def _containers(node: XmlNode, known: dict[str, XmlNode], depth: int = 0) -> None:
    """Put what a container's address stands for in its place, and call all containers alike."""
    for child in node.children:
        if child.name != "dcterms:isPartOf":
            continue
        linked = known.get(child.attributes.pop(_RESOURCE, ""))
        if linked is not None and depth < _DEEPEST:
            child.content = [_copy(linked)]
        for container in child.children:
            container.attributes.pop(_ABOUT, None)
            kind = "series" if container.name == "bib:Series" else "host"
            container.name, container.attributes["kind"] = "container", kind
            _identifiers(container)
            if depth < _DEEPEST:
                _containers(container, known, depth + 1)


def _copy(node: XmlNode) -> XmlNode:
    copy = XmlNode(node.name, dict(node.attributes), node.line)
    copy.content = [part if isinstance(part, str) else _copy(part) for part in node.content]
    return copy


def _identifiers(node: XmlNode) -> None:
    """Tell identifiers apart by the word before them; an address is in an element of its own."""
    for child in node.children:
        if child.name != "dc:identifier":
            continue
        address = next((part for part in child.walk() if part.name == "rdf:value"), None)
        prefix, _, value = child.text().partition(" ")
        if address is not None:
            child.content, child.attributes = [address.text()], {"kind": "URL"}
        elif prefix.upper() in _PREFIXES and value:
            child.content, child.attributes = [value], {"kind": prefix.upper()}


def _subjects(record: XmlNode) -> None:
    for child in record.children:
        automatic = child.first("z:AutomaticTag") if child.name == "dc:subject" else None
        if automatic is not None:
            child.content = [automatic.text()]


def _reference(record: XmlNode, path: str, diagnostics: list[Diagnostic]) -> Reference:
    word = record.text_of("z:itemType")
    item_type = zotero_type(word)
    if item_type is None:
        message = f"unknown item type {word!r}, read as a document"
        diagnostics.append(finding(FormatCode.UNKNOWN_TYPE, message, path=path, line=record.line))
    about = record.attributes.get(_ABOUT, "")
    own = about.removeprefix("#") if about.startswith("#") else ""
    key = record.text_of("z:citationKey") or own
    _identifiers(record)
    _subjects(record)
    draft = ReferenceDraft(item_type or ItemType.DOCUMENT, key)
    read_record(FORMAT, record, draft)
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of an RDF file of Zotero; attachments, notes and collections are passed over.

    Raises:
        ReadError: The text is no well-formed XML.
    """
    root = parse_xml(text, path)
    known = {node.attributes[_ABOUT]: node for node in root.children if node.attributes.get(_ABOUT)}
    outermost = XmlNode(root.name, line=root.line)
    passed = {"attachment", "note", "annotation"}
    for record in root.children:
        word = record.text_of("z:itemType")
        if not word or word in passed:
            continue
        copy = _copy(record)
        copy.name = "item"
        _containers(copy, known)
        outermost.content.append(copy)
    return read_records(outermost, {"item"}, _reference, path)
