"""Traced text leads every character back to its place in the file."""

from citekit.model.spans import (
    Markup,
    MarkupRun,
    Segment,
    Span,
    TracedText,
    join_traced,
)

# "a *b* c" in a file, read as "a b c".
MARKED = TracedText(
    "a b c",
    (Segment(0, 10, 2), Segment(2, 13, 1), Segment(3, 15, 2)),
    (MarkupRun(2, 3, Markup.ITALIC),),
    (Span(10, 17),),
)


def test_offsets_skip_markup() -> None:
    assert [MARKED.source_offset(i) for i in range(6)] == [10, 11, 13, 15, 16, 17]


def test_a_value_with_markup_in_it_is_one_span() -> None:
    assert MARKED.source_spans(0, 5) == (Span(10, 17),)
    assert MARKED.source_spans(2, 3) == (Span(13, 14),)


def test_a_slice_keeps_places_and_markup() -> None:
    part = MARKED.slice(2, 5)
    assert part.text == "b c"
    assert part.source_offset(0) == 13
    assert part.runs == (MarkupRun(0, 1, Markup.ITALIC),)
    assert part.pieces == (Span(13, 17),)


def test_a_slice_to_the_end_takes_the_markup_there_along() -> None:
    closed = TracedText("b", (Segment(0, 11, 1),), (), (Span(10, 12),))
    assert closed.slice(0, 1).pieces == (Span(10, 12),)
    longer = TracedText("a b", (Segment(0, 10, 2), Segment(2, 13, 1)), (), (Span(10, 15),))
    assert longer.slice(2, 3).pieces == (Span(13, 15),)


def test_joined_pieces_stay_apart() -> None:
    joined = join_traced((TracedText.of("one", at=0), TracedText(""), TracedText.of("two", at=90)))
    assert joined.text == "one two"
    assert joined.pieces == (Span(0, 3), Span(90, 93))
    assert joined.source_spans(1, 6) == (Span(1, 3), Span(90, 92))
    assert joined.source_offset(3) == 3


def test_strip_moves_the_start() -> None:
    assert TracedText.of("  x ", at=5).strip().pieces == (Span(7, 8),)
    assert TracedText.of("   ", at=5).strip().text == ""


def test_text_without_a_source_has_no_place() -> None:
    nowhere = TracedText("x")
    assert nowhere.source_offset(0) == -1
    assert nowhere.source_spans(0, 1) == ()
    assert (nowhere.start, nowhere.end) == (-1, -1)
