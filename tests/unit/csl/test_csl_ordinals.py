"""Ordinals and Roman numerals."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.locale import Locale
from citekit.csl.locale_nodes import Term
from citekit.csl.locales import locale_for
from citekit.csl.rendering.numerals import first_page, parse_numerals
from citekit.csl.rendering.ordinals import format_long_ordinal, format_ordinal, format_roman
from citekit.fields.numbers import roman_to_int

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "ordinals.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize(
    "case",
    CASES,
    ids=lambda case: f"{case['locale']}-{case['number']}{case.get('gender', '')[:1]}",
)
def test_ordinals_of_locales(case: dict[str, Any]) -> None:
    locale = locale_for(None, case["locale"])
    gender = case.get("gender", "")
    assert format_ordinal(case["number"], locale, gender) == case["ordinal"]
    assert format_long_ordinal(case["number"], locale, gender) == case["long"]


def _locale(**matches: str) -> Locale:
    terms = {
        (f"ordinal-{name[1:]}", "long", ""): Term(f"<{name[1:]}>", "", match=match)
        for name, match in matches.items()
    }
    return Locale("xx", {**terms, ("ordinal", "long", ""): Term("<>", "")}, {}, {})


@pytest.mark.parametrize(
    ("locale", "number", "expected"),
    [
        (_locale(_01=""), 21, "21<01>"),
        (_locale(_01="last-digit"), 101, "101<01>"),
        (_locale(_01="last-two-digits"), 21, "21<>"),
        (_locale(_01="last-two-digits"), 101, "101<01>"),
        (_locale(_01="whole-number"), 101, "101<>"),
        (_locale(_01="whole-number"), 1, "1<01>"),
        (_locale(_01="", _11=""), 111, "111<11>"),
        (_locale(_01="", _11="whole-number"), 111, "111<01>"),
    ],
)
def test_terms_match_as_they_say(locale: Locale, number: int, expected: str) -> None:
    assert format_ordinal(number, locale) == expected


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    assert roman_to_int(format_roman(number)) == number


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_no_roman_numeral_there(number: int) -> None:
    assert format_roman(number) == str(number)


@pytest.mark.parametrize(
    ("text", "is_numeric", "is_multiple"),
    [
        ("12", True, False),
        ("12, 14", True, True),
        ("12,", False, False),
        ("ii-iv", False, True),
        ("II-IV", False, False),
        ("12 - 14", True, True),
        ("12&14", True, True),
        ("12 and 14", True, True),
        ("12, und 14", True, True),
        ("2nd", True, False),
        ("D2", True, False),
        ("L2d", True, False),
        ("12a-c", True, False),
        ("1/2", True, False),
        ("second", False, False),
        ("2nd edition", False, False),
        ("i-ix", False, True),
        ("12, fig. 3", False, False),
        ("12-14, fig. 3", False, True),
        ("vol. 1, 2", False, False),
        ("12, passim", False, True),
        ("12, [13]", False, True),
        ("3\\-12", True, False),
        ("", False, False),
    ],
)
def test_what_is_a_number(text: str, is_numeric: bool, is_multiple: bool) -> None:  # noqa: FBT001
    numerals = parse_numerals(text, "und")
    assert (numerals.is_numeric, numerals.is_multiple) == (is_numeric, is_multiple)


@pytest.mark.parametrize(
    ("pages", "first"),
    [("42-45", "42"), ("42 & 45", "42"), ("42, 45", "42"), ("3\\-12", "3-12"), ("", ""), ("-", "")],
)
def test_the_first_page(pages: str, first: str) -> None:
    assert first_page(pages) == first


@given(st.text(max_size=80))
def test_any_text_is_taken_apart_without_loss(text: str) -> None:
    numerals = parse_numerals(text, "et")
    assert len(numerals.joiners) == len(numerals.pieces) - 1
    letters = [letter for letter in "".join(numerals.pieces) if letter.isdigit()]
    assert letters == [letter for letter in text if letter.isdigit()]
