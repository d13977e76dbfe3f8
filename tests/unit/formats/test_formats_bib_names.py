"""Names by the rules of BibTeX, row by row."""

import tomllib
from pathlib import Path

import pytest

from citekit.formats.bib_names import OTHERS, format_name, format_names, parse_name, parse_names
from citekit.model.reference import Literal, PersonalName

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "formats" / "names.toml").read_text("utf-8")
)


@pytest.mark.parametrize("row", CASES["names"], ids=lambda row: row["text"])
def test_a_name_is_taken_apart_and_written_again(row: dict[str, str]) -> None:
    name = parse_name(row["text"])
    assert name == PersonalName(*row["parts"])
    assert format_name(PersonalName(*row["parts"]), "biblatex") == row.get("written", row["text"])


@pytest.mark.parametrize("row", CASES["lists"], ids=lambda row: row["text"])
def test_a_list_is_cut_at_every_and(row: dict[str, list[str]]) -> None:
    names = parse_names(str(row["text"]))
    assert [name.text if isinstance(name, Literal) else "" for name in names] == row["literals"]


def test_useprefix_keeps_the_particle_with_the_family_name() -> None:
    assert parse_name("van Gogh, Vincent", useprefix=True) == PersonalName(
        "Gogh", "Vincent", non_dropping_particle="van"
    )


def test_others_are_only_others_at_the_end() -> None:
    knuth = PersonalName("Knuth", "Donald")
    assert format_names([knuth, OTHERS], "biblatex") == "Knuth, Donald and others"
    assert format_names([OTHERS, knuth], "biblatex") == "{others} and Knuth, Donald"


@pytest.mark.parametrize(
    "family", ["and", "Barnes and Noble", "Smith, Jones", "de la Cruz", "Aung San", 'a "b" c', "{"]
)
def test_a_name_never_becomes_two(family: str) -> None:
    written = format_names([PersonalName(family, "X"), PersonalName("Y", "Z")], "bibtex")
    assert len(parse_names(written)) == 2


def test_an_empty_name_is_none() -> None:
    assert parse_name("") is None
    assert parse_name("{}") is None
