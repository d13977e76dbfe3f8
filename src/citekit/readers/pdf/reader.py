"""Reading PDF: bytes in, a document out whose text is laid out in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.errors import ReadError
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Block, Document, DocumentFormat, Note
from citekit.model.spans import Span
from citekit.readers.pdf.declared import declared_in
from citekit.readers.pdf.hyphenation import vocabulary
from citekit.readers.pdf.layout import Layout, build_layout, page_lines
from citekit.readers.pdf.note_calls import Call, find_calls, match_calls, without_calls
from citekit.readers.pdf.page import LaidOutPage, lay_out
from citekit.readers.pdf.page_text import PageText
from citekit.readers.pdf.pdfium import MOST_GLYPHS, MOST_PAGES, open_pdf
from citekit.readers.results import ReadResult

# Fewer letters than these on a page are a stamp or a number on a picture.
_FEWEST_LETTERS = 20
_MOST_GLYPHS_IN_ALL = 12_000_000
_BLANKS = b"\xef\xbb\xbf \t\r\n\f\0"
_HEADER = re.compile(rb"[\r\n]%PDF-\d")
_HEAD = 1024
_OBJECT = re.compile(rb"\d obj\b")


@dataclass(slots=True)
class _Pages:
    """The pages of a file, and what reading them met with."""

    laid_out: list[LaidOutPage]
    count: int
    pictures: int = 0
    cut: int = 0
    read: int = 0


def is_pdf(data: bytes) -> bool:
    """Whether ``data`` is a PDF; some have a few lines of something else before it.

    A text that speaks of PDF files has no objects of one.
    """
    if data.lstrip(_BLANKS).startswith(b"%PDF-"):
        return True
    return _HEADER.search(data, 0, _HEAD) is not None and _OBJECT.search(data) is not None


def read_pdf(data: bytes, path: str) -> ReadResult:
    """The document in the PDF ``data``, and what had to be left out of it.

    Its text is that of the pages in reading order, without running heads and page numbers, words
    divided at line ends made whole; ``lines`` says where each stretch is printed.

    Raises:
        ReadError: the file is damaged, protected by a password, or holds pictures of pages
            instead of text.
    """
    with open_pdf(data, path) as file:
        pages = _Pages([], file.page_count)
        glyphs = 0
        for page in file.pages():
            glyphs += len(page.glyphs)
            if glyphs > _MOST_GLYPHS_IN_ALL:
                break
            laid_out = lay_out(page)
            letters = sum(char.isalpha() for line in laid_out.lines for char in line.text)
            pages.pictures += letters < _FEWEST_LETTERS and page.has_images
            pages.cut += page.is_cut
            pages.read += 1
            pages.laid_out.append(laid_out)
        if not any(char.isalnum() for line in page_lines(pages.laid_out) for char in line.text) or (
            pages.pictures == len(pages.laid_out)
        ):
            raise _no_text(path, pages)
        layout = build_layout(pages.laid_out)
        document = _document(layout, pages.laid_out, path)
        metadata = declared_in(file, data, document)
    return ReadResult(replace(document, metadata=metadata), tuple(_doubts(pages, path)))


def _no_text(path: str, pages: _Pages) -> ReadError:
    if pages.pictures:
        return ReadError(
            f"{path}: the PDF holds pictures of its pages and no text; run OCR on it first, "
            f"e.g. `ocrmypdf {path} text.pdf`"
        )
    return ReadError(f"{path}: the PDF has no text on its pages; check that it is the file meant")


def _document(layout: Layout, pages: Sequence[LaidOutPage], path: str) -> Document:
    words = vocabulary(page_lines(pages))
    written = PageText(layout.placed, words, {page.number: page.height for page in pages})
    texts = [written.of(strand) for strand in layout.blocks]
    notes = [(strand, text) for strand in layout.notes if (text := written.of(strand)).text]
    calls = match_calls(find_calls(texts), [(strand.marker, text.start) for strand, text in notes])
    by_block: dict[int, list[Call]] = {}
    for call in calls:
        if call is not None:
            by_block.setdefault(call.block, []).append(call)
    blocks = [
        Block(strand.kind, without_calls(text, by_block.get(place, ())), strand.level)
        for place, (strand, text) in enumerate(zip(layout.blocks, texts, strict=True))
    ]
    return Document(
        path,
        written.text,
        DocumentFormat.PDF,
        "",
        tuple(block for block in blocks if block.text.text),
        tuple(
            Note(
                f"{strand.marker}@{strand.first_line.page}",
                strand.marker,
                text,
                mark=place_of(call),
            )
            for (strand, text), call in zip(notes, calls, strict=True)
        ),
        lines=tuple(written.lines),
    )


def place_of(call: Call | None) -> Span | None:
    """The place of ``call`` in the file."""
    return call.place if call is not None else None


def _doubts(pages: _Pages, path: str) -> Iterator[Diagnostic]:
    """What was left out of the document."""
    if pages.pictures:
        yield Diagnostic(
            "READ006",
            Severity.WARNING,
            f"{pages.pictures} of {pages.count} pages are pictures without text",
            f"Run OCR on the file, e.g. `ocrmypdf --skip-text {path} text.pdf`.",
            path,
        )
    if pages.read < pages.count or pages.cut:
        yield Diagnostic(
            "READ005",
            Severity.WARNING,
            f"{pages.count - pages.read} of {pages.count} pages were left out, and parts of "
            f"{pages.cut}: at most {MOST_PAGES} pages of {MOST_GLYPHS} characters are read",
            "Split the file into documents.",
            path,
        )
