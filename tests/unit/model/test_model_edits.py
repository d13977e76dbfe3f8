"""Edits to a text."""

import pytest

from citekit.model.edits import Edit, EditConflictError, apply_edits


@pytest.mark.parametrize(
    ("edits", "result"),
    [
        ([], "abcdef"),
        ([Edit(0, 0, "x")], "xabcdef"),
        ([Edit(6, 6, "x")], "abcdefx"),
        ([Edit(4, 6), Edit(0, 2, "x")], "xcd"),
        ([Edit(1, 1, "x"), Edit(1, 1, "y")], "axybcdef"),
        ([Edit(1, 3, "x"), Edit(3, 4, "y")], "axyef"),
        ([Edit(1, 3, "x"), Edit(1, 1, "y")], "ayxdef"),
        ([Edit(1, 3, "x"), Edit(1, 3, "x")], "axdef"),
    ],
)
def test_edits_are_made(edits: list[Edit], result: str) -> None:
    assert apply_edits("abcdef", edits) == result


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(1, 3), Edit(2, 4)],
        [Edit(1, 3, "x"), Edit(1, 3, "y")],
        [Edit(0, 6), Edit(2, 2, "x")],
        [Edit(5, 7)],
        [Edit(3, 2)],
        [Edit(-1, 2)],
    ],
)
def test_edits_that_contradict_each_other_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(EditConflictError, match="cannot both be made"):
        apply_edits("abcdef", edits)
