"""EPUB books are read in their reading order, marks joined to notes across files."""

import pytest
from office_files import epub, read_epub, texts

from citekit.errors import ReadError
from citekit.model.document import NoteKind
from citekit.model.reference import PersonalName
from citekit.model.spans import Markup
from citekit.model.variables import ItemType, NameVariable, TextVariable
from citekit.readers.reading import read_bytes


def test_chapters_follow_each_other_without_the_contents() -> None:
    document = read_epub({"b.xhtml": "<h1>One</h1><p>Walls</p>", "a.xhtml": "<p>Doors</p>"})
    assert texts(document) == ["One", "Walls", "Doors"]
    first, second = document.parts
    assert (first.name, second.name) == ("OPS/b.xhtml", "OPS/a.xhtml")
    assert "Doors" in document.text[second.span.start : second.span.end]
    assert document.text[document.blocks[2].text.start :].startswith("Doors")


def test_elements_that_close_themselves_hold_nothing() -> None:
    document = read_epub({"a.xhtml": "<title/><p>Walls <i/>and <a id='x'/>doors</p><p>End</p>"})
    assert texts(document) == ["Walls and doors", "End"]
    assert document.blocks[0].text.runs_of(Markup.ITALIC) == ()


def test_notes_in_the_same_file_and_in_another_are_found() -> None:
    document = read_epub(
        {
            "c1.xhtml": '<p>On walls<a epub:type="noteref" href="#n1">1</a> and'
            '<a epub:type="noteref" href="../OPS/endnotes.xhtml#n1">2</a></p>'
            '<aside epub:type="footnote" id="n1"><p>1 A note.</p></aside>',
            "endnotes.xhtml": '<section epub:type="rearnotes"><p epub:type="rearnote" id="n1">'
            '<a href="c1.xhtml">2</a>. Another note.</p></section>',
        }
    )
    assert texts(document) == ["On walls and"]
    assert [(n.label, n.marker, n.text.text, n.kind) for n in document.notes] == [
        ("OPS/c1.xhtml#n1", "1", "A note.", NoteKind.FOOTNOTE),
        ("OPS/endnotes.xhtml#n1", "2", "Another note.", NoteKind.ENDNOTE),
    ]


def test_a_book_says_what_it_is() -> None:
    metadata = read_epub(
        {"a.xhtml": "<p>Walls</p>"},
        "<dc:title>On Rivers</dc:title><dc:creator opf:role='aut'>Anna Voss</dc:creator>"
        "<dc:contributor opf:role='edt'>Li Wei</dc:contributor><dc:publisher>Delta</dc:publisher>"
        "<dc:identifier>urn:isbn:978-3-16-148410-0</dc:identifier>",
    ).metadata
    assert (metadata.type, metadata.title) == (ItemType.BOOK, "On Rivers")
    assert metadata.names[NameVariable.AUTHOR] == (PersonalName("Voss", "Anna"),)
    assert NameVariable.EDITOR in metadata.names
    assert metadata.texts[TextVariable.ISBN] == "978-3-16-148410-0"


def test_a_book_with_locked_chapters_says_so() -> None:
    locked = "<encryption><EncryptedData><CipherReference URI='{}'/></EncryptedData></encryption>"
    chapters = {"a.xhtml": "<p>Walls</p>"}
    fonts = epub(chapters, **{"META-INF__encryption.xml": locked.format("OPS/f.otf")})
    assert texts(read_bytes(fonts, "a.epub").document) == ["Walls"]
    whole = epub(chapters, **{"META-INF__encryption.xml": locked.format("OPS/a.xhtml")})
    with pytest.raises(ReadError, match="protected against copying"):
        read_bytes(whole, "a.epub")


def test_a_book_without_chapters_says_so() -> None:
    with pytest.raises(ReadError, match="no chapter of text"):
        read_bytes(epub({}), "a.epub")
