"""The text of a draft, so that what is not changed is written as it was."""

from pathlib import Path

from citekit.errors import ReadError
from citekit.model.diagnostic import Diagnostic
from citekit.readers.decoding import decode


def read_draft(path: str, data: bytes | None) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text at ``path``, a byte-order mark and line ends included, and what was assumed.

    Text that is not UTF-8 is read as what it says it is, and will be written as UTF-8.

    Raises:
        ReadError: There is no such file, it is no text, or characters in it would be lost.
    """
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        decoded = decode(data, path)
    if "\0" in decoded.text:
        raise ReadError(f"{path}: not a text: it holds NUL characters")
    if "\ufffd" in decoded.text:
        raise ReadError(f"{path}: damaged: not all of it is {decoded.encoding}; save it as UTF-8")
    return decoded.text, decoded.diagnostics
