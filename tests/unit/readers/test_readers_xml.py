"""JATS and TEI: what they print, what they mark, and that every character has its place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from citekit.errors import ReadError
from citekit.model.document import Block, Document, DocumentFormat
from citekit.model.reference import Literal, PersonalName
from citekit.model.spans import TracedText
from citekit.model.variables import DateVariable, NameVariable, NumberVariable, TextVariable
from citekit.readers.reading import read_bytes

CASES = Path(__file__).parents[2] / "cases" / "readers" / "xml_documents.toml"
SHELLS = {
    "jats": '<?xml version="1.0"?>\n<article article-type="research-article">{}</article>',
    "tei": '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>',
}
HEADER = """<teiHeader><fileDesc>
<titleStmt><title type="main">On Walls</title><title type="sub">A History</title>
<author><name><forename>Jane</forename> <surname>Doe</surname></name></author>
<author><persName>Max Müller</persName></author></titleStmt>
<publicationStmt><publisher>Wall Society</publisher><date>23/09/2015</date>
<idno type="DOI">10.1234/walls</idno></publicationStmt>
<seriesStmt><title level="j">Journal of Walls</title>
<biblScope unit="issue" n="8">Papers</biblScope>
</seriesStmt></fileDesc></teiHeader><text><body><p>x</p></body></text>"""
FRONT = """<front><journal-meta><journal-title-group><journal-title>Journal of Walls</journal-title>
</journal-title-group><issn>1234-5679</issn></journal-meta><article-meta>
<article-id pub-id-type="doi">10.1234/walls</article-id>
<title-group><article-title>On <italic>Walls</italic><xref ref-type="fn" rid="f"/></article-title>
<subtitle>A History</subtitle></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname>
<given-names>Jane</given-names></name></contrib><contrib contrib-type="author"><collab>Wall
Society</collab></contrib></contrib-group>
<pub-date pub-type="collection"><year>2014</year></pub-date>
<pub-date pub-type="epub"><day>3</day><month>9</month><year>2015</year></pub-date>
<volume>7</volume><issue>2</issue><fpage>12</fpage><lpage>34</lpage></article-meta></front>"""


def rows() -> list[Any]:
    table = tomllib.loads(CASES.read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in table["case"]]


def read(source: str, name: str = "a.xml") -> Document:
    return read_bytes(source.encode(), name).document


def source_of(row: Mapping[str, Any]) -> str:
    return SHELLS[row["format"]].format(row["inside"])


def shown(block: Block) -> str:
    return f"{block.kind} {block.level}: {block.text.text}"


def words_of(item: str) -> str:
    spaced = re.sub(r"</(?:surname|name|forename|persName|title|author|analytic)>", "\\g<0> ", item)
    text = unescape(
        re.sub(r"<[^>]+>", "", spaced if "Struct" in item or "element-" in item else item)
    )
    return " ".join(text.split())


def traced(document: Document) -> Iterator[TracedText]:
    yield from (block.text for block in document.blocks)
    yield from (note.text for note in document.notes)
    yield from (live.text for live in document.live_citations)


@pytest.mark.parametrize("row", rows())
def test_an_article_in_xml_reads_as_a_person_reads_it(row: Mapping[str, Any]) -> None:
    document = read(source_of(row))
    assert [shown(block) for block in document.blocks] == row["blocks"]
    notes = [f"{note.marker}: {note.text.text}" for note in document.notes]
    assert notes == row.get("notes", [])
    if "kinds" in row:
        assert [note.kind for note in document.notes] == row["kinds"]


@pytest.mark.parametrize("row", [param for param in rows() if "calls" in param.values[0]])
def test_marks_of_notes_lead_to_their_place(row: Mapping[str, Any]) -> None:
    source = source_of(row)
    marks = [note.mark for note in read(source).notes]
    assert [mark and source[mark.start : mark.end] for mark in marks] == row["calls"]


@pytest.mark.parametrize("row", rows())
def test_what_the_format_marks_as_cited_is_a_live_citation(row: Mapping[str, Any]) -> None:
    found = [
        " > ".join((live.text.text, *(words_of(cite.item) for cite in live.cites)))
        for live in read(source_of(row)).live_citations
    ]
    assert found == row.get("live", [])


@pytest.mark.parametrize("row", rows())
def test_every_character_knows_its_place_in_the_file(row: Mapping[str, Any]) -> None:
    source = source_of(row)
    for text in traced(read(source)):
        for segment in text.segments:
            there = source[segment.source : segment.source + segment.length]
            here = text.text[segment.at : segment.at + segment.length]
            for sign, place in zip(here, there, strict=True):
                assert place in {sign, "&"} or (sign == " " and place.isspace())


def test_the_header_of_tei_describes_the_document() -> None:
    metadata = read(SHELLS["tei"].format(HEADER)).metadata
    assert metadata.title == "On Walls: A History"
    assert metadata.text(TextVariable.CONTAINER_TITLE) == "Journal of Walls"
    assert metadata.text(TextVariable.DOI) == "10.1234/walls"
    assert metadata.number(NumberVariable.ISSUE) == "8"
    assert str(metadata.type) == "article-journal"
    names = metadata.name_list(NameVariable.AUTHOR)
    assert names == (PersonalName("Doe", "Jane"), PersonalName("Müller", "Max"))
    assert "day=23" in str(metadata.dates[DateVariable.ISSUED])


def test_the_front_of_jats_describes_the_article() -> None:
    source = SHELLS["jats"].format(FRONT)
    metadata = read(source).metadata
    assert metadata.title == "On Walls: A History"
    assert metadata.text(TextVariable.ISSN) == "1234-5679"
    assert metadata.number(NumberVariable.VOLUME) == "7"
    assert metadata.number(NumberVariable.PAGE) == "12-34"
    assert metadata.name_list(NameVariable.AUTHOR) == (
        PersonalName("Doe", "Jane"),
        Literal("Wall Society"),
    )
    assert "day=3" in str(metadata.dates[DateVariable.ISSUED])
    (origin,) = metadata.origins[TextVariable.DOI]
    assert source[origin.start : origin.end].endswith("10.1234/walls</article-id>")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<TEI><text><body><p>x</p></body></text></TEI>", DocumentFormat.TEI),
        ("<tei:TEI xmlns:tei='x'><tei:text/></tei:TEI>", DocumentFormat.TEI),
        ("<article dtd-version='1.3'><body><p>x</p></body></article>", DocumentFormat.JATS),
        ("<?xml version='1.0'?><article><front><x/></front></article>", DocumentFormat.JATS),
        ("<article class='post'><p>One</p><p>Two</p></article>", DocumentFormat.HTML),
    ],
)
def test_the_content_tells_the_format(source: str, expected: DocumentFormat) -> None:
    assert read(source, "a.txt").format is expected


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<text><p>a</q></text>", "</q> stands where </p> is due; mend the tags"),
        ("<text>a < b</text>", "this '<' begins no tag; write &lt; or mend the tag"),
        ("<text><!-- a</text>", "the comment that begins here never ends; close it with -->"),
        ("<text>" + "<div>" * 5000, "elements are nested more than 100 deep"),
        ("<p/>" * 600_001, "there are more than 600000 elements; split the file"),
    ],
)
def test_what_is_no_article_is_refused_with_its_place(inside: str, message: str) -> None:
    with pytest.raises(ReadError, match=re.escape(message)) as caught:
        read(SHELLS["tei"].format(inside))
    assert re.match(r"a\.xml:2:\d+: the XML cannot be read: ", str(caught.value))


def test_a_file_that_was_cut_off_says_where_it_was_open() -> None:
    with pytest.raises(ReadError, match=r"^a\.xml:1:12: .*<p> is never closed; complete the file"):
        read("<TEI><text><p>a")


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE TEI [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>\n<TEI><text>&b;</text></TEI>'
    with pytest.raises(ReadError, match=r"^a\.xml:1:16: .*declares entities of its own"):
        read(bomb)
    outside = (
        '<!DOCTYPE TEI [<!ENTITY a SYSTEM "/etc/passwd">]>\n<TEI><text><p>&a;</p></text></TEI>'
    )
    assert read(outside).blocks[0].text.text == "&a;"


def test_docbook_is_still_refused() -> None:
    with pytest.raises(ReadError, match="a DocBook or BITS document"):
        read('<?xml version="1.0"?><article><para>x</para></article>')
