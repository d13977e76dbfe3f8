"""Reading a file: bytes in, a document out, whatever its format."""

from dataclasses import replace
from pathlib import Path, PurePath

from citekit.errors import ReadError
from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.document import Document, DocumentFormat
from citekit.readers.decoding import Decoded, decode
from citekit.readers.limits import is_overfull, overfull
from citekit.readers.registry import choose_reader, find_bytes_reader
from citekit.readers.results import ReadResult
from citekit.readers.sniffing import refuse_binary, refuse_noise, refuse_source, refuse_xml


def read_path(path: Path) -> ReadResult:
    """The document in the file at ``path``; its content, not its suffix, decides the reader.

    Raises:
        ReadError: The file is missing, a folder, may not be read, or holds no text that a reader
            knows. The message names the place and what to do.
    """
    name = path.as_posix()
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{name}: there is no such file; check the spelling of the path") from error
    except IsADirectoryError as error:
        raise ReadError(f"{name}: this is a folder; name the files in it to be read") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"{name}: the file cannot be read ({reason})") from error
    return read_bytes(data, name)


def read_bytes(data: bytes, path: str) -> ReadResult:
    """The document in ``data``; ``path`` names it in spans and messages and gives a suffix.

    Raises:
        ReadError: ``data`` holds no text that a reader knows.
    """
    bytes_reader = find_bytes_reader(data)
    if bytes_reader is not None:
        return _judged(bytes_reader.read(data, path))
    refuse_binary(data, path)
    decoded = decode(data, path)
    if not decoded.encoding.startswith(("utf-16", "utf-32")):
        refuse_noise(data, path)
    content = decoded.content
    if not content.strip():
        return _empty(decoded, path)
    refuse_xml(content, path)
    refuse_source(content, path)
    reader = choose_reader(content, PurePath(path).suffix)
    read = reader.read(replace(decoded, text=content), path)
    found = read if isinstance(read, ReadResult) else ReadResult(read)
    # The first character may stand for a byte-order mark; others the reader may have added.
    text = decoded.text[:1] + found.document.text[1:]
    document = replace(found.document, text=text)
    return _judged(ReadResult(document, (*decoded.diagnostics, *found.diagnostics)))


def _judged(result: ReadResult) -> ReadResult:
    """``result`` with a warning where the document was not taken apart to its end."""
    if not is_overfull(result.document):
        return result
    return replace(result, diagnostics=(*result.diagnostics, overfull(result.document.path)))


def _empty(decoded: Decoded, path: str) -> ReadResult:
    what = "holds nothing but white space" if decoded.content else "is empty"
    diagnostic = Diagnostic(
        "READ001", Severity.WARNING, f"the file {what}", "Check that it is the file meant.", path
    )
    document = Document(path, decoded.text, DocumentFormat.TEXT, decoded.encoding)
    return ReadResult(document, (*decoded.diagnostics, diagnostic))
