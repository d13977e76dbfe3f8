"""Where stretches of a laid-out text are printed."""

from citekit.model.pages import Box, PageIndex, PagePlace, PrintedLine
from citekit.model.spans import Span

LINES = (
    PrintedLine(0, 10, 1, Box(40, 100, 200, 110)),
    PrintedLine(11, 20, 1, Box(40, 112, 190, 122)),
    PrintedLine(22, 30, 1, Box(220, 100, 380, 110)),
    PrintedLine(31, 40, 2, Box(40, 50, 200, 60)),
)


def test_neighbouring_lines_share_a_box() -> None:
    (place,) = PageIndex(LINES).places([Span(5, 15)])
    assert place == PagePlace(1, Box(40, 100, 200, 122))


def test_another_column_and_another_page_have_boxes_of_their_own() -> None:
    places = PageIndex(LINES).places([Span(12, 13), Span(25, 35)])
    assert [(place.page, place.box.left) for place in places] == [(1, 40), (1, 220), (2, 40)]


def test_what_stands_between_lines_is_nowhere() -> None:
    assert PageIndex(LINES).places([Span(10, 11), Span(40, 90)]) == ()
    assert PageIndex(()).places([Span(0, 9)]) == ()
