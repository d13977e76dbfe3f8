"""Check digits of numbers for books, music, journals and people."""

import pytest

from citekit.fields.check_digits import is_valid_coden, is_valid_ismn, isbn13_of


@pytest.mark.parametrize("number", ["979-0-2600-0043-8", "M-2306-7118-7", "9790230671187"])
def test_an_ismn_with_the_right_check_digit_is_valid(number: str) -> None:
    assert is_valid_ismn(number)


@pytest.mark.parametrize(
    "number", ["979-0-2600-0043-9", "M-2306-7118-8", "978-0-306-40615-7", "M-2306-7118", "", "M"]
)
def test_any_other_ismn_is_not(number: str) -> None:
    assert not is_valid_ismn(number)


@pytest.mark.parametrize("code", ["JACSAT", "NATUAS", "SCIEAS", "CHREAY", "jacsat"])
def test_a_coden_with_the_right_check_sign_is_valid(code: str) -> None:
    assert is_valid_coden(code)


@pytest.mark.parametrize("code", ["JACSAX", "NATUAT", "JACSA", "JACS", "12345A", ""])
def test_any_other_coden_is_not(code: str) -> None:
    assert not is_valid_coden(code)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("0-306-40615-2", "9780306406157"),
        ("080442957X", "9780804429573"),
        ("0-306-40615-3", ""),
        ("9780306406157", ""),
        ("", ""),
    ],
)
def test_an_isbn_of_ten_digits_has_an_equal_of_thirteen(short: str, long: str) -> None:
    assert isbn13_of(short) == long
