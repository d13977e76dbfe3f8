"""The document that was laid out."""

from collections.abc import Iterable

from citekit.model.document import Document, DocumentFormat
from citekit.readers.archive.story import Pages
from citekit.readers.declared import Declared
from citekit.readers.page_metadata import build_metadata


def document_of(
    pages: Pages, path: str, written_in: DocumentFormat, declared: Iterable[Declared]
) -> Document:
    """The document at ``path`` with the text of ``pages`` and the metadata that it declares.

    What stands in no file within it has no part.
    """
    return Document(
        path,
        pages.text,
        written_in,
        blocks=pages.blocks,
        notes=pages.notes,
        metadata=build_metadata(path, declared),
        live_citations=pages.live,
        parts=tuple(part for part in pages.parts if part.name),
    )
