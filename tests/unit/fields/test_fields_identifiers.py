"""Identifiers and addresses."""

import tomllib
from pathlib import Path

import pytest

from citekit.fields.identifiers import (
    find_identifiers,
    is_valid_isbn,
    is_valid_issn,
    is_valid_orcid,
    normalise_doi,
)

CASES = Path(__file__).parents[2] / "cases" / "fields"
TEXTS = tomllib.loads((CASES / "identifiers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_identifiers_are_found_with_their_place(text: str, expected: list[list[str]]) -> None:
    found = [
        [str(one.kind), text[one.start : one.end], one.value] for one in find_identifiers(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("10.1000/ABC", "10.1000/abc"),
        ("doi:10.1000/abc", "10.1000/abc"),
        ("DOI: 10.1000/abc.", "10.1000/abc"),
        ("http://dx.doi.org/10.1000/abc", "10.1000/abc"),
        ("https://doi.org/10.1000/abc", "10.1000/abc"),
        ("doi.org/10.1000/abc", "10.1000/abc"),
        ("10.1000", ""),
        ("http://a.com/10.1000/abc", ""),
        ("", ""),
    ],
)
def test_doi_loses_resolver_and_case(printed: str, doi: str) -> None:
    assert normalise_doi(printed) == doi


@pytest.mark.parametrize(
    "isbn", ["978-0-306-40615-7", "0-306-40615-2", "080442957X", "0 8044 2957 x"]
)
def test_right_isbn(isbn: str) -> None:
    assert is_valid_isbn(isbn)


@pytest.mark.parametrize("isbn", ["978-0-306-40615-8", "0-306-40615-3", "9770306406157", "12", ""])
def test_wrong_isbn(isbn: str) -> None:
    assert not is_valid_isbn(isbn)


def test_issn_and_orcid_by_their_check_digits() -> None:
    assert is_valid_issn("0378-5955")
    assert is_valid_issn("2434-561X")
    assert not is_valid_issn("0378-5954")
    assert is_valid_orcid("https://orcid.org/0000-0002-1825-0097")
    assert is_valid_orcid("0000-0002-1694-233X")
    assert not is_valid_orcid("0000-0002-1825-0098")
