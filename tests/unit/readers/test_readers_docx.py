"""Word documents are read as they are printed, notes and markup included."""

import pytest
from office_files import field, paragraph, read_docx, run, texts

from citekit.model.document import BlockKind, NoteKind, Zone
from citekit.model.reference import PersonalName, single_date
from citekit.model.spans import Markup, Span
from citekit.model.variables import DateVariable, NameVariable
from citekit.readers.docx.note_numbers import format_number

NOTE = "<w:footnote w:id='{id}'><w:p><w:r><w:footnoteRef/></w:r>{runs}</w:p></w:footnote>"
CALL = "<w:r><w:footnoteReference w:id='{id}'/></w:r>"


def test_styles_and_numbering_tell_what_a_paragraph_is() -> None:
    listed = (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr>{}</w:p>"
    )
    document = read_docx(
        paragraph("Rivers", style="Ttl")
        + paragraph("Walls", style="H2")
        + paragraph("Doors", style="Own")
        + paragraph("Text.")
        + listed.format(run("Item"))
        + paragraph("Said.", style="Q")
        + paragraph("Walls 3", style="T1")
        + paragraph("Voss, Rivers, 2005.", style="Lit")
    )
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTATION, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert document.blocks[6].zone is Zone.NAVIGATION
    assert [b.listed for b in document.blocks] == [False] * 7 + [True]


def test_every_character_stands_in_the_text_where_it_says() -> None:
    document = read_docx(
        paragraph("On  walls", CALL.format(id=2), " and doors"),
        footnotes=NOTE.format(id=2, runs=run(" A note")),
    )
    (block,), (note,) = document.blocks, document.notes
    assert document.text == "On walls1 and doors\n1 A note\n"
    assert block.text.text == "On walls and doors"
    assert [document.text[block.text.source_offset(n)] for n in range(18)] == list(block.text.text)
    assert note.mark == Span(8, 9)
    assert note.text.pieces == (Span(22, 28),)
    assert [(p.name, p.span) for p in document.parts] == [
        ("word/document.xml", Span(0, 20)),
        ("word/footnotes.xml", Span(20, 29)),
    ]


def test_markup_comes_from_runs_and_their_styles() -> None:
    document = read_docx(
        paragraph(
            "A ",
            run("b", "<w:rStyle w:val='Em'/>"),
            run("c", "<w:i/><w:b w:val='0'/>"),
            run("d", "<w:rStyle w:val='Em'/><w:i w:val='false'/>"),
            run("2", "<w:vertAlign w:val='superscript'/>"),
            run("Voss", "<w:smallCaps/>"),
        )
    )
    runs = [(r.start, r.end, r.markup) for r in document.blocks[0].text.runs]
    assert runs == [
        (2, 4, Markup.ITALIC),
        (5, 6, Markup.SUPERSCRIPT),
        (6, 10, Markup.SMALL_CAPS),
    ]


def test_links_have_their_addresses() -> None:
    rels = (
        "<Relationships><Relationship Id='r1' Type='x/hyperlink' Target='https://a.example/' "
        "TargetMode='External'/></Relationships>"
    )
    document = read_docx(
        paragraph(
            f"<w:hyperlink r:id='r1'>{run('one')}</w:hyperlink>",
            " ",
            field('HYPERLINK "https://b.example/"', "two"),
        ),
        {"word/_rels/document.xml.rels": rels},
    )
    found = [(r.start, r.end, r.target) for r in document.blocks[0].text.runs]
    assert found == [(0, 3, "https://a.example/"), (4, 7, "https://b.example/")]


def test_tracked_changes_are_taken_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('away ')}</w:moveFrom>"
    merged = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>".format(run("Joined "))
    document = read_docx(
        paragraph("Kept ", f"<w:ins>{run('new ')}</w:ins>", deleted, moved, "end")
        + merged
        + paragraph("again")
    )
    assert texts(document) == ["Kept new end", "Joined again"]


def test_a_last_paragraph_whose_mark_is_deleted_is_kept() -> None:
    last = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>".format(run("On walls"))
    assert texts(read_docx(last)) == ["On walls"]
    note = f"<w:footnote w:id='1'>{last}</w:footnote>"
    document = read_docx(paragraph("A", CALL.format(id=1)), footnotes=note)
    assert document.notes[0].text.text == "On walls"


def test_a_drop_cap_is_the_first_letter_of_its_paragraph() -> None:
    cap = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>{}</w:p>".format(run("O"))
    assert texts(read_docx(cap + paragraph("n walls"))) == ["On walls"]


