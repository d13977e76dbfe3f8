"""Typst, reStructuredText and Org: what is printed is what their readers give."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from test_readers_documents import declared

from citekit.model.document import Document, DocumentFormat
from citekit.model.live_citation import LiveCitation
from citekit.model.spans import TracedText
from citekit.pipeline.extracting import Source, extract
from citekit.readers.reading import read_bytes

CASES = Path(__file__).parents[2] / "cases" / "readers"
SUFFIXES = {"typst": ".typ", "rst": ".rst", "org": ".org"}


def rows() -> list[Any]:
    found = []
    for name, suffix in SUFFIXES.items():
        table = tomllib.loads((CASES / f"{name}_documents.toml").read_text("utf-8"))
        found += [pytest.param(row, suffix, id=f"{name}: {row['name']}") for row in table["case"]]
    return found


def read(source: str, name: str) -> Document:
    return read_bytes(source.encode(), name).document


def described(live: LiveCitation) -> str:
    cites = [
        f"{' '.join(filter(None, (c.key, c.label, c.locator)))} | {c.prefix} | {c.suffix}"
        for c in live.cites
    ]
    return f"{live.text.text} = {'; '.join(cites)}".replace("|  |", "| |")


def shown(document: Document) -> Mapping[str, list[str]]:
    """What the cases say of a document, as they write it."""
    text = document.blocks[0].text if document.blocks else TracedText("")
    runs = [
        "|".join(filter(None, (run.markup.value, text.text[run.start : run.end], run.target)))
        for run in text.runs
    ]
    return {
        "blocks": [f"{b.kind} {b.level}: {b.text.text.strip()}" for b in document.blocks],
        "notes": [f"{note.marker}: {note.text.text}" for note in document.notes],
        "live": [described(live) for live in document.live_citations],
        "runs": sorted(runs),
        "values": sorted(declared(document)),
    }


@pytest.mark.parametrize(("row", "suffix"), rows())
def test_a_document_reads_as_it_is_printed(row: Mapping[str, Any], suffix: str) -> None:
    found = shown(read(row["source"], f"a{suffix}"))
    expected = {key: row[key] for key in found.keys() & row.keys()}
    if "runs" in expected:
        expected["runs"] = sorted(expected["runs"])
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("name", "source", "mark"),
    [
        ("a.typ", "A.#footnote[The note.]<n> B", "#footnote[The note.]"),
        ("a.rst", "A. [1]_ B\n\n.. [1] The note.", "[1]_"),
        ("a.org", "A.[fn:1] B\n\n[fn:1] The note.", "[fn:1]"),
        ("a.org", "A.[fn:: The note.] B", "[fn:: The note.]"),
    ],
)
def test_notes_know_their_marks_and_places(name: str, source: str, mark: str) -> None:
    (note,) = read(source, name).notes
    assert note.mark is not None
    assert source[note.mark.start : note.mark.end] == mark
    assert source[note.text.start : note.text.end] == "The note."


@pytest.mark.parametrize(
    ("name", "source", "entries"),
    [("a.rst", ".. [Knuth84] Donald Knuth, The Book, 1984.", [True]), ("a.org", "Text.", [False])],
)
def test_a_citation_of_rst_is_marked_as_entry(name: str, source: str, entries: list[bool]) -> None:
    assert [block.listed for block in read(source, name).blocks] == entries


@pytest.mark.parametrize(
    ("head", "suffix", "expected"),
    [
        ("#set page(width: 1cm)\n= A\nB#footnote[c]", "", DocumentFormat.TYPST),
        ("#+title: A\n\nB [cite:@c]", ".txt", DocumentFormat.ORG),
        ("A [1]_\n\n.. [1] B\n", "", DocumentFormat.RST),
        ("In Org, `#+title: A` and `[cite:@c]` are known.\n", "", DocumentFormat.TEXT),
        ("# Org\n\n```\n#+title: A\n[cite:@c]\n```\n", "", DocumentFormat.MARKDOWN),
        ("#+title: A\n\nB [cite:@c] # A\n", ".md", DocumentFormat.MARKDOWN),
        ("Plain text", ".org", DocumentFormat.ORG),
        ("Plain text", ".rst", DocumentFormat.RST),
        ("Plain text", ".typ", DocumentFormat.TYPST),
        ("<!doctype html><p>A", ".typ", DocumentFormat.HTML),
    ],
)
def test_content_is_told_from_its_signs_only_where_sure(
    head: str, suffix: str, expected: DocumentFormat
) -> None:
    assert read(head, f"a{suffix}").format is expected


def test_keys_of_the_list_are_linked_and_kept() -> None:
    source = """Walls matter [Doe01]_. [1]_ Others :cite:`none`.

