"""Reading OpenDocument texts (ODT): the text as it is printed, its notes, its live citations."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from citekit.model.document import DocumentFormat, NoteKind
from citekit.readers.archive.document import document_of
from citekit.readers.archive.kinds import ArchiveKind, archive_kind
from citekit.readers.archive.members import Archive, open_archive, protected
from citekit.readers.archive.properties import declared_in
from citekit.readers.archive.story import StoryNote, lay_out
from citekit.readers.archive.xml_members import find_xml, local_name, read_xml, text_of
from citekit.readers.live.bookmarks import read_bookmarks
from citekit.readers.live.field_codes import FieldCode
from citekit.readers.odt.inline import CalledNote, InlineReader
from citekit.readers.odt.story import OdtStory
from citekit.readers.odt.styles import OdtStyles, plain, read_styles
from citekit.readers.results import ReadResult

_CONTENT, _MANIFEST, _PROGRAM = "content.xml", "META-INF/manifest.xml", "LibreOffice"


def is_odt(data: bytes) -> bool:
    """Whether ``data`` are an OpenDocument text, whatever its name."""
    return archive_kind(data) is ArchiveKind.ODT


def read_odt(data: bytes, path: str) -> ReadResult:
    """The document in the bytes of an ODT file.

    The text is the body, a paragraph a line, then the footnotes and endnotes, each after its
    mark.

    Raises:
        ReadError: The file is damaged, protected, or larger inside than any document.
    """
    archive = open_archive(data, path, _PROGRAM)
    _refuse_encrypted(archive)
    root = read_xml(archive, _CONTENT)
    styles = read_styles((find_xml(archive, "styles.xml"), root))
    meta = _first(find_xml(archive, "meta.xml"), "meta")
    inline = InlineReader(styles, _bookmarks(meta))
    story = OdtStory(inline)
    body = _first(_first(root, "body"), "text")
    if body is not None:
        story.read(body)
    pages = lay_out(story.blocks, _notes(styles, inline.bookmarks, inline.notes), _CONTENT)
    declared = declared_in(meta, pages.styles)
    return ReadResult(document_of(pages, path, DocumentFormat.ODT, declared))


def _refuse_encrypted(archive: Archive) -> None:
    """Raise ReadError if the content only opens with a password."""
    manifest = find_xml(archive, _MANIFEST)
    for entry in manifest if manifest is not None else ():
        name = plain(entry).get("full-path", "")
        if name in {_CONTENT, "encrypted-package"} and any(
            local_name(part) == "encryption-data" for part in entry
        ):
            raise protected(archive.path, _PROGRAM)


def _bookmarks(meta: etree._Element | None) -> Mapping[str, FieldCode]:
    properties = meta if meta is not None else ()
    return read_bookmarks((plain(part).get("name", ""), text_of(part)) for part in properties)


def _notes(
    styles: OdtStyles, bookmarks: Mapping[str, FieldCode], called: Sequence[CalledNote]
) -> Iterator[StoryNote]:
    """The notes, footnotes first."""
    for kind in NoteKind:
        for note in called:
            if note.kind is not kind or note.body is None:
                continue
            story = OdtStory(InlineReader(styles, bookmarks))
            story.read(note.body)
            paragraphs = [block.paragraph for block in story.blocks]
            yield StoryNote(note.label, note.marker, kind, tuple(paragraphs), _CONTENT)


def _first(root: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of that name."""
    parts = root if root is not None else ()
    return next((part for part in parts if local_name(part) == name), None)
