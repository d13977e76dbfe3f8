"""Live citations of every program are read with their data, their locators and their keys."""

import json
from base64 import b64encode
from collections.abc import Callable
from html import escape

import pytest
from office_files import docx, field, paragraph, read_docx, read_odt, run, texts

from citekit.model.citation import CitationKind
from citekit.model.live_citation import ItemNotation, LiveCitation, LiveCite
from citekit.pipeline.extracting import Source, extract

ITEM = {
    "id": 17,
    "type": "book",
    "title": "On Rivers",
    "citation-key": "voss2005",
    "author": [{"family": "Voss", "given": "Anna"}],
}
CITATION = {
    "citationItems": [
        {
            "id": 17,
            "itemData": ITEM,
            "locator": "12",
            "label": "chapter",
            "prefix": "see",
            "suffix": "and after",
        }
    ]
}
RECORD = "<record><rec-number>3</rec-number><titles><title>On Rivers</title></titles></record>"
ENDNOTE = (
    "<EndNote><Cite><Author>Voss</Author><Pages>12</Pages><Prefix>see </Prefix>"
    f"{RECORD}</Cite></EndNote>"
)
SOURCES = """<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">
<b:Source><b:Tag>Vos05</b:Tag><b:SourceType>JournalArticle</b:SourceType>
<b:Title>On Rivers</b:Title>
<b:JournalName>Meridian</b:JournalName><b:Year>2005</b:Year><b:Month>March</b:Month>
<b:StandardNumber>1234-5678</b:StandardNumber>
<b:Author><b:Author><b:NameList><b:Person><b:Last>Voss</b:Last><b:First>Anna</b:First>
<b:Middle>B.</b:Middle></b:Person></b:NameList></b:Author>
<b:Editor><b:Corporate>Rivers Office</b:Corporate></b:Editor></b:Author></b:Source>
<b:Source><b:Tag>Li10</b:Tag><b:Title>Walls</b:Title></b:Source></b:Sources>"""
CITAVI = {
    "$id": "1",
    "Entries": [
        {
            "PageRange": {"OriginalString": "12–14"},
            "Prefix": "see ",
            "Reference": {
                "$id": "2",
                "Title": "Mouths",
                "ReferenceType": "Contribution",
                "BibTeXKey": "voss2005",
                "Authors": [{"$id": "3", "FirstName": "Anna", "LastName": "Voss"}],
                "PageRange": "<sp><n>7</n></sp><os>7-20</os>",
                "ParentReference": {
                    "$id": "4",
                    "Title": "On Rivers",
                    "Editors": [{"$ref": "3"}],
                    "Year": "2005",
                    "ReferenceType": "BookEdited",
                    "Publishers": [{"Name": "Delta"}],
                },
            },
        }
    ],
}


def base64(text: str) -> str:
    return b64encode(text.encode()).decode()


def csl(live: LiveCitation) -> dict[str, object]:
    item = json.loads(live.cites[0].item)
    assert isinstance(item, dict)
    return item


def zotero() -> str:
    return field(f"ADDIN ZOTERO_ITEM CSL_CITATION {escape(json.dumps(CITATION))}", "(Voss, 12)")


def mendeley() -> str:
    return field(f"ADDIN CSL_CITATION {escape(json.dumps(CITATION))}", "(Voss, 12)")


def mendeley_control() -> str:
    tag = f"MENDELEY_CITATION_v3_{base64(json.dumps(CITATION))}"
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{run('(Voss, 12)')}</w:sdtContent></w:sdt>"
    )


@pytest.mark.parametrize("program", [zotero, mendeley, mendeley_control])
def test_citations_with_csl_data_are_read(program: Callable[[], str]) -> None:
    document = read_docx(paragraph("As ", program(), " says."))
    assert texts(document) == ["As (Voss, 12) says."]
    (live,) = document.live_citations
    assert document.text[live.text.start : live.text.end] == live.text.text == "(Voss, 12)"
    (cite,) = live.cites
    assert cite.key == "voss2005"
    assert (cite.locator, cite.label) == ("12", "chapter")
    assert (cite.prefix, cite.suffix) == ("see", "and after")
    assert csl(live)["title"] == "On Rivers"
    assert "id" not in csl(live)


