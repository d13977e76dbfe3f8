"""Chains of short forms, from the file to the work they mean."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from citekit.model.citation import Citation, CitationKind
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import NO_KEY
from citekit.pipeline.extracting import Extraction, Source, extract

CASES = Path(__file__).parents[2] / "cases" / "pipeline" / "short_form_chains.toml"
Paper = Mapping[str, object]
PAPERS: Sequence[Paper] = tomllib.loads(CASES.read_text("utf-8"))["paper"]
CODES = {"short-form-ambiguous": "?", "short-form-unresolved": "!"}


def _strings(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(one) for one in value]


def _source(paper: Paper) -> str:
    """The paper in Markdown: each note is called by a sentence of its own."""
    notes = _strings(paper["notes"])
    marks = (f"Sentence {k} of the paper says so.[^{k}]" for k in range(1, len(notes) + 1))
    texts = (f"[^{k}]: {note}" for k, note in enumerate(notes, start=1))
    entries = ["# Bibliography", *_strings(paper["list"])] if "list" in paper else []
    return "\n\n".join(["# A paper", *marks, *entries, *texts]) + "\n"


def _found(paper: Paper, extraction: Extraction) -> list[str]:
    """What the notes of an extraction cite, in the letters of the case."""
    works = paper["works"]
    assert isinstance(works, dict)
    titles = {reference.key: reference.title for reference in extraction.references}
    letters: dict[str, str] = {
        key: next((str(a) for a, start in works.items() if title.startswith(start)), title)
        for key, title in titles.items()
    }
    notes = [c for c in extraction.library.citations if c.kind is CitationKind.FOOTNOTE]
    return [_cited(note, letters, extraction.diagnostics) for note in notes]


def _cited(note: Citation, letters: Mapping[str, str], diagnostics: Sequence[Diagnostic]) -> str:
    reported = [
        CODES[one.code]
        for one in diagnostics
        if one.code in CODES
        and one.span is not None
        and note.passage.text.start <= one.span.start < note.passage.text.end
    ]
    return " ".join(
        letters[cite.key] if cite.key != NO_KEY else (reported or ["nothing said"]).pop(0)
        for cite in note.cites
    )


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper['language']}: {paper['name']}")
def test_every_short_form_is_linked_or_reported(paper: Paper) -> None:
    extraction = extract([Source("paper.md", _source(paper).encode())])
    assert _found(paper, extraction) == _strings(paper["links"])


def test_there_are_enough_links() -> None:
    """As many short forms are tried as the task asks for, in five languages."""
    links = [mark for paper in PAPERS for mark in " ".join(_strings(paper["links"])).split()]
    firsts = sum(len(set(" ".join(_strings(paper["links"]))) - set(" ?!")) for paper in PAPERS)
    assert len(links) - firsts >= 60
    assert {paper["language"] for paper in PAPERS} >= {"en", "de", "fr", "it", "es"}