References
----------

.. [Doe01] Jane Doe, "On Bricks", *Annals of Brick Laying* 4 (2001), pp. 1-20.
.. [Roe-02] Roe, Richard. *On Walls*. Oxford: Oxford University Press, 2002.

.. [1] See [Roe-02]_ and Peter Miller, *The Wall in History* (London: Routledge, 2005), p. 7.
"""
    extraction = extract([Source("a.rst", source.encode())])
    cited = {
        citation.passage.text.text[:9]: [str(cite.key) for cite in citation.cites]
        for citation in extraction.library.citations
    }
    assert cited["[Doe01]_"] == ["Doe01"]
    assert cited[":cite:`no"] == []
    assert cited["See [Roe-"] == ["Roe-02", "miller2005"]
    assert {"Doe01", "Roe-02"} <= {str(reference.key) for reference in extraction.references}


DEPTH = 10_000


@pytest.mark.parametrize(
    ("name", "opening", "closing"),
    [
        ("a.typ", "[", "]"),
        ("a.typ", "#emph[", "]"),
        ("a.typ", "#footnote[", "]"),
        ("a.typ", "#f((", "))"),
        ("a.org", "[fn::", "]"),
        ("a.org", "[[", "]]"),
        ("a.rst", "* ", ""),
        ("a.rst", "[", "]"),
    ],
)
def test_deep_nesting_is_read_to_its_end(name: str, opening: str, closing: str) -> None:
    source = f"{opening * DEPTH}x{closing * DEPTH}\n\nThe end @a.\n"
    document = read(source, name)
    assert document.blocks[-1].text.text.endswith("The end @a.")


@pytest.mark.parametrize("name", ["a.typ", "a.org", "a.rst"])
def test_what_nothing_closes_loses_no_text(name: str) -> None:
    source = "".join(f"#footnote[a{n} [fn:: b{n} `c{n} $d{n}\n\n" for n in range(30))
    shown = " ".join(block.text.text for block in read(source, name).blocks)
    assert all(f"{letter}{n}" in shown for letter in "abcd" for n in range(30))


def test_a_bracket_that_nothing_closes_in_typst_is_said_with_its_place() -> None:
    (found,) = read_bytes(b"A.\n\nB #footnote[c\n", "a.typ").diagnostics
    assert (found.code, found.line, found.column) == ("READ014", 3, 12)
    assert "']'" in found.hint


def test_works_come_from_the_bibliography_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.bib").write_text("@book{doe, author={Doe, J.}, title={Walls}, year=2001}")
    sources = {
        "a.typ": 'As @doe[p. 7] says.\n#bibliography("r.bib")\n',
        "a.org": "#+bibliography: r.bib\nAs [cite:@doe p. 7] says.\n",
        "a.rst": "As :cite:`doe{p. 7}` says.\n\n.. bibliography:: r.bib\n",
    }
    for name, source in sources.items():
        path = tmp_path / name
        path.write_text(source)
        extraction = extract([path])
        (cite,) = [cite for one in extraction.library.citations for cite in one.cites]
        assert (str(cite.key), cite.locator, cite.label) == ("doe", "7", "page")
