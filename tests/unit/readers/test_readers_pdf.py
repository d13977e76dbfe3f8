"""Reading PDF: order, running heads, divided words, notes, entries, what files declare."""

import pytest
from pdf_pages import Page, make_pdf, prose, read_pages, texts, wrapped

from citekit.errors import ReadError
from citekit.finder.finding import find
from citekit.model.citation import CitationKind
from citekit.model.document import BlockKind, DocumentFormat
from citekit.model.pages import PageIndex
from citekit.model.spans import Markup, Span
from citekit.model.variables import NameVariable, TextVariable
from citekit.readers.reading import read_bytes

LEFT, RIGHT = wrapped(prose(9), 26), wrapped(prose(9, 9), 26)


def two_columns(y: float = 500) -> Page:
    page = Page()
    page.lines(LEFT, 40, y)
    page.lines(RIGHT, 210, y)
    return page


def test_columns_are_read_one_after_the_other() -> None:
    document = read_pages(two_columns())
    assert document.format is DocumentFormat.PDF
    assert " ".join(texts(document)) == prose(18)


def test_a_title_above_two_columns_comes_first_and_notes_below_them_last() -> None:
    page = two_columns()
    page.put("The Towers of the Town and Their Taxes", 40, 560, 14, "bold")
    document = read_pages(page)
    heading = document.blocks[0]
    assert (heading.kind, heading.level) == (BlockKind.HEADING, 1)
    assert heading.text.text == "The Towers of the Town and Their Taxes"
    assert " ".join(texts(document)[1:]) == prose(18)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = []
    for number in range(4):
        page = Page()
        page.put(f"{number + 11}  Journal of Towers 12 (2019)", 40, 570, 8)
        page.lines(wrapped(prose(6, 6 * number), 52), 40, 530)
        page.put(f"- {number + 11} -", 180, 30, 8)
        pages.append(page)
    document = read_pages(*pages)
    assert "Journal" not in document.text
    assert " ".join(texts(document)) == prose(24)


def test_short_notes_at_the_same_place_are_no_running_feet() -> None:
    pages = []
    for number in range(5):
        page = Page()
        page.lines(wrapped(prose(6, 6 * number) + f" Taxes rose.^{{{number + 1}}}", 52), 40, 530)
        page.lines([f"^{{{number + 1}}} Ibid."], 40, 60, 8)
        pages.append(page)
    document = read_pages(*pages)
    assert [(note.marker, note.text.text) for note in document.notes] == [
        (str(number), "Ibid.") for number in range(1, 6)
    ]


DIVIDED = (
    (["the early govern-", "ment of the town and the towers"], "government"),
    (["the early Anglo-", "Saxon towers were of wood, they say"], "Anglo-Saxon"),
    (["all Vor- und Nachteile der Vor-", "und Nachteile aller Mauern hier"], "Vor- und"),
    (
        ["the well-known mason knew a well-", "known judge in the town of towers"],
        "well-known judge",
    ),
    (
        ["at https://example.org/a-b-", "c/towers.html there is a list too"],
        "example.org/a-b-c/towers.html ",
    ),
    (["the re\u00ad", "gional towers were of wood, they say"], "regional"),
)


@pytest.mark.parametrize(("lines", "whole"), DIVIDED)
def test_words_divided_at_line_ends_are_whole(lines: list[str], whole: str) -> None:
    page = Page()
    page.lines([*lines, "and nothing else was built there."], 40, 500)
    assert whole in read_pages(page).blocks[0].text.text


def footnoted_pages() -> list[Page]:
    first, second = Page(), Page()
    body = wrapped(prose(5), 50)
    body[-1] += "^{1} And so on."
    first.lines(body, 40, 500)
    first.rule(40, 120, 80)
    first.lines(
        ["^{1} Eel, _{On Eels}, London 1999, p. 4; see", "also Ray, who says that towers are"],
        40,
        105,
        8,
        10,
    )
    body = wrapped(prose(5, 5), 50)
    body[0] += "^{2}"
    second.lines(body, 40, 500)
    second.lines(["made of stone, p. 7.", "^{2} Ibid., p. 9."], 40, 80, 8, 10)
    return [first, second]


def test_a_note_torn_by_a_page_is_joined_and_called() -> None:
    document = read_pages(*footnoted_pages())
    first, second = document.notes
    assert first.text.text == (
        "Eel, On Eels, London 1999, p. 4; see also Ray, who says that towers are made of stone, "
        "p. 7."
    )
    assert len(first.text.pieces) == 2
    assert (second.marker, second.text.text) == ("2", "Ibid., p. 9.")
    assert [document.text[n.mark.start : n.mark.end] for n in document.notes if n.mark] == [
        "1",
        "2",
    ]
    italic = first.text.runs_of(Markup.ITALIC)
    assert [first.text.text[run.start : run.end] for run in italic] == ["On Eels"]
    assert not any("Eel" in text or "Ibid" in text for text in texts(document))
    assert "before. And so on." in texts(document)[0]


