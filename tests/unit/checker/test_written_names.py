"""The names of a value, each with its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.checker.rules.names.judging import joined_by_commas
from citekit.checker.rules.names.written_names import names_of


@given(st.text(alphabet=' \n,{}\\"andOdeUB.~=', max_size=60))
def test_names_and_parts_stand_where_they_say(value: str) -> None:
    """Every name and part is the text at its place, and names follow one another."""
    end = 0
    for name in names_of(value).names:
        assert value[name.start : name.end] == name.text
        assert name.start >= end
        end = name.end
        for part in name.parts:
            assert value[part.start : part.end] == part.text
            assert name.start <= part.start <= part.end <= name.end


def test_only_names_that_are_unlike_most_are_odd() -> None:
    """The others need not be looked at by most rules."""
    names = names_of('Ode, Una B. and Pim, Ros and {Sea Works} and {\\"O}de, Una and fox, CY')
    assert [one.text for one in names.odd] == ["{Sea Works}", "fox, CY"]
    assert [one.text for one in names.odd_persons] == ["fox, CY"]


@pytest.mark.parametrize(
    ("value", "braced", "extended"),
    [
        ("{Sea Works}", True, False),
        ("{Sea} and {Works}", True, False),
        ("{Sea} {Works}", False, False),
        ("family=Ode, given=Una", False, True),
        ("Ode, Una", False, False),
    ],
)
def test_kinds_of_names(value: str, *, braced: bool, extended: bool) -> None:
    """Braces count if they close at the very end."""
    name = names_of(value).names[0]
    assert (name.is_braced, name.is_extended) == (braced, extended)


def test_names_joined_by_commas_are_told_apart() -> None:
    """Family names of two words are not."""
    joined = names_of("Una B. Ode, Ros Pim").names[0]
    assert joined_by_commas(joined) == ("Una B. Ode", "Ros Pim")
    assert joined_by_commas(names_of("Ode Pim, Una Ros").names[0]) == ()


def test_long_values_take_no_longer_than_their_length_asks() -> None:
    """Some tens of thousands of commas or blanks are read in well under a second or two."""
    start = time.process_time()
    for piece in (",", "A, ", "{", " ", "and "):
        names_of(piece * 40_000)
    assert time.process_time() - start < 5
