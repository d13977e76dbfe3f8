"""What every reader promises of any text: no exception, and true offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import ReadError
from citekit.model.document import Document
from citekit.model.spans import TracedText
from citekit.readers.decoding import Decoded
from citekit.readers.reading import read_bytes
from citekit.readers.registry import READERS, Reader
from citekit.readers.results import ReadResult

SCRAPS = (
    "word", " ", "\n", "\n\n", "\r\n", "\t", "    ", "\0", "\f", "é", "e\u0301", "漢字", "😀",
    "\ud800", "*", "**", "***", "_", "`", "```\n", "[", "]", "(", ")", "](http://x.org)", "[^1]",
    "[^1]: ", "^[", "^", "~", "$^{1}$", "\\", "&amp;", "&#8217;", "&", ";", "<", ">", "<sup>",
    "</sup>", "<i>", "</i>", "<p>", "</p>", "<div class=nav>", "</div>", "<li>", "<ul>", "<table>",
    "<tr>", "<td>", "<br>", "<a href='#n'>1</a>", "<p id=n>", "<!--", "-->", "<script>",
    "<title>", "</title>", "http://x.org/a_b", "www.x.org", "# ", "> ", "- ", "• ", "1. ", "|",
    "|-|-|\n", "---\n", "===\n", "title: x\n", '"', "'", "=", "/",
    "#footnote[", "#emph[", "#cite(<a>)", "@a[p. 1]", "#let x = ", "#f(", "/*", "*/", "$", "--",
    "...", "\\u{e9}", "{", "}", "<a>", "[fn:1]", "[fn:: ", "[cite:@a; @b p. 3]", "cite:a,b", "[[",
    "]]", "~", "#+begin_src\n", "#+end_src\n", "#+title: x\n", ":a:\n", ":end:\n", "* ", ".. ",
    ".. [1] ", ".. [a] ", ".. note:: ", "[1]_", "[#]_", "[a]_", ":cite:`a`", "::\n", "``",
    "`a <b>`_", "|a|",
    ".. |a| replace:: b\n", "+--+\n", "==  ==\n", ":author: x\n", "\\ ",
)  # fmt: skip
# Typst, Org and LaTeX print two hyphens as a dash, three dots as one sign; and
# LaTeX writes quotation marks so, and the Spanish signs.
SHORTHAND = set(zip("–—…‘’“”„«»¿¡", "--.`'`',<>?!", strict=True))
texts = st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join) | st.text(max_size=200)


def check_traced(traced: TracedText, text: str) -> None:
    position = 0
    for segment in traced.segments:
        assert segment.at >= position
        position = segment.at + segment.length
        for offset in range(segment.length):
            shown, stored = traced.text[segment.at + offset], text[segment.source + offset]
            is_blank = shown.isspace() and (stored.isspace() or stored in "~\\")
            # An entity or a command stands for a sign.
            assert shown == stored or is_blank or stored in "&\\" or (shown, stored) in SHORTHAND
    assert position <= len(traced.text)
    for run in traced.runs:
        assert 0 <= run.start < run.end <= len(traced.text)
    for piece in traced.pieces:
        assert 0 <= piece.start <= piece.end <= len(text)


def check(document: Document) -> None:
    starts = []
    for block in document.blocks:
        check_traced(block.text, document.text)
        starts.append(block.text.pieces[0].start)
    assert starts == sorted(starts)
    for note in document.notes:
        check_traced(note.text, document.text)
        if note.mark is not None:
            assert 0 <= note.mark.start < note.mark.end <= len(document.text)
    for live in document.live_citations:
        check_traced(live.text, document.text)
        held = [*(b.text for b in document.blocks), *(n.text for n in document.notes)]
        assert any(one.position_of(live.text.start) >= 0 for one in held)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.name))
@settings(max_examples=120, deadline=None)
@given(text=texts)
def test_any_text_is_read_with_true_offsets(reader: Reader, text: str) -> None:
    try:
        read = reader.read(Decoded(text, "utf-8"), "a")
    except ReadError as error:  # XML has to be well-formed, all else is text of some kind
        assert reader.name in {"jats", "tei"}
        assert str(error).startswith("a:")  # noqa: PT017
        return
    document = read.document if isinstance(read, ReadResult) else read
    assert document.text == text
    check(document)


@settings(max_examples=120, deadline=None)
@given(
    data=st.binary(max_size=300),
    name=st.sampled_from(("a.txt", "a.md", "a.html", "a", "a.typ", "a.org", "a.rst")),
)
def test_any_bytes_are_read_or_refused_by_name(data: bytes, name: str) -> None:
    try:
        document = read_bytes(data, name).document
    except ReadError as error:
        message = str(error)
    else:
        check(document)
        message = f"{name}: "
    assert message.startswith(f"{name}: ")


@settings(max_examples=60, deadline=None)
@given(text=texts.filter(lambda text: not {"\ud800", "\0"} & set(text)))
def test_a_byte_order_mark_counts_as_one_character_and_is_no_text(text: str) -> None:
    plain = text.lstrip("\ufeff").lstrip()
    try:
        one = read_bytes(plain.encode(), "a").document
    except ReadError:
        return
    other = read_bytes(b"\xef\xbb\xbf" + plain.encode(), "a").document
    assert other.text == "\ufeff" + one.text
    assert [b.text.text for b in other.blocks] == [b.text.text for b in one.blocks]
    assert [b.text.start for b in other.blocks if b.text.pieces] == [
        b.text.start + 1 for b in one.blocks if b.text.pieces
    ]
