"""Drafts rendered whole: citations, notes, lists of works, and all else as it was."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from citekit.errors import ConfigError, ReadError, StyleError
from citekit.pipeline.converting import Written
from citekit.pipeline.drafting.rendering import DraftOptions, format_draft

CASES = Path(__file__).parents[2] / "cases" / "drafts"
WORKS = str(CASES / "works.bib")


def rows(name: str) -> list[Any]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in table["case"]]


def render(draft: str, style: str, *, path: str = "draft.md", **options: Any) -> Written:
    chosen = DraftOptions((WORKS,), style, **options)
    return format_draft(path, data=draft.encode(), options=chosen)


@pytest.mark.parametrize("row", rows("rendered"))
def test_a_markdown_draft_comes_out_as_it_should(row: Mapping[str, Any]) -> None:
    assert render(row["draft"], row["style"]).text == row["result"]


@pytest.mark.parametrize("row", rows("latex"))
def test_a_latex_draft_comes_out_as_it_should(row: Mapping[str, Any]) -> None:
    assert render(row["draft"], row["style"], path="draft.tex").text == row["result"]


@pytest.mark.parametrize("row", rows("rendered"))
def test_what_is_no_citation_is_not_touched(row: Mapping[str, Any]) -> None:
    for line in row["draft"].splitlines():
        if "@" not in line and "></div>" not in line:
            assert line in row["result"]


def test_missing_keys_are_reported_with_place_and_near_matches() -> None:
    written = render("Text.\n\nA [@vos; see @nobody].\n", "apa")
    assert [(one.code, one.line, one.column, one.hint) for one in written.diagnostics] == [
        ("missing-key", 3, 4, "Did you mean 'voss'?"),
        ("missing-key", 3, 14, "Add the work to the bibliography."),
    ]
    assert written.text == "Text.\n\nA [?vos]; [?nobody].\n"


def test_a_missing_key_of_nocite_is_reported() -> None:
    written = render("---\nnocite: '@vos'\n---\n", "apa")
    assert [one.message for one in written.diagnostics] == ["no work has the key 'vos' of 'nocite'"]


@pytest.mark.parametrize("name", ["draft.md", "draft.tex"])
def test_a_draft_without_citations_comes_back_as_it_is(name: str) -> None:
    draft = (
        "\ufeff---\r\ntitle: x\n---\n\n# A  \r\n\t`@x` \\@y %\\cite{z}\n::: {#refs}\n:::\n\n[^1]: n"
    )
    assert render(draft, "apa", path=name).text == draft


def test_files_of_the_metadata_lie_beside_the_draft(tmp_path: Path) -> None:
    (tmp_path / "works.bib").write_bytes(Path(WORKS).read_bytes())
    draft = tmp_path / "draft.md"
    draft.write_text("---\nbibliography: works.bib\ncsl: apa\n---\n\n@voss\n", "utf-8")
    assert "Voss (2005)" in format_draft(str(draft)).text
    draft.write_text("---\nbibliography: other.bib\n---\n\n@voss\n", "utf-8")
    with pytest.raises(ReadError, match=r"other\.bib: no such bibliography"):
        format_draft(str(draft))


def test_lists_may_be_those_of_files(tmp_path: Path) -> None:
    web = tmp_path / "web.bib"
    web.write_text("@online{net, author={Nett, Ida}, title={Nets}, date={2020}}\n", "utf-8")
    draft = (
        f"---\nbibliography:\n  main: {WORKS}\n  web: {web}\n---\n\n@voss and @net\n\n"
        "::: {#refs-main}\n:::\n\n::: {#refs_web}\n:::\n"
    )
    written = format_draft("draft.md", data=draft.encode(), options=DraftOptions(style="apa"))
    main, _, rest = written.text.partition("{#refs_web}")
    assert ("Rivers" in main, "Nets" in main, "Nets" in rest) == (True, False, True)


def test_an_alias_of_a_key_cites_the_same_work(tmp_path: Path) -> None:
    path = tmp_path / "works.bib"
    path.write_text("@book{a, ids={b}, author={Orr, Kim}, title={X}, date={2001}}\n", "utf-8")
    options = DraftOptions((str(path),), "apa")
    written = format_draft("d.md", data=b"@a and @b\n", options=options)
    assert written.text.startswith("Orr (2001) and Orr (2001)\n")
    assert written.text.count("*X*") == 1


def test_the_locale_and_the_style_may_be_asked_for() -> None:
    written = render("---\ncsl: ieee\nlang: fr\n---\n\n[@voss, p. 3]\n", "apa", locale="de")
    assert "(Voss, 2005, S. 3)" in written.text


@pytest.mark.parametrize(
    ("style", "options", "error", "message"),
    [
        ("plain.bst", {}, ConfigError, "renders no citations"),
        ("apa", {"markup": "html"}, ConfigError, "keeps its markup"),
        ("no-such-style", {}, StyleError, "no-such-style"),
    ],
)
def test_what_cannot_be_done_is_said(
    style: str, options: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        render("@voss\n", style, **options)


def test_a_draft_needs_a_bibliography() -> None:
    with pytest.raises(ConfigError, match="names no bibliography"):
        format_draft("draft.md", data=b"@voss\n")


def test_a_damaged_draft_is_not_written_over() -> None:
    with pytest.raises(ReadError, match="damaged"):
        format_draft("draft.md", data="é".encode() * 9 + b"\xff @voss\n")
    with pytest.raises(ReadError, match="cannot be read"):
        format_draft("no/such/draft.md")


@pytest.mark.parametrize(
    ("draft", "style", "found"),
    [
        ("[@voss, p. 3; @may, 4]", "nature", ["unprinted-locator"]),
        ("[@voss, {}p. 3]", "nature", []),
        ("[@voss, p. 3]", "apa", []),
        ("[@*]", "apa", ["missing-key"]),
        ("---\nlang: german\n---\n\n[@voss]", "apa", ["unknown-locale"]),
        ("---\nlang: no\n---\n\n[@voss]", "apa", []),
    ],
)
def test_what_is_not_printed_as_asked_is_reported(draft: str, style: str, found: list[str]) -> None:
    assert [one.code for one in render(draft, style).diagnostics] == found


@pytest.mark.parametrize("style", ["plain", "house.bst"])
def test_styles_of_bibtex_are_refused(style: str) -> None:
    with pytest.raises(ConfigError, match="a style of BibTeX renders no citations"):
        render("[@voss]", style)


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(ReadError, match="not a text"):
        format_draft("draft.md", data=b"\x89PNG\0\xff[@voss]")


@pytest.mark.parametrize(
    ("path", "remedy"), [("a.md", "'bibliography' to its metadata"), ("a.tex", "addbibresource")]
)
def test_a_draft_without_a_bibliography_is_told_how_to_name_one(path: str, remedy: str) -> None:
    with pytest.raises(ConfigError, match=remedy):
        format_draft(path, data=b"@voss \\cite{voss}")


def test_broken_metadata_is_named_where_a_bibliography_is_missing() -> None:
    with pytest.raises(ConfigError, match="In line 3, the metadata block is no YAML"):
        format_draft("a.md", data=b"---\nbibliography: [a.bib\n---\n\n[@voss]\n")


def test_the_path_of_a_single_bibliography_will_do() -> None:
    written = format_draft("a.md", data=b"@voss", options=DraftOptions(WORKS, "apa"))
    assert written.text.startswith("Voss (2005)")


@pytest.mark.parametrize(
    ("path", "draft"), [("a.md", "x @voss y"), ("a.tex", r"x \textcite{voss} y")]
)
def test_a_linked_number_stands_once(path: str, draft: str) -> None:
    written = render(draft, "ieee", path=path, links=True)
    assert "Reference" not in written.text


def test_works_that_share_a_key_are_reported(tmp_path: Path) -> None:
    other = tmp_path / "other.bib"
    other.write_text(
        "@book{voss, title={Other}, year=1999}\n" + Path(WORKS).read_text("utf-8"), "utf-8"
    )
    written = format_draft("a.md", data=b"@voss", options=DraftOptions((WORKS, str(other)), "apa"))
    assert [one.code for one in written.diagnostics if one.code == "key-taken"] == ["key-taken"]
    same = format_draft("a.md", data=b"@voss", options=DraftOptions((WORKS, WORKS), "apa"))
    assert not same.diagnostics
