"""References from MODS."""

from citekit.fields.csl_vocabulary import find_item_type
from citekit.formats.format_tables import format_table
from citekit.formats.mods import FORMAT, NAME, mods_words
from citekit.formats.record_keys import read_key
from citekit.formats.record_reading import read_records
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.results import ReadResult
from citekit.formats.tree_records import read_record
from citekit.formats.xml_tree import XmlNode, parse_xml
from citekit.formats.zotero_types import zotero_type
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.model.variables import ItemType

_PERIODICALS = {"periodical", "academic journal", "journal", "magazine", "newspaper"}


def _lift_roles(node: XmlNode) -> None:
    """Turn the element for a role into an attribute; a name without one is the author's."""
    for child in node.children:
        _lift_roles(child)
        if child.name != "name":
            continue
        role = child.first("role")
        word = "" if role is None else role.text().lower()
        if role is not None:
            terms = [term for term in role.children if term.attributes.get("type") == "code"]
            word = (terms[0].text() if terms else role.text()).strip().lower()
            child.content.remove(role)
        child.attributes["role"] = mods_words("roles").get(word.rstrip("."), word) or "aut"


def _lift_parts(node: XmlNode) -> None:
    """Take the number and name of a part out of the title they stand in."""
    for child in node.children:
        _lift_parts(child)
        for part in child.children if child.name == "titleInfo" else ():
            if part.name in {"partNumber", "partName"}:
                child.content.remove(part)
                node.content.append(part)


def _join_points(node: XmlNode) -> None:
    """Make one date of those that are marked as the start and the end of a span."""
    for child in node.children:
        _join_points(child)
        if child.attributes.get("point") != "start":
            continue
        end = next(
            (
                other
                for other in node.children
                if other.name == child.name and other.attributes.get("point") == "end"
            ),
            None,
        )
        last = "" if end is None else end.text()
        child.content = [f"{child.text()}/{last or '..'}"]
        if end is not None:
            node.content.remove(end)


def _host(record: XmlNode) -> XmlNode | None:
    return next(
        (
            child
            for child in record.children
            if child.name == "relatedItem" and child.attributes.get("type") == "host"
        ),
        None,
    )


def _type_of_structure(record: XmlNode) -> ItemType:
    """The type that a record without a known genre has by what it is part of."""
    resource = mods_words("resource_types").get(record.text_of("typeOfResource").lower(), "")
    if resource:
        return ItemType(resource)
    host = _host(record)
    if host is None:
        return ItemType.BOOK if record.first("originInfo") is not None else ItemType.DOCUMENT
    genres = {child.text().lower() for child in host.children if child.name == "genre"}
    origin = host.first("originInfo")
    continuing = origin is not None and origin.text_of("issuance") in {"continuing", "serial"}
    is_journal = continuing or genres & _PERIODICALS
    return ItemType.ARTICLE_JOURNAL if is_journal else ItemType.CHAPTER


def _item_type(record: XmlNode) -> ItemType:
    """The type by CSL's or Zotero's own word, else by genre; genres that tell it are taken out."""
    genres = [child for child in record.children if child.name == "genre"]
    found: ItemType | None = None
    for genre in genres:
        authority, word = genre.attributes.get("authority", ""), genre.text()
        own = find_item_type(word) if authority == "csl" else zotero_type(word)
        known = format_table(NAME).type_of(word)
        if authority in {"csl", "marcgt"} or own or (known and found is None):
            record.content.remove(genre)
        if own is not None and (authority == "csl" or found is None):
            return _taken_out(record, own)
        found = found or known
    if found in {ItemType.BOOK, None} and _host(record) is not None:
        return _type_of_structure(record)
    return found or _type_of_structure(record)


def _taken_out(record: XmlNode, item_type: ItemType) -> ItemType:
    record.content = [
        part
        for part in record.content
        if not (
            isinstance(part, XmlNode)
            and part.name == "genre"
            and part.attributes.get("authority") in {"csl", "marcgt"}
        )
    ]
    return item_type


def _reference(record: XmlNode, path: str, diagnostics: list[Diagnostic]) -> Reference:
    del path, diagnostics
    for prepare in (_lift_roles, _lift_parts, _join_points):
        prepare(record)
    settings = format_table(NAME).settings
    key = read_key(record, settings["key_attribute"], settings["key_place"])
    draft = ReferenceDraft(_item_type(record), key)
    read_record(FORMAT, record, draft)
    return draft.finished()


def read(text: str, path: str) -> ReadResult:
    """The references of a MODS file; elements without a variable are kept in ``extra``.

    Raises:
        ReadError: The text is no well-formed XML.
    """
    return read_records(parse_xml(text, path), {"mods"}, _reference, path)
