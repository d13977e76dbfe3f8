"""What holds for the fields of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.fields.dates import find_dates, format_edtf, parse_date, parse_edtf
from citekit.fields.identifiers import find_identifiers, normalise_doi
from citekit.fields.name_comparison import same_person
from citekit.fields.names import judge_order, parse_name, parse_names
from citekit.fields.numbers import parse_edition, parse_ordinal, roman_to_int
from citekit.fields.pages import find_locator, parse_locator, parse_pages
from citekit.model.reference import DateParts, DateRange, Literal, PersonalName

TEXTS = st.text(st.characters(codec=None), max_size=60)
# Texts made of what the parsers look for, so that they get far into them.
PIECES = st.lists(
    st.sampled_from(
        [
            "Smith", "J.", "JR", "Kim", "Dae-jung", "van", "de", "and", "et al.", "&", ",", ";",
            "/", "'", " ", "(", ")", "Jr.", "PhD", "ed.", "Ministry", "of", "1998", "May", "12",
            "th", "-", "–",
            "pp.", "S.", "ff", "http://", "www.", "10.1000/", "a.com/", "?", "김", "毛", "、",
        ]
    ),
    max_size=14,
).map("".join)  # fmt: skip
ANY = TEXTS | PIECES


@settings(max_examples=200)
@given(ANY)
def test_names_hold_something_and_nothing_invented(text: str) -> None:
    for name in parse_names(text):
        if isinstance(name, PersonalName):
            assert name.family
            letters = {letter.casefold() for letter in name.family + name.given}
            assert letters <= {letter.casefold() for letter in text} | {" "}
        else:
            assert name.text


@settings(max_examples=100)
@given(ANY, ANY)
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    likeness = same_person(parse_name(one), parse_name(other))
    assert 0.0 <= likeness <= 1.0
    assert likeness == same_person(parse_name(other), parse_name(one))


@settings(max_examples=100)
@given(ANY)
def test_any_text_is_parsed_or_kept(text: str) -> None:
    judge_order(text)
    parse_locator(text)
    parse_edition(text)
    parse_ordinal(text)
    roman_to_int(text)
    parse_edtf(text)
    normalise_doi(text)
    date = parse_date(text)
    assert isinstance(date, DateRange) or date == Literal(" ".join(text.split()))


@settings(max_examples=100)
@given(ANY)
def test_pages_in_normal_form_stay(text: str) -> None:
    assert parse_pages(parse_pages(text)) == parse_pages(text)


@settings(max_examples=100)
@given(ANY)
def test_what_is_found_lies_inside_in_order(text: str) -> None:
    for found in (find_identifiers(text), find_dates(text)):
        last = 0
        for one in found:
            assert last <= one.start < one.end <= len(text)
            last = one.end
    locator = find_locator(text)
    assert locator is None or 0 <= locator.start < locator.end <= len(text)


PARTS = st.one_of(
    st.builds(DateParts, st.integers(1000, 2099), season=st.integers(0, 4)),
    st.builds(DateParts, st.integers(1000, 2099), st.integers(1, 12), st.integers(0, 28)),
)


@settings(max_examples=100)
@given(PARTS, PARTS, st.booleans())
def test_date_comes_back_from_edtf(start: DateParts, end: DateParts, circa: bool) -> None:  # noqa: FBT001  # drawn
    for date in (
        DateRange(start, start, circa),
        DateRange(start, end, circa),
        DateRange(start, None, circa),
    ):
        assert parse_edtf(format_edtf(date)) == date
