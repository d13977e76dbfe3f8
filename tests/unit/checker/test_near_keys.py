"""The keys that a missing one may be a slip of."""

import pytest

from citekit.checker.rules.citing.near_keys import NearKeys

KEYS = ("alder1999", "alder2001", "birch_etal:2003", "Cedar1950a", "cedar1950b", "oak")


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("adler1999", ("alder1999",)),
        ("birchEtAl2003", ("birch_etal:2003",)),
        ("cedar1950", ("Cedar1950a", "cedar1950b")),
        ("elm1980", ()),
        ("oka", ()),
        ("", ()),
    ],
)
def test_near_keys_are_slips_and_other_spellings(key: str, near: tuple[str, ...]) -> None:
    assert NearKeys(KEYS).of(key) == near


def test_a_key_is_not_near_to_itself() -> None:
    assert NearKeys(("oak2001", "oak-2001")).of("oak2001") == ("oak-2001",)
