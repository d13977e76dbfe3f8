"""Articles in XML from end to end: their own records, their own links, and nothing beside them."""

from citekit.model.citation import Citation, CitationKind, Cite, ShortForm
from citekit.model.reference import Reference
from citekit.model.variables import NumberVariable, TextVariable
from citekit.pipeline.extracting import Extraction, Source, extract

JATS = """<?xml version="1.0"?>
<article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink">
<body><p>As before [<xref ref-type="bibr" rid="r1">1</xref>], and [<xref ref-type="bibr"
rid="r2">2</xref>].</p></body><back><ref-list>
<ref id="r1"><label>1</label><mixed-citation publication-type="journal"><name><surname>Doe</surname>
<given-names>J</given-names></name> (<year>1999</year>) <article-title>On walls</article-title>.
<source>Annals of Brick</source> <volume>4</volume>: <fpage>1</fpage>–<lpage>9</lpage>. <ext-link
xlink:href="https://doi.org/10.1234/walls">Link</ext-link></mixed-citation></ref>
<ref id="r2"><label>2</label><mixed-citation publication-type="other">Roe A (2001) The history of
doors in eleven houses. Oxford: Clarendon Press.</mixed-citation></ref></ref-list></back></article>
"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>As seen.<note>So <ref
target="#doe99">Doe 1999</ref>, in the Wall Atlas, http://walls.org/.</note></p></body><back>
<listBibl><bibl xml:id="doe99"><author>Doe, Jane</author>. <date>1999</date>. <title level="u">On
Walls</title>. In <title level="m">Annals of Brick</title>. <ptr target="http://a.org/"/>.</bibl>
</listBibl></back></text></TEI>"""
PAPER = """# On Houses

Doors are old (Doe 1999; Roe 2001), walls older (Lee 1985; Berg 1992), and roofs are new.[^1]
Kim (2010) says the same.[^2]

[^1]: See the Wall Atlas, https://walls.example.org/atlas.
[^2]: The works of Roe (2001) say otherwise.

# References

Berg, Tomas. 1992. *A History of Walls*. Oxford: Clarendon Press.

Doe, Jane. 1999. *The Doors of Old Houses*. London: Delta Press.

Kim, Ada. 2010. *The Study of Houses*. London: Delta Press.

Lee, Ann. 1985. *Old Walls and Their Makers*. Oxford: Clarendon Press.

Roe, Adam. 2001. *Doors in Eleven Towns*. London: Delta Press.
"""


def extracted(source: str, name: str) -> Extraction:
    return extract([Source(name, source.encode())])


def of_kind(extraction: Extraction, *kinds: CitationKind) -> list[Citation]:
    return [one for one in extraction.library.citations if one.kind in kinds]


def work(cite: Cite) -> Reference:
    assert isinstance(cite.target, Reference)
    return cite.target


def test_entries_of_jats_are_read_from_their_elements() -> None:
    entries = of_kind(extracted(JATS, "a.xml"), CitationKind.BIBLIOGRAPHY_ENTRY)
    assert [entry.passage.marker for entry in entries] == ["1", "2"]
    first = work(entries[0].cites[0])
    assert (first.title, first.number(NumberVariable.PAGE)) == ("On walls", "1-9")
    assert first.text(TextVariable.DOI) == "10.1234/walls"
    (origin,) = first.origins[TextVariable.TITLE]
    assert JATS[origin.start :].startswith("Doe</surname>")


def test_entries_without_elements_are_read_from_their_text() -> None:
    _, second = of_kind(extracted(JATS, "a.xml"), CitationKind.BIBLIOGRAPHY_ENTRY)
    assert work(second.cites[0]).title == "The history of doors in eleven houses"


def test_links_to_entries_are_citations_of_their_works() -> None:
    extraction = extracted(JATS, "a.xml")
    entries = of_kind(extraction, CitationKind.BIBLIOGRAPHY_ENTRY)
    calls = of_kind(extraction, CitationKind.RUNNING_TEXT)
    assert [call.passage.text.text for call in calls] == ["1", "2"]
    assert [call.cites[0].key for call in calls] == [entry.cites[0].key for entry in entries]
    assert len(extraction.references) == len(entries)


def test_a_note_of_tei_cites_what_it_marks_by_the_key_of_the_file() -> None:
    extraction = extracted(TEI, "a.xml")
    (note,) = of_kind(extraction, CitationKind.FOOTNOTE)
    (cite,) = note.cites
    assert (cite.key, cite.prefix) == ("doe99", "So")
    assert note.passage.text.text[cite.span.start : cite.span.end] == "Doe 1999"
    (reference,) = extraction.references
    assert reference.title == "On Walls"
    assert reference.text(TextVariable.CONTAINER_TITLE) == "Annals of Brick"


def test_notes_of_papers_by_author_and_date_point_to_the_list_or_cite_nothing() -> None:
    extraction = extracted(PAPER, "a.md")
    site, pointer = of_kind(extraction, CitationKind.FOOTNOTE)
    assert site.cites == ()
    (cite,) = pointer.cites
    assert isinstance(cite.target, ShortForm)
    assert cite.key == "roe2001"


def test_notes_cite_sites_where_no_list_is_cited_by_author_and_date() -> None:
    alone = PAPER.replace("(Doe 1999; Roe 2001)", "").replace("(Lee 1985; Berg 1992)", "")
    extraction = extracted(alone.replace("Kim (2010)", "Kim").replace("Roe (2001)", "Roe"), "a.md")
    assert len(of_kind(extraction, CitationKind.FOOTNOTE)[0].cites) == 1
