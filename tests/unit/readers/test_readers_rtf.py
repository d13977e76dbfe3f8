"""RTF is read as it is printed, notes, fields and all its encodings included."""

import json
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import texts

from citekit.finder.finding import find
from citekit.model.document import BlockKind, Document, DocumentFormat, NoteKind
from citekit.model.reference import PersonalName, single_date
from citekit.model.spans import Markup
from citekit.model.variables import DateVariable, NameVariable
from citekit.readers.reading import read_bytes

FOOTNOTE = r"{\super\chftn}{\*\footnote\pard\plain{\super\chftn} A note\par}"
ENDNOTE = r"{\super\chftn}{\*\footnote\ftnalt\pard\plain{\super\chftn} End\par}"
WORDS = st.sampled_from(
    [
        *(rb"\par ", b"{", b"}", rb"{\*\x ", rb"{\footnote ", rb"\ftnalt ", rb"\u8217 ?"),
        *(rb"{\field{\*\fldinst x}{\fldrslt ", rb"\cell ", rb"\row ", rb"\bin3 {}{", b"text "),
        *(rb"{\stylesheet{\s1 heading 1;}}", rb"\s1 ", rb"\uc9 ", rb"\u-10179 ?", rb"\v "),
        *(rb"\i ", rb"\f1 ", rb"\'e9"),
    ]
)


def read(body: str, head: str = "") -> Document:
    return read_bytes(rf"{{\rtf1\ansi\ansicpg1252 {head}{body}}}".encode("latin-1"), "a").document


def test_paragraphs_headings_and_lists_are_told_apart() -> None:
    document = read(
        r"\pard\s1 Walls\par\pard Text\line more\par\pard{\listtext 1.\tab}Item\par"
        r"\pard\outlinelevel2 Doors\par\pard\s7 Voss, Rivers.\par",
        r"{\stylesheet{\s1\b heading 1;}{\s7 Bibliography;}}",
    )
    assert document.format is DocumentFormat.RTF
    assert [(b.kind, b.level, b.text.text) for b in document.blocks] == [
        (BlockKind.HEADING, 1, "Walls"),
        (BlockKind.PARAGRAPH, 0, "Text more"),
        (BlockKind.LIST_ITEM, 1, "Item"),
        (BlockKind.HEADING, 3, "Doors"),
        (BlockKind.PARAGRAPH, 0, "Voss, Rivers."),
    ]
    assert [b.listed for b in document.blocks] == [False] * 4 + [True]


def test_notes_are_counted_and_stand_where_they_are_called() -> None:
    document = read(rf"On walls{FOOTNOTE} and doors{ENDNOTE}.\par")
    assert texts(document) == ["On walls and doors."]
    assert document.text == "On walls1 and doors1.\n1 A note\n1 End\n"
    assert [(n.marker, n.text.text, n.kind) for n in document.notes] == [
        ("1", "A note", NoteKind.FOOTNOTE),
        ("1", "End", NoteKind.ENDNOTE),
    ]
    marks = [document.text[n.mark.start : n.mark.end] for n in document.notes if n.mark]
    assert marks == ["1", "1"]


def test_formats_of_note_numbers_are_heeded() -> None:
    document = read(rf"\aftnnrlc On walls{ENDNOTE}.\par")
    assert document.notes[0].marker == "i"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"caf\'e9 \endash\~x\_y", "café – x-y"),
        (r"\u8220?On\uc0\u8221 .", "“On”."),
        (r"{\f2\'ef\'f0} a", "пр a"),
        (r"{\f3\'82\'a0}", "あ"),
        (r"\u-10179 ?\u-8693 ?", "😋"),
        (r"\u-10179 ?x", "\ufffdx"),
        (r"\uc2\u233\'65\'27x", "éx"),
        (r"a\{b\}\\", r"a{b}\ ".strip()),
        (r"a\bin4 }}}}b", "ab"),
        (r"{\*\unknown gone}{\header gone}{\v gone}{\deleted gone}kept", "kept"),
    ],
)
def test_characters_are_read_in_all_their_encodings(source: str, shown: str) -> None:
    fonts = r"{\fonttbl{\f2\fcharset204 A;}{\f3\fcharset128 B;}}"
    assert texts(read(source, fonts)) == [shown]


def test_markup_is_that_of_the_groups() -> None:
    document = read(r"A {\i b{\b c}\i0 d} {\super 2}{\scaps Voss}\i e\plain f\par")
    (block,) = document.blocks
    assert block.text.text == "A bcd 2Vossef"
    assert {(block.text.text[r.start : r.end], r.markup) for r in block.text.runs} == {
        ("bc", Markup.ITALIC),
        ("c", Markup.BOLD),
        ("2", Markup.SUPERSCRIPT),
        ("Voss", Markup.SMALL_CAPS),
        ("e", Markup.ITALIC),
    }


def test_fields_are_live_citations_and_links() -> None:
    data = {"citationItems": [{"itemData": {"title": "On Rivers"}, "locator": "3"}]}
    code = json.dumps(data).replace("{", r"\{").replace("}", r"\}")
    document = read(
        rf"As {{\field{{\*\fldinst{{ ADDIN ZOTERO_ITEM CSL_CITATION {code}}}}}"
        r"{\fldrslt (Voss, 3)}} says {\field{\*\fldinst HYPERLINK "
        r'"https://a.example/"}{\fldrslt here}}.\par'
    )
    (live,) = document.live_citations
    assert (live.text.text, live.cites[0].locator) == ("(Voss, 3)", "3")
    assert texts(document) == ["As (Voss, 3) says here."]
    (link,) = document.blocks[0].text.runs_of(Markup.LINK)
    assert link.target == "https://a.example/"


def test_a_row_of_a_table_is_a_block() -> None:
    document = read(r"\trowd\intbl Year\cell Town\cell\row\pard After\par")
    assert texts(document) == ["Year | Town", "After"]


def test_a_document_says_its_title_author_and_date() -> None:
    info = r"{\info{\title On Rivers}{\author Anna Voss}{\creatim\yr2021\mo3\dy4\hr1}}"
    metadata = read(r"Text\par", info).metadata
    assert metadata.title == "On Rivers"
    assert metadata.names[NameVariable.AUTHOR] == (PersonalName("Voss", "Anna"),)
    assert metadata.dates[DateVariable.ISSUED] == single_date(2021, 3, 4)


@settings(max_examples=200, deadline=None)
@given(parts=st.lists(WORDS | st.binary(max_size=5), max_size=40))
def test_any_bytes_are_read_with_true_offsets(parts: list[bytes]) -> None:
    document = read_bytes(b"{\\rtf1 " + b"".join(parts), "a").document
    for text in [b.text for b in document.blocks] + [n.text for n in document.notes]:
        for segment in text.segments:
            stored = document.text[segment.source : segment.source + segment.length]
            shown = text.text[segment.at : segment.at + segment.length]
            assert shown == stored.replace("\n", " ")
    find(document)


@pytest.mark.parametrize(
    "unit",
    [
        b"{",
        b"}",
        rb"\u8217 ?",
        rb"{\footnote ",
        rb"{\field{\*\fldinst ",
        rb"{\info{\title ",
        rb"\'e9",
    ],
)
def test_what_has_no_end_takes_time_in_proportion(unit: bytes) -> None:
    start = process_time()
    read_bytes(b"{\\rtf1 " + unit * (400_000 // len(unit)), "a")
    assert process_time() - start < 10