def test_hidden_text_and_codes_of_fields_are_left_out() -> None:
    document = read_docx(
        paragraph("A ", run("hidden", "<w:vanish/>"), field(" PAGEREF x ", "12"), " b")
    )
    assert texts(document) == ["A 12 b"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    assert texts(read_docx(paragraph("A ", begin, "b") + paragraph("C"))) == ["A b", "C"]


def test_a_text_box_is_read_once() -> None:
    box = "<{0}><w:txbxContent>{1}</w:txbxContent></{0}>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        + box.format("wps:txbx", paragraph("Boxed"))
        + "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        + box.format("v:textbox", paragraph("Boxed"))
        + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read_docx(paragraph("Before ", both, "after"))) == ["Before after", "Boxed"]


def test_a_row_of_a_table_is_a_block() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format(paragraph("Year"), paragraph("Town")) + row.format(
        paragraph("One") + paragraph("Two"), paragraph("Three")
    )
    document = read_docx(f"<w:tbl>{table}</w:tbl>")
    assert texts(document) == ["Year | Town", "One", "Two", "Three"]
    assert document.blocks[0].kind is BlockKind.TABLE


def test_line_breaks_and_odd_characters_are_read() -> None:
    odd = (
        "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/>"
        "<w:t>d</w:t></w:r>"
    )
    symbol = "<w:r><w:sym w:font='Symbol' w:char='F02D'/><w:sym w:char='zz'/></w:r>"
    document = read_docx(paragraph(odd, symbol))
    assert texts(document) == ["a b c-d-"]
    assert document.text == "a\nb c-d-\n"


def test_notes_are_counted_as_they_are_called_and_endnotes_in_roman_numbers() -> None:
    custom = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='4'/><w:t>*</w:t></w:r>"
    endnote = "<w:r><w:endnoteReference w:id='2'/></w:r>"
    document = read_docx(
        paragraph("A", CALL.format(id=9), "b", custom, "c", CALL.format(id=3), endnote),
        footnotes="<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        + NOTE.format(id=3, runs=run("Third"))
        + NOTE.format(id=4, runs=run("* Star"))
        + NOTE.format(id=9, runs=run("First")),
        endnotes=f"<w:endnote w:id='2'>{paragraph('End')}{paragraph('more')}</w:endnote>",
    )
    assert [(n.marker, n.text.text, n.kind) for n in document.notes] == [
        ("1", "First", NoteKind.FOOTNOTE),
        ("*", "Star", NoteKind.FOOTNOTE),
        ("2", "Third", NoteKind.FOOTNOTE),
        ("i", "End more", NoteKind.ENDNOTE),
    ]
    assert texts(document) == ["Abc"]
    assert [document.text[n.mark.start : n.mark.end] for n in document.notes if n.mark] == [
        "1",
        "*",
        "2",
        "i",
    ]


def test_settings_say_how_notes_are_numbered() -> None:
    settings = "<w:endnotePr><w:numFmt w:val='decimal'/><w:numStart w:val='5'/></w:endnotePr>"
    document = read_docx(
        paragraph("A", "<w:r><w:endnoteReference w:id='2'/></w:r>"),
        settings=settings,
        endnotes=f"<w:endnote w:id='2'>{paragraph('End')}</w:endnote>",
    )
    assert document.notes[0].marker == "5"


@pytest.mark.parametrize(
    ("number", "style", "printed"),
    [
        (4, "lowerRoman", "iv"),
        (1990, "upperRoman", "MCMXC"),
        (28, "lowerLetter", "bb"),
        (1, "upperLetter", "A"),
        (5, "chicago", "**"),
        (7, "ordinal", "7"),
        (5000, "lowerRoman", "5000"),
    ],
)
def test_numbers_are_printed_in_the_format(number: int, style: str, printed: str) -> None:
    assert format_number(number, style) == printed


def test_a_document_says_its_title_authors_and_date() -> None:
    core = (
        "<p xmlns:dc='d' xmlns:t='t'><dc:title>Microsoft Word - x.doc</dc:title>"
        "<dc:creator>Anna Voss; Li Wei</dc:creator><t:created>2021-03-04T10:00:00Z</t:created></p>"
    )
    document = read_docx(paragraph("On Rivers", style="Ttl"), {"docProps/core.xml": core})
    metadata = document.metadata
    assert metadata.title == "On Rivers"
    assert metadata.names[NameVariable.AUTHOR][0] == PersonalName("Voss", "Anna")
    assert len(metadata.names[NameVariable.AUTHOR]) == 2
    assert metadata.dates[DateVariable.ISSUED] == single_date(2021, 3, 4)