def test_every_piece_knows_its_page_and_box() -> None:
    document = read_pages(*footnoted_pages())
    places = PageIndex(document.lines).places(document.notes[0].text.pieces)
    assert [place.page for place in places] == [1, 2]
    box = places[0].box
    assert box.left == 40
    assert abs(box.top - (600 - 105 - 6)) < 0.5
    assert box.bottom > box.top + 15
    assert PageIndex(()).places([Span(0, 9)]) == ()


@pytest.mark.parametrize("page", [Page(), Page(corner=70), Page(600, 400, is_landscape=True)])
def test_boxes_count_from_the_corner_of_the_page_as_it_is_seen(page: Page) -> None:
    page.lines(wrapped(prose(3), 50), 40, 300)
    document = read_pages(page)
    assert texts(document) == [prose(3)]
    box = document.lines[0].box
    assert (box.left, abs(box.bottom - (page.height - 300)) < 3) == (40, True)


def test_notes_stand_at_the_foot_of_each_column() -> None:
    page = Page()
    left, right = LEFT[:20], RIGHT[:20]
    left[3] += "^{1}"
    right[3] += "^{2}"
    page.lines(left, 40, 500)
    page.lines(right, 210, 500)
    page.lines(["^{1} Eel, On Eels, p. 4, with", "more on towers."], 40, 240, 8, 10)
    page.lines(["^{2} Ray, On Rays, p. 5."], 210, 240, 8, 10)
    notes = read_pages(page).notes
    assert [(note.marker, note.text.text) for note in notes] == [
        ("1", "Eel, On Eels, p. 4, with more on towers."),
        ("2", "Ray, On Rays, p. 5."),
    ]


def test_plain_numbers_begin_notes_that_the_text_calls() -> None:
    page = Page()
    body = wrapped(prose(6), 50)
    body[2] += "^{8}"
    body[4] += "^{9}"
    page.lines(body, 40, 500)
    page.lines(["8 Eel 1999, S. 4.", "9 Ray 2001, S. 12 und", "  13 f."], 40, 80, 8, 10)
    notes = read_pages(page).notes
    assert [(note.marker, note.text.text) for note in notes] == [
        ("8", "Eel 1999, S. 4."),
        ("9", "Ray 2001, S. 12 und 13 f."),
    ]


ENTRIES = [
    "Adler, B. (1999). Towers and the long history of their stairs in towns. London: Eel Press.",
    "Bauer, C. (2001). Walls. Paris: Ray.",
    "Cohen, D. (2003). Rivers and the bridges over them, with all of their markets. Rome: Cod.",
    "Dietz, E. (2004). Harbours of the north and the taxes that their councils took. Bonn: Ide.",
]


def test_hanging_indents_part_the_entries_of_a_bibliography() -> None:
    page = Page()
    page.put("References", 40, 520, 12, "bold")
    lines = [line for entry in ENTRIES for line in wrapped(entry, 50, following="   ")]
    page.lines(lines, 40, 500)
    assert texts(read_pages(page)) == ["References", *ENTRIES]


def test_entries_at_the_end_need_no_heading() -> None:
    page = Page()
    y = page.lines(wrapped(prose(4), 50), 40, 520)
    lines = [line for entry in ENTRIES for line in wrapped(entry, 50, following="   ")]
    page.lines(lines, 40, y - 12)
    found = [
        passage.text.text
        for passage in find(read_pages(page)).passages
        if passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY
    ]
    assert found == ENTRIES


def test_an_entry_torn_by_a_page_is_joined() -> None:
    first, second = Page(), Page()
    lines = [line for entry in ENTRIES * 2 for line in wrapped(entry, 50, following="   ")]
    first.lines(lines[:5], 40, 500)
    second.lines(lines[5:], 40, 500)
    assert texts(read_pages(first, second)) == ENTRIES * 2


def test_numbers_part_entries_without_indents() -> None:
    page = Page()
    numbered = [f"[{number}] {entry}" for number, entry in enumerate(ENTRIES, start=1)]
    page.lines([line for entry in numbered for line in wrapped(entry, 50)], 40, 500)
    assert texts(read_pages(page)) == numbered


def test_first_lines_indented_begin_paragraphs() -> None:
    page = Page()
    paragraphs = [prose(3), prose(3, 3), prose(3, 6)]
    lines = [line for text in paragraphs for line in wrapped(text, 50, first="   ")]
    page.lines(lines, 40, 500)
    assert texts(read_pages(page)) == paragraphs


def test_letterspaced_words_are_whole() -> None:
    page = Page()
    x = page.put("the town of", 40, 500)
    for number, letter in enumerate("towers"):
        page.put(letter, x + 8 + 9 * number, 500)
    page.put("was built", x + 8 + 9 * 6 + 8, 500)
    page.lines(wrapped(prose(3), 50), 40, 488)
    assert texts(read_pages(page))[0].startswith("the town of towers was built In the")


