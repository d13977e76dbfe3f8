"""The readers, in one list: the content of a file decides which one reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from citekit.model.document import Document
from citekit.readers.decoding import Decoded
from citekit.readers.html import read_html, score_html
from citekit.readers.markdown import read_markdown, score_markdown
from citekit.readers.plain import read_plain, score_plain


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that can be read.

    ``suffixes`` are hints only. ``score`` says from the first characters of the text and the
    suffix, from 0 to 1, how sure it is that the text is in this format; ``read`` reads any text.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    score: Callable[[str, str], float]
    read: Callable[[Decoded, str], Document]


READERS: tuple[Reader, ...] = (
    Reader("html", "HTML", (".html", ".htm", ".xhtml", ".xht"), score_html, read_html),
    Reader(
        "markdown",
        "Markdown",
        (".md", ".markdown", ".mkd", ".qmd", ".rmd"),
        score_markdown,
        read_markdown,
    ),
    Reader("text", "plain text", (".txt", ".text"), score_plain, read_plain),
)

# How much of a text is looked at to tell its format.
HEAD_LENGTH = 100_000


def choose_reader(text: str, suffix: str) -> Reader:
    """The reader that is surest of ``text``, the first one where two are equally sure."""
    head = text[:HEAD_LENGTH]
    return max(READERS, key=lambda reader: reader.score(head, suffix.lower()))
