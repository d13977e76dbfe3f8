"""Traced text keeps its promises for every cut and join."""

from hypothesis import given
from hypothesis import strategies as st

from citekit.model.spans import Segment, Span, TracedText, join_traced


@st.composite
def traced(draw: st.DrawFn) -> tuple[str, TracedText]:
    """A source and a text made of some of its stretches, in order."""
    source = draw(st.text(min_size=1, max_size=60))
    bounds = sorted(draw(st.sets(st.integers(0, len(source)), min_size=2, max_size=8)))
    segments, parts, at = [], [], 0
    for start, end in zip(bounds[::2], bounds[1::2], strict=False):
        segments.append(Segment(at, start, end - start))
        parts.append(source[start:end])
        at += end - start
    text = TracedText("".join(parts), tuple(segments), (), (Span(bounds[0], len(source)),))
    return source, text


@given(traced(), st.integers(0, 60), st.integers(0, 60))
def test_every_character_of_a_slice_stands_in_the_source(
    case: tuple[str, TracedText], start: int, end: int
) -> None:
    source, text = case
    part = text.slice(min(start, end), max(start, end))
    for position, char in enumerate(part.text):
        assert source[part.source_offset(position)] == char


@given(traced(), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_slicing_twice_is_slicing_once(
    case: tuple[str, TracedText], start: int, middle: int, end: int
) -> None:
    _, text = case
    low, high = min(start, end), max(start, end)
    once = text.slice(low + middle, high)
    twice = text.slice(low, high).slice(middle, high - low)
    assert once.text == twice.text
    assert [once.source_offset(i) for i in range(len(once.text))] == [
        twice.source_offset(i) for i in range(len(twice.text))
    ]


@given(st.lists(st.text(max_size=8), max_size=5))
def test_joining_keeps_the_places_of_all_parts(texts: list[str]) -> None:
    source = "|".join(texts)
    parts, at = [], 0
    for text in texts:
        parts.append(TracedText.of(text, at=at))
        at += len(text) + 1
    joined = join_traced(parts)
    assert joined.text == " ".join(text for text in texts if text)
    spans = joined.source_spans(0, len(joined.text))
    assert [source[s.start : s.end] for s in spans] == [text for text in texts if text]
