"""Reading Rich Text Format (RTF): the text as it is printed, its notes, and its live citations."""

from collections.abc import Iterator, Mapping

from citekit.model.document import DocumentFormat, NoteKind
from citekit.model.spans import NOWHERE, Span
from citekit.readers.archive.document import document_of
from citekit.readers.archive.story import Pages, lay_out
from citekit.readers.declared import Declared, Declares
from citekit.readers.results import ReadResult
from citekit.readers.rtf.walking import walk_rtf

_SIGNATURE = b"{\\rtf"
_PRINTED, _PROPERTY = 10, 20


def is_rtf(data: bytes) -> bool:
    """Whether ``data`` are RTF."""
    return data[:1000].lstrip().startswith(_SIGNATURE)


def read_rtf(data: bytes, path: str) -> ReadResult:
    """The document in the bytes of an RTF file; any bytes give one.

    The text is the body, a paragraph a line, then the footnotes and endnotes, each after its
    mark.
    """
    story = walk_rtf(data)
    notes = sorted(story.body.notes, key=lambda note: note.kind is NoteKind.ENDNOTE)
    pages = lay_out(story.body.blocks, notes, "")
    declared = _declared(story.info, pages)
    return ReadResult(document_of(pages, path, DocumentFormat.RTF, declared))


def _declared(info: Mapping[str, str], pages: Pages) -> Iterator[Declared]:
    yield Declared(Declares.TYPE, "document", NOWHERE, _PRINTED)
    for printed in pages.styles.get("title", ())[:1]:
        yield Declared(Declares.TITLE, printed.text, Span(printed.start, printed.end), _PRINTED)
    if info.get("title", "").strip():
        yield Declared(Declares.TITLE, info["title"].strip(), NOWHERE, _PROPERTY)
    for author in filter(None, map(str.strip, info.get("author", "").split(";"))):
        yield Declared(Declares.AUTHOR, author, NOWHERE, _PROPERTY)
    if "yr" in info:
        parts = [info["yr"].zfill(4), *(info[k].zfill(2) for k in ("mo", "dy") if k in info)]
        yield Declared(Declares.ISSUED, "-".join(parts), NOWHERE, _PROPERTY)
