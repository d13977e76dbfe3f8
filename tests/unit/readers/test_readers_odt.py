"""OpenDocument texts are read as they are printed, notes and markup included."""

from office_files import odt_meta, read_odt, texts

from citekit.model.document import BlockKind, NoteKind, Zone
from citekit.model.reference import PersonalName, single_date
from citekit.model.spans import Markup
from citekit.model.variables import DateVariable, NameVariable

NOTE = (
    "<text:note text:id='{id}' text:note-class='{kind}'><text:note-citation>{mark}"
    "</text:note-citation><text:note-body>{body}</text:note-body></text:note>"
)


def test_elements_and_styles_tell_what_a_paragraph_is() -> None:
    document = read_odt(
        "<text:h text:outline-level='2'>Walls</text:h><text:p>Text.</text:p>"
        "<text:list><text:list-item><text:p>One</text:p><text:list><text:list-item>"
        "<text:p>Two</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<text:p text:style-name='P1'>Said.</text:p>"
        "<text:table-of-content><text:index-body><text:p>Walls 1</text:p></text:index-body>"
        "</text:table-of-content>"
        "<text:bibliography><text:bibliography-source/><text:index-body>"
        "<text:p>Voss, Rivers.</text:p></text:index-body></text:bibliography>",
        "<style:style style:name='P1' style:family='paragraph' "
        "style:parent-style-name='Quotations'/>",
    )
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTATION, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert document.blocks[5].zone is Zone.NAVIGATION
    assert document.blocks[6].listed


def test_notes_keep_the_marks_that_are_printed() -> None:
    first = NOTE.format(id="f1", kind="footnote", mark="*", body="<text:p>Star</text:p>")
    second = NOTE.format(
        id="e1", kind="endnote", mark="i", body="<text:p>End</text:p><text:p>more</text:p>"
    )
    document = read_odt(f"<text:p>On{second} walls{first} and doors</text:p>")
    assert texts(document) == ["On walls and doors"]
    assert document.text == "Oni walls* and doors\n* Star\ni End\nmore\n"
    found = [(n.label, n.marker, n.text.text, n.kind) for n in document.notes]
    assert found == [
        ("f1", "*", "Star", NoteKind.FOOTNOTE),
        ("e1", "i", "End more", NoteKind.ENDNOTE),
    ]
    marks = [document.text[n.mark.start : n.mark.end] for n in document.notes if n.mark]
    assert marks == ["*", "i"]


def test_markup_comes_from_the_styles_of_spans() -> None:
    styles = "".join(
        f"<style:style style:name='{name}' style:family='text'><style:text-properties {how}/>"
        "</style:style>"
        for name, how in (
            ("T1", "fo:font-style='italic'"),
            ("T2", "style:text-position='super 58%'"),
            ("T3", "fo:font-variant='small-caps' fo:font-weight='700'"),
            ("T4", "text:display='none'"),
        )
    )
    document = read_odt(
        "<text:p>A <text:span text:style-name='T1'>b</text:span>"
        "<text:span text:style-name='T2'>2</text:span><text:span text:style-name='T3'>Voss"
        "</text:span><text:span text:style-name='T4'>hidden</text:span>"
        "<text:s text:c='3'/><text:a xlink:href='https://a.example/'>link</text:a></text:p>",
        styles,
    )
    (block,) = document.blocks
    assert block.text.text == "A b2Voss link"
    assert {(r.start, r.end, r.markup, r.target) for r in block.text.runs} == {
        (2, 3, Markup.ITALIC, ""),
        (3, 4, Markup.SUPERSCRIPT, ""),
        (4, 8, Markup.SMALL_CAPS, ""),
        (4, 8, Markup.BOLD, ""),
        (9, 13, Markup.LINK, "https://a.example/"),
    }


def test_deleted_text_comments_and_frames_are_in_their_place() -> None:
    document = read_odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Kept<office:annotation><text:p>No!</text:p></office:annotation> text"
        "<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year"
        "</text:p></table:table-cell><table:table-cell><text:p>Town</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows></table:table>"
    )
    assert texts(document) == ["Kept text", "Boxed", "Year | Town"]


def test_a_document_says_its_title_author_and_date() -> None:
    meta = odt_meta(
        "<dc:title>On Rivers</dc:title><meta:initial-creator>Anna Voss</meta:initial-creator>"
        "<dc:creator>Li Wei</dc:creator><meta:creation-date>2020-01-02T03:04:05"
        "</meta:creation-date><dc:date>2021-01-01</dc:date>"
    )
    metadata = read_odt("<text:p>Text</text:p>", members={"meta.xml": meta}).metadata
    assert metadata.title == "On Rivers"
    assert metadata.names[NameVariable.AUTHOR] == (PersonalName("Voss", "Anna"),)
    assert metadata.dates[DateVariable.ISSUED] == single_date(2020, 1, 2)
