"""Reading EPUB books: every chapter as HTML, all of them as one page."""

from dataclasses import replace

from citekit.errors import ReadError
from citekit.model.diagnostic import Diagnostic
from citekit.model.document import Block, Document, DocumentFormat, DocumentPart
from citekit.model.spans import Span
from citekit.readers.archive.kinds import ArchiveKind, archive_kind
from citekit.readers.archive.members import open_archive
from citekit.readers.decoding import decode
from citekit.readers.epub.publication import read_publication
from citekit.readers.html_notes import find_notes
from citekit.readers.html_page import PagePart
from citekit.readers.html_walking import walk_parts
from citekit.readers.page_metadata import build_metadata
from citekit.readers.results import ReadResult


def is_epub(data: bytes) -> bool:
    """Whether ``data`` are an EPUB book, whatever its name."""
    return archive_kind(data) is ArchiveKind.EPUB


def read_epub(data: bytes, path: str) -> ReadResult:
    """The document in the bytes of an EPUB file.

    The text is that of the chapters' files, as they are stored, one after the other; a mark is
    joined to its note also where this stands in another file.

    Raises:
        ReadError: The file is damaged, protected, or larger inside than any document.
    """
    archive = open_archive(data, path, "Calibre")
    publication = read_publication(archive)
    if not publication.chapters:
        raise ReadError(
            f"{path}: the book holds no chapter of text; convert it again from its source"
        )
    texts: list[str] = []
    parts: list[PagePart] = []
    diagnostics: list[Diagnostic] = []
    position = 0
    for name in publication.chapters:
        decoded = decode(archive.read(name), path)
        texts.append(f"{decoded.content}\n")
        parts.append(PagePart(name, Span(position, position + len(texts[-1]))))
        diagnostics += (_within(found, position) for found in decoded.diagnostics)
        position += len(texts[-1])
    text = "".join(texts)
    page = walk_parts(text, parts)
    noted = find_notes(page)
    document = Document(
        path,
        text,
        DocumentFormat.EPUB,
        blocks=tuple(
            Block(block.kind, shown, block.level)
            for block, shown in zip(page.blocks, noted.texts, strict=True)
            if shown is not None
        ),
        notes=noted.notes,
        metadata=build_metadata(path, publication.declared),
        parts=tuple(DocumentPart(part.name, part.span) for part in parts),
    )
    return ReadResult(document, tuple(diagnostics))


def _within(found: Diagnostic, shift: int) -> Diagnostic:
    """A finding in one file, its place counted in the whole text."""
    if found.span is None:
        return found
    span = Span(found.span.start + shift, found.span.end + shift)
    return replace(found, span=span, line=0, column=0)
