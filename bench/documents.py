"""Extract a manifest of documents and write the predictions that a scorer reads.

    python bench/documents.py MANIFEST.jsonl [--set NAME ...] [--renderings] -o PREDICTIONS.jsonl

A line of the manifest names a document (``id``, ``set``, ``path`` beside the manifest, ``format``).
A line of the predictions holds, for one document: ``references``, a CSL item for every cite as it
stands, references back among them (``short``); ``footnotes``; ``page``, what the document says of
itself; ``reference_lines``, the 0-based lines of its bibliography. Documents in a format that has
no reader are left out with a message; with ``--renderings`` their text renderings are taken.
"""

import argparse
import json
import sys
import time
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path

from citekit.formats.csl_json import to_csl
from citekit.model.citation import Citation, CitationKind, Cite, ShortForm
from citekit.model.reference import NO_KEY, CitationKey
from citekit.pipeline.extracting import Extraction, extract

READABLE = frozenset({"text", "markdown", "html", "pdf", "docx", "odt", "epub", "jats", "tei"})
NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})
NOT_MENTIONS = frozenset({CitationKind.PAGE_METADATA, CitationKind.LINK})


def predict(extraction: Extraction) -> dict[str, object]:
    """The prediction for the one document that was extracted, without its ``id``."""
    (document,) = extraction.documents
    citations = extraction.library.citations
    first_notes = _first_notes(citations)
    listed = {
        cite.key
        for citation in citations
        if citation.kind is CitationKind.BIBLIOGRAPHY_ENTRY
        for cite in citation.cites
    }
    return {
        "references": [
            _mention(citation, cite, first_notes)
            for citation in citations
            if citation.kind not in NOT_MENTIONS
            for cite in citation.cites
            if not _is_call(citation, cite, listed)
        ],
        "footnotes": [
            {"n": citation.passage.marker, "text": citation.passage.text.text}
            for citation in citations
            if citation.kind in NOTES
        ],
        "page": to_csl(document.metadata),
        "reference_lines": sorted(_reference_lines(document.text, citations)),
    }


def _first_notes(citations: Sequence[Citation]) -> Mapping[CitationKey, str]:
    """The number of the note that first cites each work."""
    first: dict[CitationKey, str] = {}
    for citation in citations:
        for cite in citation.cites:
            if citation.kind in NOTES and cite.key != NO_KEY:
                first.setdefault(cite.key, citation.passage.marker)
    return first


def _mention(
    citation: Citation, cite: Cite, first_notes: Mapping[CitationKey, str]
) -> dict[str, object]:
    target = cite.target
    if isinstance(target, ShortForm):
        item: dict[str, object] = {
            "author": [{"family": family} for family in target.authors],
            "title": target.title,
            "issued": target.year,
            "short": True,
            "refers-to-note": target.note or first_notes.get(cite.key, ""),
        }
    else:
        item = {**to_csl(target), "short": False}
        item.pop("custom", None)
        for role in ("author", "editor"):
            names = item.get(role)
            if isinstance(names, list):
                item[role] = [name for name in names if name != {"literal": "others"}]
    text = citation.passage.text.text
    raw = text[cite.span.start : cite.span.end] or text
    item |= {"raw": raw, "locator": cite.locator}
    if citation.kind in NOTES:
        item["note"] = citation.passage.marker
    return {name: value for name, value in item.items() if value not in ("", [])}


def _is_call(citation: Citation, cite: Cite, listed: Container[CitationKey]) -> bool:
    """Whether a cite points to an entry of the document's own list: "[12]", "Smith (1999)"."""
    if citation.kind is CitationKind.BIBLIOGRAPHY_ENTRY or cite.key not in listed:
        return False
    if isinstance(cite.target, ShortForm) and cite.target.year:
        return True
    starts = {citation.passage.text.position_of(live.text.start) for live in citation.passage.live}
    return cite.span.start in starts


def _reference_lines(text: str, citations: Sequence[Citation]) -> Iterator[int]:
    """The lines, counted from 0 by line feeds, that entries of the bibliography stand on."""
    line = position = 0
    pieces = sorted(
        {
            piece
            for citation in citations
            if citation.kind is CitationKind.BIBLIOGRAPHY_ENTRY
            for piece in citation.passage.text.pieces
        }
    )
    for piece in pieces:
        line += text.count("\n", position, piece.start)
        position = max(position, piece.start)
        for k, part in enumerate(text[piece.start : piece.end].split("\n")):
            if part.strip():
                yield line + k


def _documents(
    manifest: Path, sets: Sequence[str], *, renderings: bool
) -> Iterator[tuple[str, Path]]:
    """The identifiers and files to be extracted; a message for each that is left out."""
    for row in manifest.read_text("utf-8").splitlines():
        document = json.loads(row)
        if sets and document["set"] not in sets:
            continue
        if document["format"] in READABLE:
            yield document["id"], manifest.parent / document["path"]
        elif renderings and "text_path" in document:
            yield document["id"], manifest.parent / document["text_path"]
        else:
            print(f"{document['id']}: no reader for {document['format']}", file=sys.stderr)


def main() -> int:
    """Exit status 0, or 1 when a document could not be read."""
    parser = argparse.ArgumentParser(description="Predictions for a manifest of documents.")
    parser.add_argument("manifest", type=Path)
    parser.add_argument("--set", action="append", default=[], dest="sets")
    parser.add_argument("--renderings", action="store_true")
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args()
    failed = False
    with args.output.open("w", encoding="utf-8") as out:
        for name, path in _documents(args.manifest, args.sets, renderings=args.renderings):
            start = time.process_time()
            extraction = extract([path])
            if not extraction.documents:
                failed = True
                print(f"{name}: {extraction.diagnostics[0].message}", file=sys.stderr)
                continue
            prediction = {"id": name, **predict(extraction)}
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            print(f"{name}: {time.process_time() - start:.2f} s", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
