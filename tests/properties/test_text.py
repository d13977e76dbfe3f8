"""What holds for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.text.casing import proper_noun_spans
from citekit.text.folding import fold, straighten, strip_markup
from citekit.text.language import guess_language
from citekit.text.lines import LineIndex
from citekit.text.script import is_cjk, script_of

TEXTS = st.text(st.characters(codec=None), max_size=80)


@settings(max_examples=150)
@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=100)
@given(TEXTS)
def test_straightening_keeps_every_offset(text: str) -> None:
    assert len(straighten(text)) == len(text)
    assert straighten(straighten(text)) == straighten(text)


@settings(max_examples=60)
@given(TEXTS)
def test_any_text_is_judged(text: str) -> None:
    assert len(strip_markup(text)) <= len(text)
    assert isinstance(guess_language(text), str)
    assert isinstance(script_of(text), str)
    assert isinstance(is_cjk(text), bool)


@settings(max_examples=60)
@given(TEXTS)
def test_kept_capitals_are_in_order_and_inside(text: str) -> None:
    last = 0
    for start, end in proper_noun_spans(text):
        assert last <= start < end <= len(text)
        last = end


@settings(max_examples=100)
@given(st.text("ab\r\n", max_size=40), st.integers(0, 40))
def test_place_leads_back_to_its_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    index = LineIndex(text)
    place = index.place(offset)
    assert index.offset(place.line) + place.column - 1 == offset
