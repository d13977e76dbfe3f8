"""The readers, in one list: the content of a file decides which one reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from citekit.model.document import Document
from citekit.readers.decoding import Decoded
from citekit.readers.docx.reading import is_docx, read_docx
from citekit.readers.epub.reading import is_epub, read_epub
from citekit.readers.html import read_html, score_html
from citekit.readers.latex.reading import read_latex, score_latex
from citekit.readers.markdown import read_markdown, score_markdown
from citekit.readers.odt.reading import is_odt, read_odt
from citekit.readers.org.reading import read_org, score_org
from citekit.readers.pdf.reader import is_pdf, read_pdf
from citekit.readers.plain import read_plain, score_plain
from citekit.readers.restructured_text.reading import read_rst, score_rst
from citekit.readers.results import ReadResult
from citekit.readers.rtf.reading import is_rtf, read_rtf
from citekit.readers.typst.reading import read_typst, score_typst
from citekit.readers.xml.jats import read_jats, score_jats
from citekit.readers.xml.tei import read_tei, score_tei


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read.

    ``suffixes`` are hints only. ``score`` says from the first characters of the text and the
    suffix, from 0 to 1, how sure it is that the text is in this format; ``read`` reads any
    text, and may say in a result of its own what it had to assume.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    score: Callable[[str, str], float]
    read: Callable[[Decoded, str], Document | ReadResult]


READERS: tuple[Reader, ...] = (
    Reader("jats", "JATS", (".xml", ".nxml"), score_jats, read_jats),
    Reader("tei", "TEI", (".xml", ".tei"), score_tei, read_tei),
    Reader("html", "HTML", (".html", ".htm", ".xhtml", ".xht"), score_html, read_html),
    Reader(
        "markdown",
        "Markdown",
        (".md", ".markdown", ".mkd", ".qmd", ".rmd"),
        score_markdown,
        read_markdown,
    ),
    Reader("typst", "Typst", (".typ",), score_typst, read_typst),
    Reader("latex", "LaTeX", (".tex", ".ltx", ".latex"), score_latex, read_latex),
    Reader("org", "Org", (".org",), score_org, read_org),
    Reader("rst", "reStructuredText", (".rst", ".rest", ".restx"), score_rst, read_rst),
    Reader("text", "plain text", (".txt", ".text"), score_plain, read_plain),
)


@dataclass(frozen=True, slots=True)
class BytesReader:
    """A format whose files are no text.

    ``accepts`` says from the bytes alone whether they are in this format; ``read`` reads them, or
    raises ReadError, naming the file and the way out.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, str], ReadResult]


BYTES_READERS: tuple[BytesReader, ...] = (
    BytesReader("docx", "Word", (".docx", ".docm", ".dotx", ".dotm"), is_docx, read_docx),
    BytesReader("odt", "OpenDocument", (".odt", ".ott", ".odm"), is_odt, read_odt),
    BytesReader("epub", "EPUB", (".epub",), is_epub, read_epub),
    BytesReader("rtf", "RTF", (".rtf",), is_rtf, read_rtf),
    BytesReader("pdf", "PDF", (".pdf",), is_pdf, read_pdf),
)

# How much of a text is looked at to tell its format.
HEAD_LENGTH = 100_000


def choose_reader(text: str, suffix: str) -> Reader:
    """The reader that is surest of ``text``, the first one where two are equally sure."""
    head = text[:HEAD_LENGTH]
    return max(READERS, key=lambda reader: reader.score(head, suffix.lower()))


def find_bytes_reader(data: bytes) -> BytesReader | None:
    """The reader of ``data`` if they are no text, the first that accepts them."""
    return next((reader for reader in BYTES_READERS if reader.accepts(data)), None)
