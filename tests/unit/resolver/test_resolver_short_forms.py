"""Linking ibid., idem, op. cit., supra and short titles."""

from typing import Any

import pytest
from resolver_rows import cases, citations

from citekit.model.variables import NameVariable
from citekit.resolver.resolving import resolve

WORK: dict[str, Any] = {"author": ["Abe, Keiji"], "title": "Straits and tides", "year": 2003}
OTHER: dict[str, Any] = {"author": ["Ono, Ken"], "title": "Ferries", "year": 2001}


@pytest.mark.parametrize("row", cases("short_forms"), ids=lambda row: row["name"])
def test_a_short_form_has_the_key_of_its_only_antecedent(row: dict[str, Any]) -> None:
    resolution = resolve(citations(row["citations"]))
    keys = [
        citation.cites[0].key if citation.cites else "" for citation in resolution.library.citations
    ]
    expected = [keys[link] if link >= 0 else "" for link in row["links"]]
    assert keys == expected
    own = [n for n, link in enumerate(row["links"]) if link == n]
    assert len({keys[n] for n in own} - {""}) == len(own)
    codes = [d.code for d in resolution.diagnostics if d.code.startswith("short-form")]
    assert codes == row["codes"]


def test_ibid_alone_means_the_same_place() -> None:
    rows: list[dict[str, Any]] = [{"cite": WORK, "locator": 12}, {"short": {"kind": "ibid"}}]
    resolution = resolve(citations(rows))
    cite = resolution.library.citations[1].cites[0]
    assert (cite.locator, cite.label) == ("12", "page")


def test_ibid_with_a_page_keeps_its_own() -> None:
    rows = [{"cite": WORK, "locator": 12}, {"short": {"kind": "ibid"}, "locator": 13}]
    assert resolve(citations(rows)).library.citations[1].cites[0].locator == "13"


def test_ibid_after_a_note_with_two_works_is_reported_with_both() -> None:
    first = {"cites": [{"cite": WORK}, {"cite": OTHER}]}
    rows: list[dict[str, Any]] = [first, {"short": {"kind": "ibid"}}]
    resolution = resolve(citations(rows))
    assert resolution.library.citations[1].cites[0].key == ""
    (report,) = resolution.diagnostics
    assert report.code == "short-form-ambiguous"
    assert "Straits and tides" in report.message
    assert "Ferries" in report.message
    assert report.span is not None
    assert report.span.start == 1000


def test_ibid_within_a_note_means_the_cite_before_it() -> None:
    rows = [{"cites": [{"cite": WORK}, {"cite": OTHER}, {"short": {"kind": "ibid"}}]}]
    cites = resolve(citations(rows)).library.citations[0].cites
    assert cites[2].key == cites[1].key


def test_idem_writes_the_author_into_the_new_work() -> None:
    draft = {"title": "Bridges of the inland sea", "year": 2001}
    rows = [{"cite": WORK}, {"short": {"kind": "idem", "draft": draft}}]
    references = resolve(citations(rows)).library.references
    assert len({reference.names[NameVariable.AUTHOR] for reference in references}) == 1
    assert len(references) == 2
