"""What of a value is text, and text that was misread."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.checker.rules.encoding.misread_text import MISREAD, read_again
from citekit.checker.rules.encoding.prose import MASK, prose


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        ("a $x$ b", "a ... b"),
        (r"a \$5 and $x", r"a \$5 and $x"),
        ("$$x$$ b", "..... b"),
        (r"\(x\) b", "..... b"),
        (r"\url{a_{b}} c", "........... c"),
        (r"\href{a_b}{c_d}", "..........{c_d}"),
        (r"\url{a_b", r"\url{a_b"),
        (r"\verb|_| b", "........ b"),
        ("see https://example.org/a_b now", "see ....................... now"),
    ],
)
def test_mathematics_addresses_and_code_are_no_text(value: str, shown: str) -> None:
    assert prose(value).replace(MASK, ".") == shown


@given(st.text(alphabet="ab$\\{}()[]|_ url:/", max_size=60))
def test_text_keeps_its_place(value: str) -> None:
    text = prose(value)
    assert len(text) == len(value)
    assert all(new in {old, MASK} for new, old in zip(text, value, strict=True))


@given(st.text(alphabet="äöüßéèñçČřšžłŁåøÆœ’“”–—…€", min_size=1, max_size=8))
def test_text_in_utf_8_that_was_misread_is_read_again(text: str) -> None:
    misread = text.encode("utf-8").decode("cp1252", "replace")
    if "\ufffd" in misread:
        return
    assert MISREAD.sub(read_again, f"{misread}a") == f"{text}a"
