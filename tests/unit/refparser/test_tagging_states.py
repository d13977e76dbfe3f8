"""States and the spans they stand for."""

from citekit.refparser.tagging.states import spans_of, states_of


def test_spans_become_states_that_remember_what_came_before() -> None:
    spans = [(1, 3, "author"), (4, 5, "title")]
    assert states_of(spans, 7) == [
        "~", "B-author", "author", "~author", "B-title", "~title", "~title",
    ]  # fmt: skip


def test_states_lead_back_to_spans() -> None:
    spans = [(0, 2, "author"), (2, 3, "author"), (5, 6, "issued")]
    assert spans_of(states_of(spans, 8)) == spans


def test_a_span_may_lack_its_first_state() -> None:
    assert spans_of(["~", "title", "title", "volume"]) == [(1, 3, "title"), (3, 4, "volume")]
