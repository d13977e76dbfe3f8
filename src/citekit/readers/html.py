"""Reading HTML: the article of a page, its notes, and what it says about itself."""

import re

from citekit.model.document import Document, DocumentFormat
from citekit.model.spans import Span
from citekit.readers.declared import Declared, Declares
from citekit.readers.decoding import Decoded
from citekit.readers.html_declared_references import find_declared_references
from citekit.readers.html_notes import find_notes
from citekit.readers.html_page import HtmlPage
from citekit.readers.html_reference_items import join_reference_items
from citekit.readers.html_walking import walk_page
from citekit.readers.html_zones import ZoneJudge
from citekit.readers.metadata_json_ld import find_json_ld
from citekit.readers.metadata_meta import find_meta
from citekit.readers.metadata_visible import find_visible
from citekit.readers.page_metadata import build_metadata

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"</?(?:p|div|span|table|tr|td|ul|ol|li|br|h[1-6]|section|article|blockquote|a|b|i|em|strong)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
# Tags per character: pages have one in 20 to 60, Markdown with raw HTML fewer than one in 150.
_DENSE, _SPARSE = 1 / 80, 1 / 250


def score_html(head: str, suffix: str) -> float:
    """How sure it is that ``head`` is HTML: by how it opens, else by how many tags it has."""
    if _OPENING.match(head):
        return 1.0
    tags = sum(1 for _ in _TAG.finditer(head))
    density = tags / max(1, len(head))
    begins = bool(_TAG.match(head.lstrip()[:1000]))
    if density >= _DENSE and tags > 1:
        return 0.9 if begins or suffix in _SUFFIXES else 0.6
    if density >= _SPARSE and begins:
        return 0.5
    return 0.8 if suffix in _SUFFIXES and tags else 0.0


def read_html(decoded: Decoded, path: str) -> Document:
    """The document in HTML, read as a browser shows it, each character with its offset.

    Text that a browser does not show is left out: scripts, styles, forms' controls, comments of
    the source. An entity stands at its first character. A row of a table is a block.
    """
    page = walk_page(decoded.text)
    noted = find_notes(page)
    judge = ZoneJudge(page)
    zones = tuple(judge.zone_of_block(block) for block in page.blocks)
    declared = (
        *find_meta(page),
        *find_json_ld(page),
        *find_visible(page, judge.zone_of, zones),
        *_language(page),
    )
    listed, live = find_declared_references(page)
    blocks = (*listed, *join_reference_items(page, noted.texts, zones))
    return Document(
        path,
        decoded.text,
        DocumentFormat.HTML,
        decoded.encoding,
        blocks,
        noted.notes,
        build_metadata(path, declared),
        live_citations=live,
    )


def _language(page: HtmlPage) -> tuple[Declared, ...]:
    if not page.language:
        return ()
    return (Declared(Declares.LANGUAGE, page.language, Span(0, 0), 99),)
