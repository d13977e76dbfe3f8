"""LaTeX: what is printed is what its reader gives, with the files that a document takes in."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_readers_markup_languages import read, shown

from citekit.model.document import Document, DocumentFormat
from citekit.model.spans import TracedText
from citekit.pipeline.extracting import extract
from citekit.readers.reading import read_bytes, read_path

CASES = Path(__file__).parents[2] / "cases" / "readers" / "latex_documents.toml"
ROWS = tomllib.loads(CASES.read_text("utf-8"))["case"]
SIGNS = (
    "\\", "{", "}", "[", "]", "$", "%", "\n", "\n\n", "a", " ", "~", "'", "`", '"', "&", "\\\\",
    "é", "\\cite{", "\\footnote{", "\\footcite[", "\\footnotemark", "\\footnotetext{", "\\emph{",
    "\\it ", "\\begin{itemize}", "\\end{itemize}", "\\item", "\\begin{quote}", "\\end{quote}",
    "\\section{", "\\begin{tabular}{l}", "\\end{tabular}", "\\verb|", "\\url{", "\\href{",
    "\\iffalse", "\\fi", "\\begin{thebibliography}{9}", "\\bibitem{a}", "\\end{thebibliography}",
    "\\title{", "\\author{", "\\newcommand{\\x}", "\\x", "\\begin{document}", "\\end{document}",
    "\\documentclass{a}", "\\'", "\\(", "\\[", "\\begin{equation}", "\\end{equation}",
    "\\enquote{", "\\thanks{", "\\and", "\\input{x}",
)  # fmt: skip


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_latex_reads_as_it_is_printed(row: Mapping[str, Any]) -> None:
    found = shown(read(row["source"], "a.tex"))
    expected = {key: row[key] for key in found.keys() & row.keys()}
    if "runs" in expected:
        expected["runs"] = sorted(expected["runs"])
    assert {key: found[key] for key in expected} == expected


@given(st.lists(st.sampled_from(SIGNS), max_size=60).map("".join))
@settings(max_examples=150)
def test_any_latex_is_read_and_every_character_has_its_place(source: str) -> None:
    document = read_bytes(f"\\section{{a}}{source}".encode(), "a.tex").document
    assert document.format is DocumentFormat.LATEX
    for text in texts_of(document):
        for segment in text.segments:
            assert segment.source >= 0
            assert segment.at + segment.length <= len(text.text)
        for piece in text.pieces:
            assert 0 <= piece.start <= piece.end <= len(document.text)
        for run in text.runs:
            assert 0 <= run.start < run.end <= len(text.text)
    assert len({note.label for note in document.notes}) == len(document.notes)


def texts_of(document: Document) -> list[TracedText]:
    return [
        *(block.text for block in document.blocks),
        *(note.text for note in document.notes),
        *(live.text for live in document.live_citations),
    ]


def test_notes_know_their_marks_and_places() -> None:
    source = "\\section{a}\nA.\\footnote{The \\emph{n}ote.} B"
    (note,) = read(source, "a.tex").notes
    assert note.mark is not None
    assert source[note.mark.start : note.mark.end] == "\\footnote{The \\emph{n}ote.}"
    assert source[note.text.source_offset(4)] == "n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("% notes\n\n\\documentclass[a4]{article}\n", "a.md"),
        ("\\section{Rivers}\nText \\cite{voss}.\n", "a"),
        ("\\begin{thebibliography}{9}\\bibitem{a} A.\\end{thebibliography}", "a.bbl"),
        ("Mail: x\n\n\\documentclass{article}\n\\begin{document}\nx", "a.txt"),
        ("Just text.", "a.tex"),
        ("\ufeff\\documentclass{article}\\begin{document}x", "a.txt"),
    ],
)
def test_latex_is_told_by_its_content(source: str, name: str) -> None:
    assert read(source, name).format is DocumentFormat.LATEX


def test_the_declared_encoding_counts() -> None:
    source = "\\documentclass{a}\\usepackage[latin2]{inputenc}\\begin{document}Łódź"
    result = read_bytes(source.encode("latin2"), "a.tex")
    assert [block.text.text for block in result.document.blocks] == ["Łódź"]
    assert result.diagnostics == ()


UNMATCHED = (
    ("\\section{a}\nB \\emph{c", "2:8: '{' is never closed"),
    ("\\section{a}\nB} {c}} d", "2:2: '}' closes nothing (2 of them)"),
    ("\\section{a}\n\\begin{quote} c", "2:1: the environment 'quote' is never closed"),
    ("\\section{a}\n c\\end{quote} c", "2:3: \\end{quote} closes nothing"),
)


@pytest.mark.parametrize(("source", "finding"), UNMATCHED)
def test_what_has_no_partner_is_reported_with_its_place(source: str, finding: str) -> None:
    found = read_bytes(source.encode(), "a.tex").diagnostics
    assert [f"{d.line}:{d.column}: {d.message}" for d in found] == [finding]
    assert [d.code for d in found] == ["READ014"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a document of several files, and one outside it."""
    files = {
        "secret.tex": "Secret.",
        "paper/main.tex": "\\documentclass{book}\n\\begin{document}\nA \\input{ch/one} z.\n"
        "\\include{../secret}\\input{/etc/hosts}\\input{gone}\\input{ch/link}\n"
        "% \\input{no}\n\\verb|\\input{no}|\\cite[3]{doe}.\n"
        "\\bibliography{refs}\n\\end{document}\n",
        "paper/ch/one.tex": "b\\footnote{Note, \\cite{roe}.}\n\\input{main}c}",
        "paper/refs.bib": "@book{doe, author={Doe, Jane}, title={On Walls}, year=2001}\n"
        "@book{roe, author={Roe, A.}, title={On Bricks}, year=2002}\n@book{x, title={Not cited}}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "paper/ch/link.tex").symlink_to(tmp_path / "secret.tex")
    return tmp_path / "paper"


def test_files_are_taken_in_where_they_are_named(project: Path) -> None:
    document = read_path(project / "main.tex").document
    assert document.blocks[0].text.text == "A b c z. \\input{no}\\cite[3]{doe}."
    for part in document.parts:
        name = project / part.name
        stretch = document.text[part.span.start : part.span.end]
        assert name.read_text("utf-8")[part.start :].startswith(stretch)
    assert [part.name for part in document.parts] == ["main.tex", "ch/one.tex", "main.tex"]
    assert document.bibliographies == ((project / "refs.bib").as_posix(),)


def test_what_is_not_taken_in_is_reported_in_its_file(project: Path) -> None:
    found = read_path(project / "main.tex").diagnostics
    places = [(Path(d.path).name, d.line, d.column, d.code) for d in found]
    assert sorted(places) == [
        ("main.tex", 4, 1, "READ011"),
        ("main.tex", 4, 20, "READ011"),
        ("main.tex", 4, 38, "READ010"),
        ("main.tex", 4, 50, "READ011"),
        ("one.tex", 2, 1, "READ012"),
        ("one.tex", 2, 14, "READ014"),
    ]
    assert "Secret" not in read_path(project / "main.tex").document.text


def test_a_document_that_is_no_file_takes_in_nothing(project: Path) -> None:
    result = read_bytes((project / "main.tex").read_bytes(), "elsewhere/main.tex")
    assert result.document.parts == ()
    assert {d.code for d in result.diagnostics} == {"READ010"}


def test_citations_are_of_the_records_of_the_files_named(project: Path) -> None:
    extraction = extract([project / "main.tex"])
    assert sorted(r.key for r in extraction.references) == ["doe", "roe"]
    texts = {c.key for citation in extraction.library.citations for c in citation.cites}
    assert {"doe", "roe"} <= texts


def test_findings_of_a_stage_after_reading_are_placed_in_their_file(project: Path) -> None:
    (project / "ch/one.tex").write_text("b\n\\footnote{No work here at all.}", "utf-8")
    found = [
        d for d in extract([project / "main.tex"]).diagnostics if d.code == "note-without-work"
    ]
    places = [
        (Path(d.path).as_posix().removeprefix(f"{project}/"), d.line, d.column) for d in found
    ]
    assert places == [("ch/one.tex", 2, 11)]


def test_the_list_of_bibtex_beside_the_document_is_taken_in(project: Path) -> None:
    (project / "refs.bib").unlink()
    (project / "main.bbl").write_text(
        "\\begin{thebibliography}{1}\n\\bibitem{doe}\nJane Doe.\n\\newblock {\\em On Walls}."
        "\n\\newblock Wall Press, London, 2001.\n\\end{thebibliography}\n",
        "utf-8",
    )
    document = read_path(project / "main.tex").document
    (entry,) = [block for block in document.blocks if block.listed]
    assert entry.text.text == "Jane Doe. On Walls. Wall Press, London, 2001."
    assert document.parts[-2].name == "main.bbl"
    assert "doe" in [reference.key for reference in extract([project / "main.tex"]).references]


def test_the_list_of_biblatex_beside_the_document_holds_its_data(project: Path) -> None:
    (project / "refs.bib").unlink()
    (project / "main.bbl").write_text(
        "\\datalist[entry]{nty/global//global/global}\n\\entry{doe}{book}{}\n"
        "\\name{author}{1}{}{%\n{{hash=1}{%\nfamily={Doe},\nfamilyi={D\\bibinitperiod},\n"
        "given={J{\\'a}ne},\ngiveni={J\\bibinitperiod}}}%\n}\n"
        "\\list{publisher}{1}{%\n{Wall Press}%\n}\n"
        "\\field{title}{On Walls}\n\\field{year}{2001}\n\\verb{doi}\n\\verb 10.1/a_b\n\\endverb\n"
        "\\endentry\n\\enddatalist\n\\endinput\n",
        "utf-8",
    )
    (work,) = extract([project / "main.tex"]).references
    assert (work.key, work.title) == ("doe", "On Walls")
    assert [str(variable) for variable in work.variables] == [
        "author",
        "publisher",
        "title",
        "DOI",
        "issued",
    ]


def test_a_document_that_takes_in_others_is_not_kept_in_a_cache(
    project: Path, tmp_path: Path
) -> None:
    from citekit.pipeline.parsed_cache import open_cache  # noqa: PLC0415

    cache = open_cache(tmp_path / "cache")
    extract([project / "main.tex"], cache=cache)
    (project / "refs.bib").write_text("@book{doe, author={Doe, Jane}, title={New}, year=2001}")
    (work, *_) = extract([project / "main.tex"], cache=cache).references
    assert work.title == "New"


def test_braces_and_notes_of_deep_nesting_are_read() -> None:
    deep = 20_000
    source = "\\section{a}" + "{" * deep + "x" + "}" * deep + "\\footnote{a" * deep
    document = read_bytes(source.encode(), "a.tex").document
    assert len(document.notes) == deep
