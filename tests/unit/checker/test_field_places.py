"""Where a field that an entry lacks would stand."""

import pytest

from citekit.checker.bib_file import BibFile
from citekit.checker.field_places import field_before, place_of
from citekit.model.spans import Span

_TEXT = """@article{a,
  year = 2001,
  title = {On Hedges},
  author = {Alder, Moritz},
  note = {},
  x-own = {1},
}
"""


@pytest.mark.parametrize(
    ("name", "after"),
    [("title", "author"), ("journal", "title"), ("volume", "year"), ("unheard-of", "year")],
)
def test_a_field_stands_after_those_that_usually_precede_it(name: str, after: str) -> None:
    """Whatever the order in which the entry has them."""
    entry = BibFile("a.bib", _TEXT).entries[0]
    before = field_before(entry, name)
    assert before is not None
    assert before.name == after


def test_the_place_has_no_length_unless_the_field_is_there() -> None:
    """The problem stands there, not at the type and key."""
    file = BibFile("a.bib", _TEXT)
    entry = file.entries[0]
    end = _TEXT.index("On Hedges}") + len("On Hedges}")
    assert place_of(entry, "journal") == Span(end, end)
    assert entry.problem("lacks", span=place_of(entry, "journal")).span == Span(end, end)
    start = _TEXT.index("note = {}")
    assert place_of(entry, "note") == Span(start, start + len("note = {}"))
    assert place_of(entry, "author").start > 0


def test_the_first_field_of_all_stands_at_the_head() -> None:
    """Nothing precedes it."""
    entry = BibFile("a.bib", "@article{a, year = 2001}").entries[0]
    assert field_before(entry, "author") is None
    assert place_of(entry, "author") == entry.span