def test_endnotes_are_counted_anew_in_every_chapter() -> None:
    pages = []
    for chapter in range(2):
        page = Page()
        page.put(f"Chapter {chapter + 1}", 40, 540, 14, "bold")
        body = " ".join(f"{prose(2, 6 * chapter + 2 * n)}^{{{n}}}" for n in (1, 2, 3))
        page.lines(wrapped(body, 50), 40, 510)
        pages.append(page)
    page = Page()
    page.put("Notes", 40, 540, 14, "bold")
    y = 510.0
    for chapter in range(2):
        page.put(f"Chapter {chapter + 1}", 40, y, 11, "bold")
        lines = [f"{n}. Eel {chapter}, On Eels, London 199{n}, p. {n}." for n in (1, 2, 3)]
        y = page.lines(lines, 40, y - 20) - 20
    found = find(read_pages(*pages, page))
    notes = [p for p in found.passages if p.kind in {CitationKind.FOOTNOTE, CitationKind.ENDNOTE}]
    assert [(note.marker, note.text.text[:5]) for note in notes] == [
        (str(number), f"Eel {chapter}") for chapter in range(2) for number in (1, 2, 3)
    ]
    marks = [note.mark.start for note in notes if note.mark is not None]
    assert len(marks) == 6
    assert marks == sorted(marks)


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Towers and Taxes</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Nora Eel</rdf:li><rdf:li>Otto Ray</rdf:li></rdf:Seq></dc:creator>
<prism:publicationName>Journal of Towers</prism:publicationName>
<prism:volume>12</prism:volume><prism:doi>10.1234/towers.7</prism:doi>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def titled_page() -> Page:
    page = Page()
    page.put("Towers and Taxes", 40, 540, 16, "bold")
    page.put("Nora Eel, Otto Ray", 40, 520, 11)
    page.lines(wrapped(prose(6), 50), 40, 490)
    return page


def test_metadata_comes_from_xmp() -> None:
    data = make_pdf([titled_page()], xmp=XMP, information={"Title": "untitled.docx"})
    metadata = read_bytes(data, "a.pdf").document.metadata
    assert metadata.title == "Towers and Taxes"
    assert [str(name) for name in metadata.names[NameVariable.AUTHOR]] != []
    assert metadata.texts[TextVariable.DOI] == "10.1234/towers.7"
    assert metadata.texts[TextVariable.CONTAINER_TITLE] == "Journal of Towers"


def test_declared_titles_that_the_page_does_not_print_are_left_over() -> None:
    data = make_pdf([titled_page()], information={"Title": "Template 7", "Author": "Nora Eel"})
    metadata = read_bytes(data, "a.pdf").document.metadata
    assert metadata.title == ""
    assert len(metadata.names[NameVariable.AUTHOR]) == 1


def test_the_doi_of_the_first_page_is_found() -> None:
    page = titled_page()
    page.put("https://doi.org/10.1234/towers.8", 40, 570, 8)
    document = read_pages(page)
    assert document.metadata.texts[TextVariable.DOI] == "10.1234/towers.8"


SCANNED = Page()
SCANNED.picture()
REFUSED = (
    (make_pdf([SCANNED]), "run OCR on it first"),
    (make_pdf([Page()]), "has no text on its pages"),
    (make_pdf([titled_page()], encrypted=True), "save a copy without"),
    (make_pdf([titled_page()])[:60], "damaged or cut off"),
    (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged or cut off"),
)


@pytest.mark.parametrize(("data", "advice"), REFUSED)
def test_what_cannot_be_read_is_refused_with_advice(data: bytes, advice: str) -> None:
    with pytest.raises(ReadError, match=advice):
        read_bytes(data, "a.pdf")


def test_a_file_whose_table_is_lost_is_read_all_the_same() -> None:
    data = make_pdf([titled_page()])
    result = read_bytes(data.replace(b"xref\n0", b"x\n9"), "a.pdf")
    assert "Towers and Taxes" in result.document.text


def test_pages_that_are_pictures_are_named() -> None:
    (diagnostic,) = read_bytes(make_pdf([titled_page(), SCANNED]), "a.pdf").diagnostics
    assert diagnostic.code == "READ006"
    assert diagnostic.message == "1 of 2 pages are pictures without text"


@pytest.mark.parametrize(
    "data",
    [
        b"# Notes\n\nA file that begins with %PDF-1.7 is a PDF.\n",
        b"# Notes\n\n```\n%PDF-1.7\n```\n\nThat line begins a PDF.\n",
        b"{\\rtf1 A file that begins with\n%PDF-1.7 1 0 obj}",
    ],
)
def test_a_text_that_speaks_of_pdf_is_none(data: bytes) -> None:
    assert read_bytes(data, "a").document.format is not DocumentFormat.PDF
