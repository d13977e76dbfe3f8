"""Documents that are no plain text, such as PDF and Word: the text that is laid out of them."""

from citekit.errors import ReadError
from citekit.model.diagnostic import Severity
from citekit.model.document import Document, DocumentFormat
from citekit.readers.reading import read_bytes
from citekit.readers.registry import find_bytes_reader

_LAID_OUT = frozenset(
    {
        DocumentFormat.PDF,
        DocumentFormat.DOCX,
        DocumentFormat.ODT,
        DocumentFormat.EPUB,
        DocumentFormat.RTF,
        DocumentFormat.JATS,
        DocumentFormat.TEI,
    }
)
# Where one of the first bytes is zero, it is no text that anybody could mend.
_HEAD = 8192


def read_laid_out(data: bytes, path: str) -> Document | None:
    """The document in ``data`` if it is in a format whose text is not edited as it stands.

    ``None`` for any text, whose reader is chosen by what cites in it.

    Raises:
        ReadError: It is no text, and in no format that can be read.
    """
    is_xml = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    if find_bytes_reader(data) is None and not is_xml and b"\0" not in data[:_HEAD]:
        return None
    try:
        result = read_bytes(data, path)
    except ReadError:
        if is_xml:
            return None  # such as the files that biber reads
        raise
    if result.document.format not in _LAID_OUT:
        return None
    errors = [one for one in result.diagnostics if one.severity is Severity.ERROR]
    if errors:
        raise ReadError(f"{path}: {errors[0].message}")
    return result.document
