"""XML inside an archive, parsed with nothing allowed that could do harm."""

from lxml import etree

from citekit.errors import ReadError
from citekit.readers.archive.members import Archive
from citekit.text.safe_xml import declares_entities, safe_parser

# An element costs some 150 bytes; a book of 1,000 pages has about a million.
_MOST_TAGS = 6_000_000


def read_xml(archive: Archive, name: str) -> etree._Element:
    """The root element of a member.

    Raises:
        ReadError: It is missing, damaged, no well-formed XML, nested too deep, or declares
            entities.
    """
    return parse_xml(archive.read(name), archive, name)


def find_xml(archive: Archive, name: str) -> etree._Element | None:
    """The root element of a member, ``None`` where there is no such member.

    Raises:
        ReadError: The member is damaged, no well-formed XML, or declares entities.
    """
    return read_xml(archive, name) if name and name in archive else None


def parse_xml(data: bytes, archive: Archive, name: str) -> etree._Element:
    """The root element of ``data``, the content of the member ``name``.

    Raises:
        ReadError: ``data`` are no well-formed XML, nested too deep, or declare entities.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise ReadError(
            f"{archive.path}: {name} has more elements than any document; "
            f"split the file into documents in {archive.program}"
        )
    try:
        root = etree.fromstring(data, safe_parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ReadError(
            f"{archive.path}: {name}:{line}:{column}: no XML that can be read ({error.msg}); "
            f"open the file in {archive.program} and save it again"
        ) from error
    if declares_entities(root):
        raise ReadError(
            f"{archive.path}: {name}: the XML declares entities, which no such document does; "
            f"if the file is to be trusted, open it in {archive.program} and save it again"
        )
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: etree._Element | None) -> str:
    """All text in an element, trimmed, empty without one."""
    return "".join(str(part) for part in element.itertext()).strip() if element is not None else ""
