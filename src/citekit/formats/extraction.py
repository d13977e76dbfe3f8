"""The extraction schema: documents, their citations and the references, as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.errors import ReadError
from citekit.formats.csl_json import to_csl
from citekit.formats.csl_json_reader import load_json, read_items
from citekit.formats.diagnostic_json import diagnostic_to_json
from citekit.formats.json_text import format_json
from citekit.formats.results import ReadResult, WriteOptions, WriteResult
from citekit.model.citation import Citation, Cite, Library, ShortForm
from citekit.model.diagnostic import Diagnostic
from citekit.model.document import Block, DocumentPart
from citekit.model.pages import PageIndex, PagePlace, PrintedLine
from citekit.model.reference import Reference
from citekit.model.spans import NOWHERE, Span

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """A document that was read: its decoded text, what it says of itself, and what it cites."""

    path: str
    metadata: Reference
    text: str
    citations: tuple[Citation, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    parts: tuple[DocumentPart, ...] = ()
    blocks: tuple[Block, ...] = ()


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _short_form(form: ShortForm) -> dict[str, object]:
    described: dict[str, object] = {"kind": form.kind.value}
    if form.authors:
        described["authors"] = list(form.authors)
    given = {"title": form.title, "year": form.year, "note": form.note}
    described.update({name: value for name, value in given.items() if value})
    if form.draft is not None:
        described["reference"] = to_csl(form.draft)
    return described


def _cite(cite: Cite) -> dict[str, object]:
    described: dict[str, object] = {
        "id": cite.key or None,
        "locator": cite.locator,
        "label": cite.label,
        "prefix": cite.prefix,
        "suffix": cite.suffix,
    }
    if cite.key:
        return described
    if isinstance(cite.target, ShortForm):
        described["short-form"] = _short_form(cite.target)
    else:
        described["reference"] = to_csl(cite.target)
    return described


def _place(place: PagePlace) -> dict[str, object]:
    box = place.box
    return {"page": place.page, "box": [box.left, box.top, box.right, box.bottom]}


def _citation(citation: Citation, text: str, pages: PageIndex | None) -> dict[str, object]:
    passage = citation.passage
    pieces = passage.text.pieces
    described: dict[str, object] = {
        "id": citation.id,
        "kind": citation.kind.value,
        "marker": passage.marker,
        "text": " ".join(text[piece.start : piece.end] for piece in pieces),
        "spans": [_span(piece) for piece in pieces],
    }
    if pages is not None:
        described["places"] = [_place(place) for place in pages.places(pieces)]
    if passage.mark is not None:
        described["mark"] = _span(passage.mark)
    described["cites"] = [_cite(cite) for cite in citation.cites]
    return described


def _document(document: ExtractedDocument) -> dict[str, object]:
    pages = PageIndex(document.lines) if document.lines else None
    described: dict[str, object] = {
        "path": document.path,
        "metadata": to_csl(document.metadata),
        "citations": [_citation(citation, document.text, pages) for citation in document.citations],
    }
    if document.parts:
        described["parts"] = [_part(part) for part in document.parts]
    return described


def _part(part: DocumentPart) -> dict[str, object]:
    start = {"start": part.start} if part.start else {}
    return {"name": part.name, "span": _span(part.span), **start}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    span = None if diagnostic.span in {None, NOWHERE} else _span(diagnostic.span or NOWHERE)
    return diagnostic_to_json(diagnostic) | {"span": span}


def write_extraction(
    documents: Iterable[ExtractedDocument], library: Library, diagnostics: Iterable[Diagnostic]
) -> str:
    """The extraction as JSON of schema version 1, ending in a line feed.

    All is given in the order it comes in; only the keys of an item's variables are sorted. So
    the same input gives the same bytes. The schema is ``data/extraction-1.schema.json``.
    """
    return format_json(
        {
            "schema": SCHEMA_VERSION,
            "documents": map(_document, documents),
            "references": map(to_csl, library.references),
            "diagnostics": map(_diagnostic, diagnostics),
        }
    )


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """An extraction without documents, for references that come from elsewhere."""
    return WriteResult(write_extraction((), Library(tuple(references)), ()))


def _references(value: object, path: str) -> object:
    if not isinstance(value, Mapping) or value.get("schema") != SCHEMA_VERSION:
        raise ReadError(f"{path}: not an extraction of schema version {SCHEMA_VERSION}")
    return value.get("references", [])


def read(text: str, path: str) -> ReadResult:
    """The references of an extraction.

    Raises:
        ReadError: the text is no JSON, or of another schema.
    """
    return read_items(_references(load_json(text, path), path), path)
