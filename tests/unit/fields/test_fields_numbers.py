"""Ordinals, Roman numerals and editions."""

import tomllib
from pathlib import Path

import pytest

from citekit.fields.numbers import parse_edition, parse_ordinal, roman_to_int
from citekit.text.data import load_mapping

CASES = Path(__file__).parents[2] / "cases" / "fields"
EDITIONS = tomllib.loads((CASES / "editions.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("roman", "number"), [("i", 1), ("iv", 4), ("XIV", 14), ("xlix", 49), ("MCMXCVIII", 1998)]
)
def test_roman_numeral_has_a_value(roman: str, number: int) -> None:
    assert roman_to_int(roman) == number


@pytest.mark.parametrize("text", ["", "iiii", "vx", "mmmm", "abc", "12", "ic"])
def test_ill_formed_numeral_has_none(text: str) -> None:
    assert roman_to_int(text) is None


ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
HUNDREDS = ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm")


def test_every_number_has_its_numeral() -> None:
    numerals = [
        "m" * thousand + hundred + ten + one
        for thousand in range(4)
        for hundred in HUNDREDS
        for ten in TENS
        for one in ONES
    ]
    assert [roman_to_int(numeral) for numeral in numerals[1:]] == list(range(1, 4000))


@pytest.mark.parametrize(("text", "edition"), EDITIONS.items())
def test_edition_becomes_a_number_or_stays(text: str, edition: str) -> None:
    assert parse_edition(text) == edition


@pytest.mark.parametrize(
    ("word", "number"), load_mapping("citekit.fields", "numbers", "ordinals").items()
)
def test_ordinal_word_is_known(word: str, number: str) -> None:
    assert parse_ordinal(word.capitalize()) == int(number)


@pytest.mark.parametrize(("text", "number"), [("1st", 1), ("22nd", 22), ("3.", 3), ("4e", 4)])
def test_ordinal_in_digits_is_read(text: str, number: int) -> None:
    assert parse_ordinal(text) == number


def test_no_ordinal() -> None:
    assert parse_ordinal("the") is None
    assert parse_ordinal("") is None
