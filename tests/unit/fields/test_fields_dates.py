"""Dates as printed, in EDTF, and in running text."""

import tomllib
from pathlib import Path

import pytest

from citekit.fields.dates import find_dates, format_edtf, parse_date, parse_edtf
from citekit.model.reference import DateParts, DateRange, Literal, single_date
from citekit.text.data import load_mapping

CASES = Path(__file__).parents[2] / "cases" / "fields"
PRINTED = {
    printed: expected
    for file in sorted(CASES.glob("dates*.toml"))
    for printed, expected in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
MONTHS = load_mapping("citekit.fields", "dates", "months")
SEASONS = load_mapping("citekit.fields", "dates", "seasons")


@pytest.mark.parametrize(("printed", "expected"), PRINTED.items())
def test_printed_date_means(printed: str, expected: str) -> None:
    date = parse_date(printed)
    assert (format_edtf(date) if isinstance(date, DateRange) else "") == expected


@pytest.mark.parametrize(("word", "number"), MONTHS.items())
def test_month_is_known(word: str, number: str) -> None:
    assert parse_date(f"{word.capitalize()}. 2004") == single_date(2004, int(number))
    assert parse_date(f"3 {word} 2004") == single_date(2004, int(number), 3)


@pytest.mark.parametrize(("word", "number"), SEASONS.items())
def test_season_is_known(word: str, number: str) -> None:
    assert parse_date(f"{word.capitalize()} 2004") == single_date(2004, season=int(number))


def test_no_date_is_kept_as_written() -> None:
    assert parse_date(" in  press ") == Literal("in press")


@pytest.mark.parametrize(
    "text", ["2004", "2004-02", "2004-02-29", "2004-21", "-0043", "2004~", "2004/2005", "2004/.."]
)
def test_edtf_comes_back_as_it_was(text: str) -> None:
    date = parse_edtf(text)
    assert date is not None
    assert format_edtf(date) == text


@pytest.mark.parametrize(
    "text", ["", "2004-13", "2004-02-30", "2004-00", "199X", "../2004", "04", "2004-2", "2004-25"]
)
def test_what_the_model_cannot_hold_is_no_edtf(text: str) -> None:
    assert parse_edtf(text) is None


def test_doubt_in_edtf_becomes_circa() -> None:
    assert parse_edtf("2004?") == DateRange(DateParts(2004), DateParts(2004), circa=True)
    assert parse_edtf("1850~/1860") == DateRange(DateParts(1850), DateParts(1860), circa=True)


def test_years_beyond_four_digits_get_their_letter() -> None:
    assert format_edtf(single_date(12345)) == "Y12345"
    assert parse_edtf("Y12345") == single_date(12345)


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oxford UP, 1998, p. 12", ["1998"]),
        ("(1998).", ["1998"]),
        ("39:1, Spring 1997, pp", ["Spring 1997"]),
        ("on 21<sup>st</sup> August 2006, he", ["21<sup>st</sup> August 2006"]),
        ("on January 12th and in May 2005", ["January 12th", "May 2005"]),
        ("$2000 or 1,500 or 1998% or 20045 or 3.2004.1", []),
        ("doi 10.1016/2004.3 and x1998", []),
        ("2010-12-28 and 28.12.2010", ["2010-12-28", "28.12.2010"]),
        ("2010年12月28日", ["2010年12月28日"]),
        ("1998-2001 and 1998/99", ["1998-2001", "1998/99"]),
        ("the Korea of 3000 and 999", []),
    ],
)
def test_dates_in_running_text_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_day_without_a_year_is_found_as_written() -> None:
    (one,) = find_dates("an analysis from January 12th.")
    assert one.date == Literal("January 12th")
