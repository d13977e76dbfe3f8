"""The last number of a range in each format."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.rendering.number_text import NumberFormat, format_numbers
from citekit.csl.rendering.page_ranges import format_range

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "page_ranges.toml").read_text(encoding="utf-8")
)["case"]
FORMATS = ("none", "expanded", "minimal", "minimal-two", "chicago", "chicago-16")


@pytest.mark.parametrize("page_range_format", FORMATS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["given"])
def test_range_in_each_format(case: dict[str, str], page_range_format: str) -> None:
    first, _, last = case["given"].partition("-")
    option = "" if page_range_format == "none" else page_range_format
    shown = format_range(first, last, page_range_format=option, delimiter="–")
    assert shown == case[page_range_format]


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(FORMATS[1:]))
def test_a_shortened_range_means_the_same(first: int, length: int, page_range_format: str) -> None:
    last = first + length
    short = format_range(str(first), str(last), page_range_format=page_range_format, delimiter="–")
    begin, _, end = short.partition("–")
    expanded = format_range(begin, end, page_range_format="expanded", delimiter="–")
    assert expanded in {f"{first}–{last}", f"{first}–{end}"}


@given(st.text(max_size=60), st.sampled_from(FORMATS))
def test_any_text_is_kept(text: str, page_range_format: str) -> None:
    shown = format_numbers(text, NumberFormat(page_range_format=page_range_format), "und")
    assert [letter for letter in shown if letter.isalpha()] == [
        letter for letter in text if letter.isalpha()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-15, 18-22", "12–15, 18–22"),
        ("12-15 & 18", "12–15 & 18"),
        ("978-3-16", "978-3-16"),
        ("xii-xv", "xii–xv"),
        ("Smith-Jones", "Smith-Jones"),
        ("12 – 15", "12–15"),
        ("12—15", "12–15"),
        ("12-15, passim", "12–15, passim"),
        ("", ""),
    ],
)
def test_lists_of_pages(text: str, expected: str) -> None:
    assert format_numbers(text, NumberFormat()) == expected


def test_long_texts_take_no_time() -> None:
    text = "1 - " * 20_000 + "9" * 5_000
    assert format_numbers(text, NumberFormat(page_range_format="chicago"))
