"""Keys renamed in a library and in its documents together."""

from pathlib import Path

import pytest

from citekit.drafts.key_renaming import UnwritableKeyError
from citekit.errors import ConfigError
from citekit.model.edits import Edit
from citekit.pipeline.document_inclusions import with_included
from citekit.pipeline.key_renaming import find_documents, rename_library

_PATTERN = "[auth:lower][year]"
_BIB = "@book{a, author = {Voss}, year = 1984}\n@book{voss1984, author = {Lind}, year = 2001}\n"


def test_keys_are_exchanged_at_once() -> None:
    renamed = rename_library({"r.bib": _BIB}, _PATTERN, documents={"t.md": "[@a; @voss1984; @x]"})
    assert renamed.bibs["r.bib"].startswith("@book{voss1984, ")
    assert renamed.documents["t.md"] == "[@voss1984; @lind2001; @x]"
    assert not renamed.diagnostics


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("t.md", "See @a, `@a`, and x@a.org [-@{a}].", "See @voss1984, `@a`, and x@a.org"),
        ("t.tex", "\\citep[3]{x, a}% \\cite{a}\n", "\\citep[3]{x, voss1984}% \\cite{a}\n"),
        ("t.tex", "\\bibitem{a} A \\cite{a}", "\\bibitem{a} A \\cite{a}"),
        (
            "t.typ",
            "See @a[p. 3] and #cite(<a>). // @a",
            "See @voss1984[p. 3] and #cite(<voss1984>). // @a",
        ),
        ("t.rst", "See :cite:p:`a,x` and ``a``.", "See :cite:p:`voss1984,x` and ``a``."),
        ("t.org", "See [cite:@a p. 3].", "See [cite:@voss1984 p. 3]."),
        ("t.aux", "\\citation{a}\n", "\\citation{a}\n"),
        (
            "t.ipynb",
            '{"cells": [{"cell_type": "markdown", "source": ["[@a].\\n", "@a"]}]}',
            '{"cells": [{"cell_type": "markdown", "source": ["[@voss1984].\\n", "@voss1984"]}]}',
        ),
    ],
)
def test_documents_change_where_they_cite(path: str, before: str, after: str) -> None:
    renamed = rename_library({"r.bib": _BIB}, _PATTERN, documents={path: before})
    assert renamed.documents[path].startswith(after)


def test_a_key_that_needs_braces_gets_them() -> None:
    renamed = rename_library({"r.bib": _BIB}, "[auth]:+[year]", documents={"t.md": "@a."})
    assert renamed.documents["t.md"] == "@{Voss:+1984}."


def test_files_are_one_library() -> None:
    other = "@book{c, author = {Voss}, year = 1984}\n@book{d, crossref = {a}}\n"
    renamed = rename_library({"r.bib": _BIB, "s.bib": other}, _PATTERN)
    assert renamed.renames == {
        "a": "voss1984",
        "voss1984": "lind2001",
        "c": "voss1984a",
        "d": "voss1984b",
    }
    assert "crossref = {voss1984}" in renamed.bibs["s.bib"]


def test_the_key_of_an_entry_that_cannot_be_read_is_not_given_away() -> None:
    broken = "@book{voss1984, title = {open\n"
    renamed = rename_library({"r.bib": _BIB.partition("\n")[0] + "\n" + broken}, _PATTERN)
    assert renamed.renames == {"a": "voss1984a"}
    assert [it.severity for it in renamed.diagnostics] == ["error"]


def test_what_keeps_its_key_is_reported_with_its_place() -> None:
    text = "@misc{k, note = {n}}\n" + _BIB + _BIB.replace("Voss", "Berg")
    found = rename_library({"r.bib": text}, _PATTERN).diagnostics
    assert [(it.code, it.line, it.column) for it in found] == [
        ("FMT107", 1, 7),
        ("FMT107", 2, 7),
        ("FMT107", 4, 7),
    ]


def test_folders_give_their_documents(tmp_path: Path) -> None:
    for name in ("b.tex", "a.md", "a.html", "a.aux", "c.png", ".git/d.md", "sub/e.qmd"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = find_documents([str(tmp_path / "c.png"), str(tmp_path)])
    names = ["c.png", "a.md", "b.tex", "sub/e.qmd"]
    assert found == [str(tmp_path / name) for name in names]
    with pytest.raises(ConfigError, match="no such file"):
        find_documents([str(tmp_path / "none.md")])


def test_a_key_that_cannot_be_cited_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for edit in (None, Edit(1, 2, "a b")):
        monkeypatch.setattr("citekit.drafts.key_renaming.write_key", lambda *_, e=edit: e)
        with pytest.raises(UnwritableKeyError, match=r"t\.md: 'voss1984' cannot be cited"):
            rename_library({"r.bib": _BIB}, _PATTERN, documents={"t.md": "@a"})


def test_a_reference_of_typst_becomes_a_call_where_it_must() -> None:
    renamed = rename_library({"r.bib": _BIB}, "[auth]+[year]", documents={"t.typ": "See @a."})
    assert renamed.documents["t.typ"] == 'See #cite(label("Voss+1984")).'
    with pytest.raises(UnwritableKeyError, match=r"t\.typ: 'Voss\+1984' cannot be cited"):
        rename_library({"r.bib": _BIB}, "[auth]+[year]", documents={"t.typ": "@a[p. 3]"})


def test_what_a_document_describes_stays_in_those_that_it_takes_in() -> None:
    documents = {
        "d/main.tex": "\\input{parts/one}\\bibitem{a} A",
        "d/parts/one.tex": "\\cite{a,voss1984}",
        "d/other.tex": "\\cite{a}",
        "e.md": "---\nreferences:\n- id: a\n---\n@a @voss1984\n",
    }
    renamed = rename_library({"r.bib": _BIB}, _PATTERN, documents=documents).documents
    assert renamed["d/main.tex"] == documents["d/main.tex"]
    assert renamed["d/parts/one.tex"] == "\\cite{a,lind2001}"
    assert renamed["d/other.tex"] == "\\cite{voss1984}"
    assert renamed["e.md"].endswith("- id: a\n---\n@a @lind2001\n")


def test_documents_are_read_with_those_that_they_take_in(tmp_path: Path) -> None:
    texts = {
        "main.tex": "\\include{parts/one}\\input{main.bbl}\\input{none}",
        "parts/one.tex": "\\input{parts/two}\\input{three}\\input{main}",
        "parts/two.tex": "\\cite{a}",
        "parts/three.tex": "\\cite{a}",
        "main.bbl": "\\bibitem{a}",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    found = with_included([str(tmp_path / "main.tex")], lambda path: Path(path).read_text("utf-8"))
    del texts["main.bbl"]
    assert found == {str(tmp_path / name): text for name, text in texts.items()}
