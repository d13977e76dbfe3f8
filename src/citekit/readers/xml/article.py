"""An article in a vocabulary of XML: its text, its notes, its metadata and what it cites."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from citekit.model.document import Document, DocumentFormat
from citekit.readers.declared import Declared
from citekit.readers.decoding import Decoded
from citekit.readers.page_metadata import build_metadata
from citekit.readers.xml.elements import XmlElement, parse_elements
from citekit.readers.xml.story import Grammar, Story


@dataclass(frozen=True, slots=True)
class ArticleFormat:
    """A vocabulary: what its elements mean in a text, and the metadata that the text declares."""

    written_in: DocumentFormat
    grammar: Callable[[str, XmlElement], Grammar]
    declared: Callable[[str, XmlElement], Iterable[Declared]]


def read_article(decoded: Decoded, path: str, article_format: ArticleFormat) -> Document:
    """The document: its text, its notes, and every citation with the work it stands for.

    Raises:
        ReadError: The text is no well-formed XML, or larger than any article.
    """
    root = parse_elements(decoded.text, path)
    story = Story(decoded.text, article_format.grammar(decoded.text, root))
    story.read(root)
    return Document(
        path,
        decoded.text,
        article_format.written_in,
        decoded.encoding,
        tuple(story.blocks),
        tuple(story.notes),
        build_metadata(path, article_format.declared(decoded.text, root)),
        live_citations=tuple(sorted(story.live, key=lambda live: live.text.start)),
    )
