"""Lines as they are printed."""

from finder_documents import document_of

from citekit.finder.lines import printed_lines
from citekit.model.document import Block, BlockKind
from citekit.model.spans import Segment, Span, TracedText


def test_lines_end_where_the_text_breaks() -> None:
    document = document_of("one  \n two\nthree")
    lines = printed_lines(document.blocks[0], document.text)
    assert [line.text for line in lines] == ["one", "two", "three"]


def test_lines_end_where_only_the_file_breaks() -> None:
    source = "one\ntwo **x**\nthree"
    segments = (Segment(0, 0, 7), Segment(8, 10, 1), Segment(10, 14, 5))
    text = TracedText("one two x three", segments, (), (Span(0, len(source)),))
    lines = printed_lines(Block(BlockKind.PARAGRAPH, text), source)
    assert [line.text for line in lines] == ["one", "two x", "three"]
    assert [line.start for line in lines] == [0, 4, 14]
