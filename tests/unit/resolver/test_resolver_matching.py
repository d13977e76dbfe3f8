"""Comparing two references."""

from typing import Any

import pytest
from resolver_rows import cases, reference

from citekit.resolver.matching import compare


@pytest.mark.parametrize("row", cases("matching"), ids=lambda row: row["name"])
def test_the_decision_is_the_right_one_in_both_directions(row: dict[str, Any]) -> None:
    a, b = reference(row["a"]), reference(row["b"])
    match = compare(a, b)
    assert match.decision == row["decision"], match.evidence
    assert compare(b, a) == match


def test_the_evidence_says_what_differs() -> None:
    book = {"type": "book", "author": ["Abe, Keiji"], "title": "A history of the straits"}
    match = compare(reference({**book, "volume": 20}), reference({**book, "volume": 21}))
    assert match.evidence == ("volume 20 against 21",)
    assert match.contradictory


def test_a_reference_is_the_same_as_itself() -> None:
    book = reference({"type": "book", "author": ["Abe, Keiji"], "title": "Straits", "year": 2003})
    assert compare(book, book).decision == "same"


def test_empty_references_are_not_the_same() -> None:
    assert compare(reference({}), reference({})).decision == "different"