def test_a_key_may_stand_in_the_note_of_an_item() -> None:
    noted = {"title": "On Rivers", "note": "Read twice\nCitation Key: vossRivers"}
    code = json.dumps({"citationItems": [{"itemData": noted}]})
    document = read_docx(paragraph(field(f"ADDIN CSL_CITATION {escape(code)}", "(Voss)")))
    assert document.live_citations[0].cites[0].key == "vossRivers"


@pytest.mark.parametrize(
    "code", ["ADDIN CSL_CITATION {broken", "ADDIN CSL_CITATION {}", "CITATION x"]
)
def test_a_citation_without_data_is_text(code: str) -> None:
    document = read_docx(paragraph("As ", field(code, "(Voss)")))
    assert texts(document) == ["As (Voss)"]
    assert document.live_citations == ()


def test_endnote_keeps_records_in_the_code_or_in_the_data_of_a_nested_field() -> None:
    nested = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>ADDIN EN.CITE"
        "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='begin'><w:fldData>"
        f"{base64(ENDNOTE)}</w:fldData></w:fldChar></w:r><w:r><w:instrText>ADDIN EN.CITE.DATA"
        "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('(Voss)')}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    document = read_docx(
        paragraph(field(f"ADDIN EN.CITE {escape(ENDNOTE)}", "(Voss)")) + paragraph(nested)
    )
    assert texts(document) == ["(Voss)", "(Voss)"]
    cite = LiveCite(RECORD, ItemNotation.ENDNOTE_XML, "", "12", "page", "see")
    assert [live.cites for live in document.live_citations] == [(cite,), (cite,)]


def test_sources_of_word_are_read_by_their_tags() -> None:
    code = 'CITATION Vos05 \\p 12-14 \\l 1033 \\f "see " \\m Li10'
    document = read_docx(paragraph(field(code, "(Voss)")), {"customXml/item1.xml": SOURCES})
    (live,) = document.live_citations
    assert [(c.key, c.locator, c.prefix) for c in live.cites] == [
        ("Vos05", "12-14", "see"),
        ("Li10", "", ""),
    ]
    assert csl(live) == {
        "type": "article-journal",
        "title": "On Rivers",
        "container-title": "Meridian",
        "ISSN": "1234-5678",
        "issued": {"date-parts": [[2005, 3]]},
        "author": [{"family": "Voss", "given": "Anna B."}],
        "editor": [{"literal": "Rivers Office"}],
    }


def test_citavi_refers_from_object_to_object() -> None:
    code = f"ADDIN CitaviPlaceholder{{{base64(json.dumps(CITAVI))}}}"
    (live,) = read_docx(paragraph(field(code, "(Voss)"))).live_citations
    assert (live.cites[0].key, live.cites[0].locator) == ("voss2005", "12-14")
    assert csl(live) == {
        "type": "chapter",
        "title": "Mouths",
        "container-title": "On Rivers",
        "author": [{"family": "Voss", "given": "Anna"}],
        "editor": [{"family": "Voss", "given": "Anna"}],
        "page": "7-20",
        "publisher": "Delta",
        "issued": {"date-parts": [[2005]]},
    }


def test_zotero_may_keep_citations_in_bookmarks() -> None:
    code = f"ZOTERO_ITEM CSL_CITATION {json.dumps(CITATION)}"
    half = len(code) // 2
    properties = "".join(
        f"<property name='ZOTERO_BREF_a_{n}'><t>{escape(part)}</t></property>"
        for n, part in enumerate((code[:half], code[half:]), start=1)
    )
    bookmarked = "<w:bookmarkStart w:id='1' w:name='ZOTERO_BREF_a'/>{}<w:bookmarkEnd w:id='1'/>"
    document = read_docx(
        paragraph("As ", bookmarked.format(run("(Voss)")), " says"),
        {"docProps/custom.xml": f"<Properties>{properties}</Properties>"},
    )
    assert [live.text.text for live in document.live_citations] == ["(Voss)"]


