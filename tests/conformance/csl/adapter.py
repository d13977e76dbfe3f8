"""Answers the runner of the CSL test-suite: one JSON object a line, in and out.

    python csl_suite.py --fixtures DIR -- python tests/conformance/csl/adapter.py

The protocol is written down at the head of the runner (``csl_suite.py`` of the data folder). What
the suite's harness says in its own way (which works are registered, what a step of editing does,
forced positions) is put here into the words of ``citekit.csl``; nothing here renders.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import activate  # noqa: F401  # before anything that needs citekit
from bibliography_sections import filter_ids, header_lines
from document_edits import Document, Rendered, marked_lines, replay
from harness_citations import as_citation, as_isolated, joined

from citekit.csl.citation import Citation
from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor, RenderedCitation
from citekit.csl.reading import read_style
from citekit.errors import CitekitError

Request = Mapping[str, Any]


class Engine:
    """A style that was read once, and processors of it over chosen works."""

    def __init__(self, request: Request) -> None:
        """Read the style and the works, after an edit of the library where there was one."""
        self.style = read_style(request["csl"].encode(), str(request.get("name") or "style"))
        self.records = _by_id(request["input"]) | _by_id(request.get("input2", ()))
        self.abbreviations = request.get("abbreviations", {}).get("default", {})
        written = [name for name in request.get("submodes", ()) if name in WRITERS]
        self.writer = WRITERS[written[0] if written else "html"]

    def over(self, ids: list[str]) -> Processor:
        """A processor with the works ``ids`` registered, in this order."""
        items = [read_item(self.records[id_]) for id_ in ids]
        return Processor(self.style, items, abbreviations=self.abbreviations)

    def cite(self, processor: Processor, citations: Iterable[Citation]) -> list[RenderedCitation]:
        """The citations of a document, in order."""
        return list(processor.cite(list(citations), self.writer))


def render(request: Request) -> str:
    """What the fixture's mode asks for."""
    engine = Engine(request)
    if request["mode"] == "bibliography":
        return _bibliography(engine, request)
    if "citations" in request:
        return _document(engine, request)
    return _separate_citations(engine, request)


def reply(request: Request) -> dict[str, object]:
    """The answer to one request: its output, or why there is none."""
    try:
        return {"id": request["id"], "output": render(request)}
    except (
        CitekitError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as bad:
        return {"id": request["id"], "error": f"{type(bad).__name__}: {bad}"}


def _by_id(records: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The works by their ids; one without an id gets its place as one."""
    numbered = ({"id": f"record {n}"} | dict(record) for n, record in enumerate(records, start=1))
    return {str(record["id"]): record for record in numbered}


def _registered(engine: Engine, request: Request) -> list[str]:
    """The works that the harness registers before anything is rendered."""
    if "citations" in request:
        return replay(request["citations"])[-1].cited_ids()
    if "bibentries" in request:
        return [str(id_) for id_ in request["bibentries"][-1]]
    return list(engine.records)


def _separate_citations(engine: Engine, request: Request) -> str:
    """Citations that are no document: each is rendered as if it were the first."""
    ids = _registered(engine, request)
    rows = request.get("citation_items")
    if rows is None:
        # The harness cites all works in the order of its registry, which the bibliography sorts.
        entries = engine.over(ids).bibliography(engine.writer).entries
        ordered = [entry.id for entry in entries]
        ordered += [id_ for id_ in ids if id_ not in ordered]
        rows = [[{"id": id_} for id_ in ordered]]
    cited = [str(cite["id"]) for row in rows for cite in row]
    ids += [id_ for id_ in dict.fromkeys(cited) if id_ not in ids]
    rendered = engine.cite(engine.over(ids), map(as_isolated, rows))
    return "\n".join(each.text for each in rendered)


def _document(engine: Engine, request: Request) -> str:
    """The document after the last step of editing, with marks."""

    def texts(document: Document) -> list[str]:
        processor = engine.over(document.cited_ids())
        rendered = engine.cite(processor, map(as_citation, document.citations))
        properties = [data["properties"] for data in document.citations]
        return list(map(joined, rendered, properties))

    def states(document: Document) -> dict[str, str]:
        ids = document.cited_ids()
        processor = engine.over(ids)
        first = engine.cite(processor, [as_isolated([{"id": id_}]) for id_ in ids])
        later = engine.cite(processor, [as_isolated([{"id": id_, "position": 1}]) for id_ in ids])
        pairs = zip(first, later, strict=True)
        return {id_: f"{a.text} {b.text}" for id_, (a, b) in zip(ids, pairs, strict=True)}

    documents = replay(request["citations"])
    earlier, last = (Rendered.of(each, texts, states) for each in documents[-2:])
    return "\n".join(marked_lines(earlier, last, request["csl"]))


def _bibliography(engine: Engine, request: Request) -> str:
    submodes = request.get("submodes", ())
    ids = _registered(engine, request)
    bibliography = engine.over(ids).bibliography(engine.writer, is_sorted="nosort" not in submodes)
    if "header" in submodes:
        return "\n".join(header_lines(bibliography))
    entries = bibliography.entries
    if "bibsection" in request:
        kept = filter_ids([entry.id for entry in entries], engine.records, request["bibsection"])
        entries = tuple(entry for entry in entries if entry.id in kept)
    lines = [f'  <div class="csl-entry">{entry.text}</div>' for entry in entries]
    return "\n".join(['<div class="csl-bib-body">', *lines, "</div>"])


def main() -> int:
    """Answer every line until the input ends."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(reply(json.loads(line)), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
