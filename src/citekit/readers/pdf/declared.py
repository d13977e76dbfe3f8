"""What a PDF declares about itself: its information dictionary, XMP, and the DOI it prints."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from citekit.fields.identifiers import normalise_doi
from citekit.model.document import Document
from citekit.model.reference import Reference
from citekit.model.spans import Span
from citekit.model.variables import ItemType, TextVariable
from citekit.readers.declared import Declared, Declares
from citekit.readers.page_metadata import build_metadata
from citekit.readers.pdf.pdfium import PdfFile
from citekit.text.safe_xml import safe_parser

_XMP_START, _XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_LONGEST_XMP = 500_000
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
# Local names of Dublin Core and PRISM; the namespaces of PRISM change with its versions.
_XMP = {
    "title": Declares.TITLE,
    "creator": Declares.AUTHOR,
    "publicationName": Declares.CONTAINER,
    "doi": Declares.DOI,
    "volume": Declares.VOLUME,
    "number": Declares.ISSUE,
    "startingPage": Declares.FIRST_PAGE,
    "endingPage": Declares.LAST_PAGE,
    "pageRange": Declares.PAGE,
    "issn": Declares.ISSN,
    "isbn": Declares.ISBN,
    "publicationDate": Declares.ISSUED,
    "coverDate": Declares.ISSUED,
    "publisher": Declares.PUBLISHER,
}
_OF_ARTICLES = frozenset({Declares.VOLUME, Declares.ISSUE, Declares.ISSN})
_SPACES = ("http://purl.org/dc/elements/", "http://prismstandard.org/namespaces/")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;)\]]")
_DOI_CUE = re.compile(r"(?:doi(?:\.org/|\s*:|\s)|digital object identifier)\s*$", re.IGNORECASE)
# What programs put for a title: their own name, or that of a file.
_NO_TITLE = re.compile(r"^microsoft word|\.(?:docx?|indd|tex|pdf|qxd|rtf|dvi)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIRST_PAGES = 3
_LONGEST_TITLE = 400
_SEEN = 0.7
_XMP_RANK, _INFO_RANK, _PRINTED_RANK = 10, 20, 30


def declared_in(file: PdfFile, data: bytes, document: Document) -> Reference:
    """What ``file`` declares about itself, as far as its first pages print it too.

    Titles and authors are often left over from a template or the name of a program; those whose
    words the first pages do not print are left out.
    """
    end = _end_of_page(document, _FIRST_PAGES)
    words = _words(document.text[:end])
    titles = [
        _words(block.text.text)
        for block in document.blocks
        if block.text.start < end and len(block.text.text) < _LONGEST_TITLE
    ]
    declared = [*_from_xmp(data), *_from_information(file)]
    kept = [item for item in declared if _is_believed(item, words, titles)]
    kept += _printed_doi(document)
    reference = build_metadata(document.path, kept)
    doi = next((doi for item in kept if (doi := _doi_of(item))), "")
    texts = {**reference.texts, **({TextVariable.DOI: doi} if doi else {})}
    is_article = any(item.kind in _OF_ARTICLES for item in kept)
    kind = ItemType.ARTICLE_JOURNAL if texts and is_article else ItemType.DOCUMENT
    return replace(reference, type=kind, texts=texts)


def _doi_of(item: Declared) -> str:
    return normalise_doi(item.value) if item.kind is Declares.DOI else ""


def _end_of_page(document: Document, number: int) -> int:
    """The offset at which the page ``number`` ends."""
    return max((line.end for line in document.lines if line.page <= number), default=0)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _is_believed(item: Declared, printed: set[str], titles: Sequence[set[str]]) -> bool:
    words = _words(item.value)
    if item.kind is Declares.AUTHOR:
        return bool(words) and len(words & printed) >= _SEEN * len(words)
    if item.kind is Declares.TITLE:
        named = not _NO_TITLE.search(item.value) and bool(words)
        return named and any(len(words & t) >= _SEEN * len(words | t) for t in titles)
    return True


def _from_information(file: PdfFile) -> Iterator[Declared]:
    nowhere = Span(0, 0)
    title = file.declared("Title")
    if title:
        yield Declared(Declares.TITLE, " ".join(title.split()), nowhere, _INFO_RANK)
    for author in re.split(r"\s*[;&]\s*", file.declared("Author")):
        if author.strip():
            yield Declared(Declares.AUTHOR, " ".join(author.split()), nowhere, _INFO_RANK)


def _from_xmp(data: bytes) -> Iterator[Declared]:
    """The values of the last XMP packet that stands in the file uncompressed."""
    start = data.rfind(_XMP_START)
    end = data.find(_XMP_END, start) if start >= 0 else -1
    if start < 0 or not 0 <= end - start <= _LONGEST_XMP:
        return
    try:
        root = etree.fromstring(data[start : end + len(_XMP_END)], safe_parser())
    except (etree.XMLSyntaxError, ValueError):
        return
    for element in root.iter():
        for name, values in _values(element):
            kind = _XMP.get(name)
            if kind is None:
                continue
            for value in values:
                if value.strip():
                    yield Declared(kind, " ".join(value.split()), Span(0, 0), _XMP_RANK)


def _values(element: etree._Element) -> Iterator[tuple[str, Iterable[str]]]:
    """The local names and values that ``element`` gives, in attributes or as its text."""
    if str(element.tag) == f"{_RDF}Description":
        for name, value in element.attrib.items():
            if str(name).startswith(tuple("{" + space for space in _SPACES)):
                yield str(name).rpartition("}")[2], [str(value)]
    if not str(element.tag).startswith(tuple("{" + space for space in _SPACES)):
        return
    items = [str(item.text or "") for item in element.iter(f"{_RDF}li")]
    local = str(element.tag).rpartition("}")[2]
    yield local, (items[:1] if local == "title" else items) or [str(element.text or "")]


def _printed_doi(document: Document) -> Iterator[Declared]:
    """The DOI that the first page prints outside of its notes, if it is but one."""
    first = document.text[: _end_of_page(document, 1)]
    inside = [piece for note in document.notes for piece in note.text.pieces]
    found: dict[str, Span] = {}
    for match in _DOI.finditer(first):
        noted = any(piece.start <= match.start() < piece.end for piece in inside)
        if not noted and _DOI_CUE.search(first[max(0, match.start() - 30) : match.start()]):
            found.setdefault(match.group().casefold(), Span(*match.span()))
    if len(found) == 1:
        span = next(iter(found.values()))
        yield Declared(Declares.DOI, first[span.start : span.end], span, _PRINTED_RANK)