@pytest.mark.parametrize(
    "code",
    ["ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "ADDIN EN.REFLIST", "BIBLIOGRAPHY \\l 1033"],
)
def test_all_paragraphs_of_a_printed_bibliography_are_listed(code: str) -> None:
    begin, end = field(code, "Li, Walls, 2010.").split(run("Li, Walls, 2010."))
    document = read_docx(
        paragraph("Before")
        + paragraph(begin, "Li, Walls, 2010.")
        + paragraph("Voss, Rivers, 2005.", end)
        + paragraph("After")
    )
    assert [block.listed for block in document.blocks] == [False, True, True, False]


def test_a_bibliography_may_be_a_content_control() -> None:
    gallery = "<w:docPartObj><w:docPartGallery w:val='Bibliographies'/></w:docPartObj>"
    content = paragraph("References", style="H2") + paragraph("Voss, Rivers, 2005.")
    document = read_docx(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
    assert [block.listed for block in document.blocks] == [False, True]


def test_zotero_sets_reference_marks_in_opendocument() -> None:
    name = escape(f"ZOTERO_ITEM CSL_CITATION {json.dumps(CITATION)} RNDabc")
    document = read_odt(
        f'<text:p>As <text:reference-mark-start text:name="{name}"/>(Voss, 12)'
        f'<text:reference-mark-end text:name="{name}"/> says.</text:p>'
        '<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx">'
        "<text:p>Voss, Rivers.</text:p></text:section>"
    )
    (live,) = document.live_citations
    assert (live.text.text, live.cites[0].key) == ("(Voss, 12)", "voss2005")
    assert [block.listed for block in document.blocks] == [False, True]


def test_marks_of_opendocument_hold_their_data() -> None:
    mark = (
        "<text:bibliography-mark text:identifier='voss' text:bibliography-type='article' "
        "text:author='Voss, Anna' text:title='On Rivers' text:journal='Meridian' "
        "text:year='2005' text:number='3'>[voss]</text:bibliography-mark>"
    )
    (live,) = read_odt(f"<text:p>As {mark}</text:p>").live_citations
    assert live.cites[0].key == "voss"
    assert csl(live) == {
        "type": "article-journal",
        "title": "On Rivers",
        "container-title": "Meridian",
        "issue": "3",
        "author": [{"family": "Voss", "given": "Anna"}],
        "issued": {"date-parts": [[2005]]},
    }


def test_a_document_with_live_citations_becomes_a_library_with_the_users_keys() -> None:
    note = f"<w:footnote w:id='1'>{paragraph('Cf. ', zotero(), '.')}</w:footnote>"
    again = f"<w:footnote w:id='2'>{paragraph('Ibid., p. 14.')}</w:footnote>"
    call = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    data = docx(
        paragraph("On walls", call.format(1), " and doors", call.format(2), mendeley())
        + paragraph("Voss, Anna. On Rivers. Delta, 2005.", style="Lit"),
        footnotes=note + again,
    )
    extraction = extract([Source("a.docx", data)])
    assert [reference.key for reference in extraction.references] == ["voss2005"]
    cited = [
        (citation.kind, citation.cites[0].key, citation.cites[0].locator)
        for citation in extraction.library.citations
        if citation.cites
    ]
    assert sorted(cited) == [
        (CitationKind.BIBLIOGRAPHY_ENTRY, "voss2005", ""),
        (CitationKind.FOOTNOTE, "voss2005", "12"),
        (CitationKind.FOOTNOTE, "voss2005", "14"),
        (CitationKind.RUNNING_TEXT, "voss2005", "12"),
    ]
