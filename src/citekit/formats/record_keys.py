"""Citation keys as identifiers of XML, and beside them where they are none."""

import re

from citekit.formats.xml_places import find_places, make_place, parse_place
from citekit.formats.xml_tree import XmlNode

_NCNAME = re.compile(r"[^\W\d][\w.-]*")


def read_key(record: XmlNode, attribute: str, place: str) -> str:
    """The key of a record: the text at ``place``, else the attribute; both are taken out."""
    identifier = record.attributes.pop(attribute, "")
    parsed = parse_place(place)
    for found in find_places(record, parsed) if parsed else ():
        key = found.node.text()
        record.content = [part for part in record.content if part is not found.node]
        if key:
            return key
    return identifier


def write_key(record: XmlNode, attribute: str, place: str, key: str) -> None:
    """Write the key as an attribute, where XML takes it for an identifier, else at ``place``.

    Source: Namespaces in XML 1.0, section 3 (NCName).
    """
    parsed = parse_place(place)
    if _NCNAME.fullmatch(key):
        record.attributes[attribute] = key
    elif key and parsed is not None:
        make_place(record, parsed).content.append(key)
