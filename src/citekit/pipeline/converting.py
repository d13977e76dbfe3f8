"""Bibliographies read from files and written in other formats."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from citekit.errors import ConfigError, ReadError
from citekit.formats.registry import Format, format_named, format_of_path
from citekit.formats.results import Reader, WriteOptions
from citekit.formats.sniffing import sniff_format
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.readers.decoding import decode

_BIB = {"biblatex", "bibtex"}
# Signs that no ``.bib`` file begins with.
_SURE = {"json", "csl-json", "ris", "mods", "tei", "jats", "endnote-xml", "zotero-rdf"}


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The references of one or several files, in their order, and what was amiss."""

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A bibliography as text, and what its format could not hold."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A bibliography file as text, its format known; ``marked`` if a byte-order mark began it.

    A line feed stands in the place of the mark.
    """

    path: str
    text: str
    format: Format
    read: Reader
    marked: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def open_bibliography(path: str, *, data: bytes | None = None, source_format: str = "") -> Opened:
    """The text and the format of the bibliography file at ``path``, as ``read_bibliography``.

    Raises:
        ReadError: The file cannot be read, or its format is not known.
        ConfigError: There is no format of that name, or it cannot be read.
    """
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    decoded = decode(data, path)
    text = decoded.content
    found = format_named(source_format) if source_format else _sniff(text, path)
    if found.read is None:
        raise ConfigError(f"{found.name} can be written, but not read")
    marked = text != decoded.text
    return Opened(path, text, found, found.read, marked, decoded.diagnostics)


def read_bibliography(
    path: str, *, data: bytes | None = None, source_format: str = ""
) -> Bibliography:
    """The references of the bibliography file at ``path``.

    The format is the one named, else the one that suffix and content show. ``data`` stands
    in for the file, as when it comes from standard input.

    Raises:
        ReadError: The file cannot be read, or its format is not known.
        ConfigError: There is no format of that name, or it cannot be read.
    """
    opened = open_bibliography(path, data=data, source_format=source_format)
    result = opened.read(opened.text, path)
    return Bibliography(result.references, (*opened.diagnostics, *result.diagnostics))


def write_bibliography(
    references: Sequence[Reference], target_format: str, *, ascii_only: bool = False
) -> Written:
    """``references`` as text in the format called ``target_format``.

    Raises:
        ConfigError: There is no such format, or it cannot be written.
    """
    found = format_named(target_format)
    if found.write is None:
        raise ConfigError(f"{found.name} can be read, but not written")
    result = found.write(references, WriteOptions(ascii=ascii_only))
    return Written(result.text, result.diagnostics)


def convert(path: str, target_format: str, *, ascii_only: bool = False) -> Written:
    """The bibliography file at ``path`` in the format called ``target_format``.

    Its diagnostics are those of reading, then those of writing.

    Raises:
        ReadError: The file cannot be read, or its format is not known.
        ConfigError: There is no format of that name, or it cannot be written.
    """
    read = read_bibliography(path)
    written = write_bibliography(read.references, target_format, ascii_only=ascii_only)
    return Written(written.text, (*read.diagnostics, *written.diagnostics))


def _sniff(text: str, path: str) -> Format:
    """The format of ``text``: its first sign decides, the suffix where there is none.

    A ``.bib`` file may begin with any text, so that it is one unless it is surely another thing.
    """
    shown, by_suffix = sniff_format(text), format_of_path(path)
    if by_suffix is not None and (not shown or (by_suffix.name in _BIB and shown not in _SURE)):
        return by_suffix
    if shown:
        return by_suffix if by_suffix is not None and shown in _BIB else format_named(shown)
    raise ReadError(
        f"{path}: not a bibliography that citekit knows; name its format, or use"
        " 'citekit extract' for a document"
    )
