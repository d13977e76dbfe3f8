"""Telling from a ZIP archive what document it is: by what it declares, not by its name."""

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO

from citekit.readers.archive.members import ZIP_SIGNATURES, has_long_directory

_LONGEST_DECLARATION = 100_000
_MARKS_SHOWN = 200_000


class ArchiveKind(StrEnum):
    """The documents that are archives."""

    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"


# What stands in the first member, ``mimetype``; templates and master documents are texts too.
_TYPES = {
    b"application/vnd.oasis.opendocument.text": ArchiveKind.ODT,
    b"application/epub+zip": ArchiveKind.EPUB,
}
_CONTENT_TYPES = "[Content_Types].xml"
# Names that stand in the bytes of an archive that is damaged.
_TRACES = (
    (b"word/document.xml", ArchiveKind.DOCX),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ArchiveKind.ODT),
    (b"mimetypeapplication/epub+zip", ArchiveKind.EPUB),
    (b"word/_rels/document", ArchiveKind.DOCX),
)


def archive_kind(data: bytes) -> ArchiveKind | None:
    """The kind of document that ``data`` are, ``None`` where they are none or another one.

    Of an archive that is cut short or damaged, what can still be seen decides.
    """
    if not data.startswith(ZIP_SIGNATURES):
        return None
    if has_long_directory(data):
        return _kind_by_traces(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            return _kind_of(file)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
        return _kind_by_traces(data)
    except (RuntimeError, ValueError):
        return _kind_by_traces(data)


def _kind_of(file: zipfile.ZipFile) -> ArchiveKind | None:
    names = set(file.namelist())
    declared = _head(file, "mimetype") if "mimetype" in names else b""
    for prefix, kind in _TYPES.items():
        if declared.strip().startswith(prefix):
            return kind
    if _CONTENT_TYPES in names and b"wordprocessingml" in _head(file, _CONTENT_TYPES):
        return ArchiveKind.DOCX
    if "word/document.xml" in names:
        return ArchiveKind.DOCX
    if "META-INF/container.xml" in names:
        return ArchiveKind.EPUB
    return None


def _head(file: zipfile.ZipFile, name: str) -> bytes:
    with file.open(name) as member:
        return member.read(_LONGEST_DECLARATION)


def _kind_by_traces(data: bytes) -> ArchiveKind | None:
    shown = data[:_MARKS_SHOWN] + data[-_MARKS_SHOWN:]
    return next((kind for trace, kind in _TRACES if trace in shown), None)
