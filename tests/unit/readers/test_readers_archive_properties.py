"""What the readers of archives promise: a document with true offsets, or a ReadError."""

import zipfile
from contextlib import suppress
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx, epub, field, odt, paragraph, run

from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.model.document import Document
from citekit.readers.reading import read_bytes

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="<>&\x00", min_codepoint=32))
WORD = st.one_of(
    TEXT.filter(bool).map(run),
    TEXT.filter(bool).map(lambda text: run(text, "<w:i/><w:b/>")),
    st.sampled_from(
        [
            "<w:r><w:footnoteReference w:id='1'/></w:r>",
            "<w:r><w:br/></w:r>",
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
            "<w:r><w:instrText>CITATION x</w:instrText></w:r>",
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>",
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "<w:bookmarkStart w:id='1' w:name='a'/>",
            "<w:sdt><w:sdtContent/></w:sdt>",
            f"<w:del>{run('gone')}</w:del>",
            "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>",
            field('ADDIN CSL_CITATION {"citationItems":[{"itemData":{"title":"T"}}]}', " (Voss) "),
        ]
    ),
)
BODY = st.lists(st.lists(WORD, max_size=8).map(lambda runs: paragraph(*runs)), max_size=5)
NOTE = (
    "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>A note</text:p></text:note-body></text:note>"
)
OPEN_TEXT = st.lists(
    st.one_of(
        TEXT,
        st.sampled_from(
            [
                NOTE,
                "<text:s/>",
                "<text:span>x</text:span>",
                "<text:bibliography-mark text:title='T'> [T] </text:bibliography-mark>",
                "</text:p><text:p>",
                "</text:p><text:h>H</text:h><text:p>",
            ]
        ),
    ),
    max_size=10,
).map(lambda parts: f"<text:p>{''.join(parts)}</text:p>")
SEEDS = (
    docx(paragraph("On walls", field("CITATION x", "(Voss)"))),
    odt("<text:p>On walls</text:p>"),
    epub({"a.xhtml": "<p>On walls</p>"}),
)


def check(document: Document) -> None:
    texts = [block.text for block in document.blocks] + [note.text for note in document.notes]
    for traced in (*texts, *(live.text for live in document.live_citations)):
        for segment in traced.segments:
            shown = traced.text[segment.at : segment.at + segment.length]
            stored = document.text[segment.source : segment.source + segment.length]
            assert shown == stored.replace("\n", " ")
        assert all(0 <= p.start <= p.end <= len(document.text) for p in traced.pieces)
    starts = [text.pieces[0].start for text in texts]
    assert starts == sorted(starts)
    assert sum(len(part.span) for part in document.parts) == len(document.text)
    find(document)


@settings(max_examples=100, deadline=None)
@given(body=BODY, note=st.lists(WORD, max_size=4))
def test_any_word_document_is_read_with_true_offsets(body: list[str], note: list[str]) -> None:
    notes = f"<w:footnote w:id='1'>{paragraph(*note)}</w:footnote>"
    check(read_bytes(docx("".join(body), footnotes=notes), "a").document)


@settings(max_examples=60, deadline=None)
@given(body=OPEN_TEXT)
def test_any_opendocument_text_is_read_with_true_offsets(body: str) -> None:
    check(read_bytes(odt(body), "a").document)


@settings(max_examples=200, deadline=None)
@given(
    whole=st.sampled_from(SEEDS),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6),
    cut=st.integers(0, 10_000),
)
def test_a_damaged_archive_is_read_or_refused(
    whole: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(whole)
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(ReadError):
        read_bytes(bytes(data[: max(10, len(data) - cut)] if cut < len(data) else data), "a")


@settings(max_examples=150, deadline=None)
@given(
    whole=st.sampled_from(SEEDS),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=4)), min_size=1),
    chosen=st.integers(0, 20),
)
def test_a_damaged_member_is_read_or_refused(
    whole: bytes, changes: list[tuple[int, bytes]], chosen: int
) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        for name in names:
            content = old.read(name)
            if name == names[chosen % len(names)]:
                for place, value in changes:
                    at = place % (len(content) + 1)
                    content = content[:at] + value + content[at + len(value) :]
            new.writestr(name, content)
    with suppress(ReadError):
        find(read_bytes(out.getvalue(), "a").document)
