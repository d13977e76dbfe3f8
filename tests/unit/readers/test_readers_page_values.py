"""Dates and names of pages, whatever stands in their place."""

from hypothesis import example, given
from hypothesis import strategies as st

from citekit.model.reference import Literal
from citekit.readers.page_dates import parse_page_date
from citekit.readers.page_names import people_of

WORDS = st.lists(
    st.sampled_from(["Jane", "DOE", "and", "By", ",", "|", "(", ")", "@", "4", "Mar", "2019", "AM"])
).map(" ".join)


@given(st.text() | WORDS)
@example("0/0/2019 1 am EST")
@example("20191939")
def test_a_page_date_is_a_date_or_none(text: str) -> None:
    date = parse_page_date(text)
    assert date is None or date.start.year > 0


@given(st.text() | WORDS, st.booleans())
def test_names_are_told_once_and_never_empty(text: str, shown: bool) -> None:  # noqa: FBT001
    people = people_of([text, text], set(), shown=shown)
    assert len(people) == len(set(people))
    assert all(name.text if isinstance(name, Literal) else name.family for name in people)
