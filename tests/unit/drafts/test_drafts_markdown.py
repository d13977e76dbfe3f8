"""Citations, notes and blocks of Markdown drafts."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from citekit.drafts.draft import Draft, DraftCitation, DraftCite, Form
from citekit.drafts.locators import english_terms, split_locator, terms_of
from citekit.drafts.markdown import read_markdown

CASES = Path(__file__).parents[2] / "cases" / "drafts"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


def rows(name: str) -> list[Any]:
    return [pytest.param(row, id=row["name"]) for row in table(name)["case"]]


def read(source: str) -> Draft:
    return read_markdown(source, "draft.md", lambda _: english_terms())


def citations(draft: Draft) -> list[DraftCitation]:
    found: list[DraftCitation] = []
    for one in draft.flow:
        found += [one] if isinstance(one, DraftCitation) else one.citations
    return found


def shown(citation: DraftCitation) -> str:
    cites = [shown_cite(cite, citation) for cite in citation.cites]
    return ("@" if citation.form is Form.AUTHOR_IN_TEXT else "") + "; ".join(cites)


def shown_cite(cite: DraftCite, citation: DraftCitation) -> str:
    key = ("-" if cite.suppress_author else "") + cite.key
    before = f"{cite.prefix}<>" if cite.prefix else ""
    locator = f"<{cite.label} {cite.locator}>" if cite.locator else "<>" if cite.suffix else ""
    text = f"{before}{key}{locator}{cite.suffix}"
    return "".join("KEPT" if letter in citation.kept else letter for letter in text)


@pytest.mark.parametrize("row", rows("markdown_citations"))
def test_a_citation_is_found_with_all_its_parts(row: Mapping[str, Any]) -> None:
    assert [shown(one) for one in citations(read(row["source"]))] == row["found"]


@pytest.mark.parametrize("row", rows("markdown_citations"))
def test_every_key_stands_at_its_span(row: Mapping[str, Any]) -> None:
    for citation in citations(read(row["source"])):
        for cite in citation.cites:
            assert cite.key in row["source"][cite.span.start : cite.span.end]
            assert citation.span.start <= cite.span.start < cite.span.end <= citation.span.end


@pytest.mark.parametrize("row", rows("markdown_blocks"))
def test_keys_count_only_in_running_text(row: Mapping[str, Any]) -> None:
    found = citations(read(row["source"]))
    assert [cite.key for citation in found for cite in citation.cites] == row["keys"]


@pytest.mark.parametrize(("suffix", "expected"), table("locators").items(), ids=repr)
def test_a_locator_is_parted_from_what_follows(suffix: str, expected: list[str]) -> None:
    located = split_locator(suffix, english_terms())
    assert [f"{located.label} {located.locator}".strip(), located.rest] == expected


def test_the_words_of_another_language_go_before_the_english_ones() -> None:
    terms = terms_of([("S.", "page"), ("Kap.", "chapter"), ("n.", "issue")])
    assert split_locator(", S. 3", terms).label == "page"
    assert split_locator(", Kap. 3", terms).label == "chapter"
    assert split_locator(", n. 3", terms).label == "issue"
    assert split_locator(", p. 3", terms).label == "page"


def test_a_key_in_the_suffix_of_another_is_reported_with_its_place() -> None:
    (finding,) = read("Text\n\n[@a and @b]\n").diagnostics
    assert (finding.code, finding.line, finding.column) == ("nested-citation", 3, 9)


def test_metadata_that_is_no_yaml_is_reported_with_its_place() -> None:
    draft = read("---\ntitle: x\nnocite: @a\n---\n\n@b\n")
    assert [(one.code, one.line) for one in draft.diagnostics] == [("draft-metadata", 3)]
    assert len(citations(draft)) == 1


def test_metadata_is_read_in_all_its_forms() -> None:
    draft = read(
        "---\nbibliography: [a.bib, b.bib]\ncsl: apa\nlang: de\nlink-citations: true\n"
        "nocite: |\n  @a, @b\nreference-section-title: Works\nreferences:\n- id: c\n"
        "  title: C\n...\n"
    )
    metadata = draft.metadata
    assert metadata.bibliographies == {"": ("a.bib", "b.bib")}
    assert (metadata.style, metadata.language, metadata.links) == ("apa", "de", True)
    assert (metadata.section_title, draft.listed) == ("Works", ("a", "b"))
    assert metadata.records == ({"id": "c", "title": "C"},)


def test_a_later_block_of_metadata_goes_before_an_earlier_one() -> None:
    draft = read("---\ncsl: apa\nlang: de\n---\n\nText\n\n---\ncsl: ieee\n---\n")
    assert (draft.metadata.style, draft.metadata.language) == ("ieee", "de")


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ("bibliography: a.bib", {"": ("a.bib",)}),
        ("bibliography:\n  main: a.bib\n  web: [b.bib]", {"main": ("a.bib",), "web": ("b.bib",)}),
        ("bibliography_main: a.bib\nbibliography_web: b.bib", None),
        ("bibliography: 3\ncsl: [x]", {"": ("3",)}),
    ],
)
def test_bibliographies_may_have_names(
    fields: str, names: Mapping[str, tuple[str, ...]] | None
) -> None:
    expected = {"main": ("a.bib",), "web": ("b.bib",)} if names is None else names
    assert read(f"---\n{fields}\n---\n").metadata.bibliographies == expected


def test_places_of_lists_are_divs_fenced_or_in_html() -> None:
    draft = read(
        "::: {#refs}\n:::\n\n<div id='refs-web' keyword=web></div>\n\n"
        '::: {.bibliography type="book" not-keyword="old"}\nIntro\n:::\n\n'
        "```\n::: {#refs}\n:::\n```\n::: note\n:::\n"
    )
    assert [(place.name, place.filters) for place in draft.places] == [
        ("", {}),
        ("web", {"keyword": "web"}),
        ("", {"type": "book", "not-keyword": "old"}),
    ]


def test_the_labels_of_notes_and_the_names_of_parts_are_known() -> None:
    draft = read("# X {#sec:x}\n\n![a](b){#fig:map}\n\nx[^A] ^[y]\n\n[^A]: z\n")
    assert draft.note_labels == {"a"}
    assert {"sec:x", "fig:map"} <= draft.identifiers
