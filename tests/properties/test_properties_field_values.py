"""What holds for every normaliser and for parsing, whatever stands in the text."""

import time
from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import parse
from citekit.fields.dates import find_dates, parse_date
from citekit.fields.names import parse_names
from citekit.fields.numbers import parse_edition
from citekit.fields.original_dates import split_original
from citekit.fields.page_ranges import is_extent, parse_pages
from citekit.fields.pages import find_locator
from citekit.fields.volumes import parse_issue, parse_number, parse_volume
from citekit.model.citation import Label
from citekit.model.reference import Reference
from citekit.model.spans import TracedText
from citekit.refparser.building import build_reference
from citekit.refparser.labelling import label_reference
from citekit.refparser.normalisers.registry import NORMALISERS

TEXTS = st.text(st.characters(codec=None), max_size=60)
# What the normalisers look for, so that texts get far into them.
_SAMPLE = (
    "Doe|Jane|J.|JRR|van|von und zu|Jr.|et al.|und|u. a.|(Hg.)|edited by|hrsg. von|Ministry of|"
    "1998|c1999|[1887]|orig.|Mai|Winter|昭和45年|n.d.|in press|12(3)|Jg.|H. 3|Bd. 4/2|第12卷|"
    "Suppl. 1|3 vols.|p.|1123-31|ff.|345 p.|e123|xi|2nd ed.|第三版|Oxford:|[S.l.]|Press|10.5555/12|"
    "http://a.b/|毛泽东|山田太郎編|김철수 외|,|;|&|/|-|–|.| |(|)|[|]|:|'|“|”|\n|\u0301|\x00"
)
PIECES = st.lists(st.sampled_from(_SAMPLE.split("|")), max_size=12).map(" ".join)
ANY = TEXTS | PIECES
LABELS = st.sampled_from(sorted(NORMALISERS))

PARSERS: Mapping[str, Callable[[str], object]] = {
    "names": parse_names,
    "date": parse_date,
    "dates": find_dates,
    "original": split_original,
    "pages": parse_pages,
    "extent": is_extent,
    "locator": find_locator,
    "edition": parse_edition,
    "volume": parse_volume,
    "issue": parse_issue,
    "number": lambda text: parse_number(text, "chapter"),
    "parse": parse,
}
# Where patterns with a doubled repetition would begin to grow by the square.
HARD = ("(", "[", "A. ", ", and ", "1", "-", "– ", "张", "\u0301", "a, ", "; ", "12(3) ", "et al. ")
SMALL, FACTOR = 10_000, 8
# A run that is faster than this says nothing of growth.
AT_ONCE = 0.5


@settings(max_examples=400, deadline=None)
@given(LABELS, ANY, ANY, ANY)
def test_a_normaliser_takes_any_text(label: str, before: str, text: str, after: str) -> None:
    whole = f"{before} {text} {after}"
    start, at = len(before) + 1, 5
    labels = [Label(start, start + len(text), label)] if text else []
    reference = build_reference(TracedText.of(whole, at=at), labels, path="case")
    check_places(reference, at, at + len(whole))


def check_places(reference: Reference, first: int, last: int) -> None:
    """Every value has a place within the text, and no two overlap but where one is the other."""
    spans = set()
    for variable, origins in reference.origins.items():
        assert variable in reference.variables
        for origin in origins:
            assert first <= origin.start < origin.end <= last
            spans.add((origin.start, origin.end))
    ordered = sorted(spans)
    for one, other in pairwise(ordered):
        assert one[1] <= other[0]


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_parsing_takes_any_text(text: str) -> None:
    check_places(parse(text), 0, len(text))


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_labels_never_overlap(text: str) -> None:
    at = 0
    for label in label_reference(text):
        assert at <= label.start < label.end <= len(text)
        at = label.end


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_numbers_hold_nothing_invented(text: str) -> None:
    for found in (parse_volume(text), parse_issue(text)):
        for value in (found.volume, found.issue, found.part, found.count):
            assert {char for char in value if char.isalnum()} <= set(text)


@settings(max_examples=200, deadline=None)
@given(ANY)
def test_later_year_is_that_of_the_work_in_hand(text: str) -> None:
    printed = split_original(text)
    assert not printed.original or printed.original <= printed.issued
    assert printed.original or printed.issued in text


def seconds(parser: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    parser(text)
    return time.process_time() - started


@pytest.mark.parametrize("name", PARSERS)
def test_time_grows_no_faster_than_the_text(name: str) -> None:
    """Eight times the text takes less than three times eight times as long, or no time at all."""
    for piece in HARD:
        small = piece * (SMALL // len(piece))
        long = seconds(PARSERS[name], small * FACTOR)
        assert long < AT_ONCE or long < 3 * FACTOR * seconds(PARSERS[name], small), piece
