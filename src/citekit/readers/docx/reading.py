"""Reading Word documents (DOCX): the text as it is printed, its notes, and its live citations."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from citekit.errors import ReadError
from citekit.model.document import DocumentFormat, NoteKind
from citekit.model.live_citation import LiveCite
from citekit.readers.archive.document import document_of
from citekit.readers.archive.kinds import ArchiveKind, archive_kind
from citekit.readers.archive.members import Archive, open_archive
from citekit.readers.archive.properties import declared_in
from citekit.readers.archive.story import StoryNote, lay_out
from citekit.readers.archive.xml_members import find_xml, local_name, parse_xml, read_xml, text_of
from citekit.readers.docx.attributes import attribute, child
from citekit.readers.docx.inline import CalledNote, DocxContext, InlineReader
from citekit.readers.docx.note_numbers import NoteNumbers
from citekit.readers.docx.package import DocxPackage, open_package, relations_of
from citekit.readers.docx.story import DocxStory
from citekit.readers.docx.structure import is_balanced
from citekit.readers.docx.styles import read_styles
from citekit.readers.live.bookmarks import read_bookmarks
from citekit.readers.live.field_codes import FieldCode, FieldSources
from citekit.readers.live.word_sources import find_sources
from citekit.readers.results import ReadResult

# So much of a custom part shows what it holds.
_HEAD = 2000
_PARTS = {NoteKind.FOOTNOTE: "footnotes", NoteKind.ENDNOTE: "endnotes"}


def is_docx(data: bytes) -> bool:
    """Whether ``data`` are a Word document, whatever its name."""
    return archive_kind(data) is ArchiveKind.DOCX


def read_docx(data: bytes, path: str) -> ReadResult:
    """The document in the bytes of a DOCX file.

    The text is the body, a paragraph a line, then the footnotes and endnotes that it calls, each
    after its mark.

    Raises:
        ReadError: The file is damaged, protected, or larger inside than any document.
    """
    package = open_package(open_archive(data, path, "Word"))
    root = read_xml(package.archive, package.main)
    context = _context(package)
    body = child(root, "body")
    for settings in root.iter("{*}sectPr"):
        context.numbers.configure(settings)
        break
    inline = InlineReader(context, package.relations, ignores_fields=not is_balanced(root))
    story = DocxStory(inline)
    if body is not None:
        story.read(body)
        story.finish(None, listed=False)
    notes = list(_notes(package, context, inline.notes))
    pages = lay_out(story.blocks, notes, package.main)
    core = find_xml(package.archive, _core_name(package.archive))
    declared = declared_in(core, pages.styles)
    return ReadResult(document_of(pages, path, DocumentFormat.DOCX, declared))


def _context(package: DocxPackage) -> DocxContext:
    numbers = NoteNumbers()
    numbers.configure(package.find_part("settings"))
    sources = FieldSources(_sources(package))
    return DocxContext(
        read_styles(package.find_part("styles")), numbers, sources, _bookmarks(package)
    )


def _core_name(archive: Archive) -> str:
    names = relations_of(archive, "").by_kind.get("core-properties", ())
    return names[0] if names else "docProps/core.xml"


def _sources(package: DocxPackage) -> Mapping[str, LiveCite]:
    """Word's own sources, which lie in one of the custom parts; others may hold anything."""
    found: dict[str, LiveCite] = {}
    for name in package.archive.names:
        if not name.lower().startswith("customxml/item") or "props" in name.lower():
            continue
        with suppress(ReadError):
            data = package.archive.read(name)
            if b"Sources" in data[:_HEAD] or "Sources".encode("utf-16-le") in data[:_HEAD]:
                found |= find_sources(parse_xml(data, package.archive, name))
    return found


def _bookmarks(package: DocxPackage) -> Mapping[str, FieldCode]:
    root = find_xml(package.archive, "docProps/custom.xml")
    properties = root if root is not None else ()
    return read_bookmarks((attribute(part, "name"), text_of(part)) for part in properties)


def _notes(
    package: DocxPackage, context: DocxContext, called: Sequence[CalledNote]
) -> Iterator[StoryNote]:
    """The notes that are called, footnotes first, each once."""
    for kind, part in _PARTS.items():
        wanted = {note.id: note for note in reversed(called) if note.kind is kind}
        root = package.find_part(part) if wanted else None
        if root is None:
            continue
        name = package.part_name(part)
        relations = relations_of(package.archive, name)
        elements = {attribute(note, "id"): note for note in root if local_name(note) == kind.value}
        for number, note in reversed(wanted.items()):
            if number not in elements:
                continue
            inline = InlineReader(
                context, relations, ignores_fields=not is_balanced(elements[number])
            )
            story = DocxStory(inline)
            story.read(elements[number])
            story.finish(None, listed=False)
            paragraphs = [block.paragraph for block in story.blocks]
            yield StoryNote(note.label, note.marker, kind, tuple(paragraphs), name)
