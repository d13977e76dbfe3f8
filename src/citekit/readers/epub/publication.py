"""The package of an EPUB book: its files in reading order, and what it says of itself.

Source: EPUB 3.3, sections 4.2 (container) and 5 (package document).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from citekit.errors import ReadError
from citekit.fields.identifiers import normalise_doi
from citekit.model.spans import NOWHERE
from citekit.readers.archive.members import Archive
from citekit.readers.archive.xml_members import find_xml, local_name, read_xml, text_of
from citekit.readers.declared import Declared, Declares

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_PROPERTIES = {
    "title": Declares.TITLE,
    "date": Declares.ISSUED,
    "publisher": Declares.PUBLISHER,
    "language": Declares.LANGUAGE,
}
_ROLES = {"aut": Declares.AUTHOR, "": Declares.AUTHOR, "edt": Declares.EDITOR}
_ISBN_LENGTHS = frozenset({10, 13})


@dataclass(frozen=True, slots=True)
class Publication:
    """A book: the names of its chapters in reading order, and what its metadata declare."""

    chapters: tuple[str, ...]
    declared: tuple[Declared, ...]


def read_publication(archive: Archive) -> Publication:
    """The book in ``archive``; its table of contents is no chapter.

    Raises:
        ReadError: The package is missing or damaged, or the chapters are encrypted.
    """
    name = _package_name(archive)
    root = read_xml(archive, name)
    sections = {local_name(part): part for part in root}
    chapters = tuple(_chapters(name, sections))
    locked = _encrypted(archive)
    if any(chapter in locked for chapter in chapters):
        raise ReadError(
            f"{archive.path}: the book is protected against copying (DRM), so that its text "
            "cannot be read; get it without protection, or export the text where it is shown"
        )
    metadata = sections.get("metadata")
    declared = tuple(_declared(metadata)) if metadata is not None else ()
    return Publication(tuple(c for c in chapters if c in archive), declared)


def _package_name(archive: Archive) -> str:
    for element in read_xml(archive, _CONTAINER).iter("{*}rootfile"):
        if element.get("full-path"):
            return str(element.get("full-path"))
    raise ReadError(
        f"{archive.path}: {_CONTAINER} names no package document; convert the book again"
    )


def _chapters(package: str, sections: dict[str, etree._Element]) -> Iterator[str]:
    items: dict[str, str] = {}
    for item in sections.get("manifest", ()):
        is_contents = "nav" in item.get("properties", "").split()
        if item.get("media-type") in _CHAPTERS and not is_contents:
            path = unquote(item.get("href", "").partition("#")[0])
            items[item.get("id", "")] = normpath(join(dirname(package), path))
    for reference in sections.get("spine", ()):
        name = items.pop(reference.get("idref", ""), "")
        if name:
            yield name


def _encrypted(archive: Archive) -> frozenset[str]:
    """The names of the members that are encrypted; fonts often are."""
    root = find_xml(archive, _ENCRYPTION)
    if root is None:
        return frozenset()
    return frozenset(unquote(e.get("URI", "")) for e in root.iter("{*}CipherReference"))


def _declared(metadata: etree._Element) -> Iterator[Declared]:
    yield Declared(Declares.TYPE, "book", NOWHERE, 0)
    roles = {
        part.get("refines", "").lstrip("#"): text_of(part)
        for part in metadata
        if part.get("property") == "role"
    }
    for rank, part in enumerate(metadata):
        name, text = local_name(part), " ".join(text_of(part).split())
        if not text or (name == "language" and len(text) == 1):
            continue  # "C" is the name of no language
        if name in {"creator", "contributor"}:
            role = next((v for k, v in part.attrib.items() if str(k).endswith("role")), "")
            role = str(role) or roles.get(part.get("id", ""), "")
            kind = _ROLES.get(role if role or name == "creator" else "other")
            if kind is not None:
                yield Declared(kind, text, NOWHERE, 0)
        elif name in _PROPERTIES:
            yield Declared(_PROPERTIES[name], text, NOWHERE, rank)
        elif name == "identifier":
            yield from _identified(text)


def _identified(text: str) -> Iterator[Declared]:
    value = text.lower().removeprefix("urn:").removeprefix("isbn:").strip()
    digits = value.replace("-", "")
    if len(digits) in _ISBN_LENGTHS and digits[:-1].isdecimal():
        yield Declared(Declares.ISBN, value.upper(), NOWHERE, 0)
    elif "10." in value and normalise_doi(value):
        yield Declared(Declares.DOI, value, NOWHERE, 0)
