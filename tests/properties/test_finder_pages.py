"""What must hold of the finder's reading of pages, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.finder.comments import find_comments
from citekit.finder.epigraphs import find_epigraphs
from citekit.finder.links import find_links
from citekit.finder.page_metadata import find_page_metadata
from citekit.finder.running_text import find_named_sources
from citekit.finder.zones import mark_zones
from citekit.model.citation import Passage
from citekit.model.document import Block, BlockKind, Document, DocumentFormat
from citekit.model.spans import Markup, MarkupRun, TracedText

# Pieces of which pages are made, so that chance meets the forms that the finder looks for.
PIECES = st.sampled_from(
    [
        *("In the", "according to", "a", "Harbour Times", "analysis", "reported", ", ", "“", "”"),
        *("Ann Arbor", "writes", "book", "of his", "coined the term", "By ", "Author: ", "told"),
        *("3 May 2010", "from ", "Menu", "Share:", "says:", "• ", "http://a.example/b", "."),
        *("Comments", "Vol 3, Issue 1", ":", "\n", "\x00", "\ud800", "é", "日本語", "1", "("),
        *(")", "0 $", "Abstract", "The author,", "The article was published on"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=12).map(" ".join)
MARKUPS = st.sampled_from([*Markup])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of a few blocks of any kind, with markup anywhere."""
    blocks = []
    parts: list[str] = []
    at = 0
    for text in draw(st.lists(TEXTS, max_size=8)):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        target = draw(st.sampled_from(["", "#", "http://a.example/b", "mailto:x"]))
        runs = (MarkupRun(start, end, draw(MARKUPS), target),) if start < end else ()
        plain = TracedText.of(text, at=at)
        traced = TracedText(text, plain.segments, runs, plain.pieces)
        kind = draw(st.sampled_from([*BlockKind]))
        blocks.append(Block(kind, traced, draw(st.integers(0, 6)), draw(st.integers(0, 8))))
        parts.append(text)
        at += len(text) + 2
    form = draw(st.sampled_from([*DocumentFormat]))
    return Document("x", "\n\n".join(parts), form, "utf-8", tuple(blocks))


def labels_lie_in(passage: Passage) -> bool:
    length = len(passage.text.text)
    return all(0 <= label.start < label.end <= length for label in passage.labels)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_reading_a_page_never_fails_and_labels_lie_in_their_text(document: Document) -> None:
    marked = mark_zones(document)
    assert [block.text for block in marked.blocks] == [block.text for block in document.blocks]
    page = find_page_metadata(marked)
    found = (
        *find_named_sources(marked),
        *find_links(marked),
        *find_epigraphs(marked),
        *page.passages,
    )
    assert all(labels_lie_in(passage) for passage in found)
    assert all(passage.thread.startswith("x#") or not passage.thread for passage in found)
    assert sum(len(comment.blocks) + 1 for comment in find_comments(marked)) <= len(marked.blocks)


@settings(max_examples=40, deadline=None)
@given(documents())
def test_labels_of_named_sources_cover_what_is_printed(document: Document) -> None:
    for passage in find_named_sources(document):
        for label in passage.labels:
            printed = passage.text.slice(label.start, label.end)
            (span,) = printed.pieces
            assert document.text[span.start : span.end] == printed.text
