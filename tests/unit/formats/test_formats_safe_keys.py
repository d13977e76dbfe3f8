"""Keys that may be written in ``.bib`` files."""

import pytest

from citekit.formats.bib_entry import safe_keys


@pytest.mark.parametrize(
    ("keys", "fold", "safe"),
    [
        (["Other-", "Other"], False, ["Other-", "Other"]),
        (["-a", "a"], False, ["-a", "a"]),
        (["a b", "a-b"], False, ["a-b-2", "a-b"]),
        (["a", "a", "a-2"], False, ["a", "a-3", "a-2"]),
        (["a", "A"], False, ["a", "A"]),
        (["a", "A"], True, ["a", "A-2"]),
        (["", "{}", "entry"], False, ["entry-2", "entry-3", "entry"]),
    ],
)
def test_a_sound_key_stays_whatever_the_others(
    keys: list[str], safe: list[str], *, fold: bool
) -> None:
    found = safe_keys(keys, fold=fold)
    assert list(found.keys) == safe
    changed = sum(one != other for one, other in zip(keys, safe, strict=True))
    assert len(found.diagnostics) == changed


def test_very_many_entries_without_a_key_are_numbered_at_once() -> None:
    assert len(set(safe_keys([""] * 200_000, fold=True).keys)) == 200_000
