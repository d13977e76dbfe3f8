"""Live citations become citations of the works whose data the document holds."""

import json

from citekit.finder.finding import find
from citekit.model.citation import Citation, CitationKind, Cite, Passage
from citekit.model.document import Block, BlockKind, Document, DocumentFormat, Note
from citekit.model.live_citation import ItemNotation, LiveCitation, LiveCite
from citekit.model.reference import Reference
from citekit.model.spans import Origin, Span, TracedText
from citekit.model.variables import TextVariable
from citekit.pipeline.live_citations import LiveItems, cites_of, works_cited
from citekit.pipeline.live_keys import settle_keys

RIVERS = json.dumps(
    {
        "type": "book",
        "title": "On Rivers",
        "author": [{"family": "Voss", "given": "Anna"}],
        "issued": {"date-parts": [[2005]]},
    }
)
WALLS = json.dumps({"type": "book", "title": "On Walls", "author": [{"literal": "Delta"}]})
RECORD = "<record><ref-type name='Book'>6</ref-type><titles><title>Doors</title></titles></record>"


def live(text: str, at: int, *cites: LiveCite) -> LiveCitation:
    return LiveCitation(TracedText.of(text, at=at), cites)


def titles(cites: tuple[Cite, ...]) -> list[str]:
    return [cite.target.title for cite in cites]


def test_a_live_citation_in_the_text_cites_its_works() -> None:
    held = live("(Voss)", 20, LiveCite(RIVERS, key="voss", locator="3", label="page", prefix="see"))
    passage = Passage(CitationKind.RUNNING_TEXT, held.text, live=(held,))
    (cite,) = cites_of(passage, "a.docx", LiveItems())
    assert isinstance(cite.target, Reference)
    assert (cite.target.key, cite.target.title) == ("voss", "On Rivers")
    assert (cite.locator, cite.label, cite.prefix) == ("3", "page", "see")
    assert cite.target.origins[TextVariable.TITLE] == (Origin("a.docx", 20, 26),)


def test_records_of_endnote_are_read() -> None:
    held = live("(Voss)", 0, LiveCite(RECORD, ItemNotation.ENDNOTE_XML))
    passage = Passage(CitationKind.RUNNING_TEXT, held.text, live=(held,))
    assert titles(cites_of(passage, "a.docx", LiveItems())) == ["Doors"]


def test_items_that_say_nothing_cite_nothing() -> None:
    bad = [LiveCite(item) for item in ("", "{", "[]", "{}")]
    bad.append(LiveCite("<record", ItemNotation.ENDNOTE_XML))
    held = live("(Voss)", 0, *bad)
    passage = Passage(CitationKind.RUNNING_TEXT, held.text, live=(held,))
    assert cites_of(passage, "a.docx", LiveItems()) == ()


def test_what_else_a_note_prints_is_parsed_or_kept_as_words() -> None:
    text = "Vgl. Voss, On Rivers, 3; Ben Ode, The Gate, London: Delta 1999, p. 5; Delta, passim."
    at = 100
    first = live("Voss, On Rivers, 3", at + 5, LiveCite(RIVERS))
    last = live("Delta", at + 70, LiveCite(WALLS))
    passage = Passage(CitationKind.FOOTNOTE, TracedText.of(text, at=at), "1", live=(first, last))
    cites = cites_of(passage, "a.docx", LiveItems())
    assert titles(cites) == ["On Rivers", "The Gate", "On Walls"]
    assert cites[0].prefix == "Vgl"
    assert cites[1].locator == "5"
    assert cites[2].suffix == "passim"
    assert [text[c.span.start : c.span.end] for c in cites][::2] == ["Voss, On Rivers, 3", "Delta"]


def test_entries_are_the_works_that_are_cited_live() -> None:
    items = LiveItems()
    known = works_cited([live("(V)", 0, LiveCite(RIVERS, key="voss"), LiveCite(WALLS))] * 2, items)
    assert [work.title for work in known] == ["on rivers", "on walls"]
    entry = TracedText.of("VOSS, A.: On rivers. Delta, 2005.", at=50)
    passage = Passage(CitationKind.BIBLIOGRAPHY_ENTRY, entry)
    (cite,) = cites_of(passage, "a.docx", items, known)
    assert isinstance(cite.target, Reference)
    assert cite.target.key == "voss"
    other = Passage(CitationKind.BIBLIOGRAPHY_ENTRY, TracedText.of("Ode, B., The Gate, 1999."))
    assert titles(cites_of(other, "a.docx", items, known)) == ["The Gate"]


def test_a_key_that_two_works_claim_stays_with_the_first() -> None:
    items = LiveItems()
    passage = Passage(CitationKind.FOOTNOTE, TracedText.of("Voss"))
    citations: list[Citation] = []
    for cite in (LiveCite(RIVERS, key="a"), LiveCite(WALLS, key="A"), LiveCite(RIVERS, key="a")):
        reference = items.reference(cite)
        assert reference is not None
        citations.append(Citation(f"{len(citations)}", "a.docx", passage, (Cite(reference),)))
    targets = [one.cites[0].target for one in settle_keys(citations)]
    assert [t.key for t in targets if isinstance(t, Reference)] == ["a", "", "a"]


def test_live_citations_are_found_in_text_and_notes_and_the_list_is_taken_as_marked() -> None:
    text = "On walls (Voss).\nVoss, On Rivers.\nSee Voss.\n"
    inside, noted = live("(Voss)", 9, LiveCite(RIVERS)), live("Voss", 38, LiveCite(RIVERS))
    document = Document(
        "a.docx",
        text,
        DocumentFormat.DOCX,
        blocks=(
            Block(BlockKind.PARAGRAPH, TracedText.of(text[:16])),
            Block(BlockKind.PARAGRAPH, TracedText.of(text[17:33], at=17), listed=True),
        ),
        notes=(Note("f1", "1", TracedText.of(text[34:43], at=34), mark=Span(5, 6)),),
        live_citations=(inside, noted),
    )
    found = {p.kind: p for p in find(document).passages}
    assert found[CitationKind.RUNNING_TEXT].live == (inside,)
    assert found[CitationKind.FOOTNOTE].live == (noted,)
    assert found[CitationKind.BIBLIOGRAPHY_ENTRY].text.text == "Voss, On Rivers."


def test_a_heading_that_a_program_prints_with_its_list_is_no_entry() -> None:
    text = "References\nVoss, On Rivers, 2005.\n"
    blocks = (
        Block(BlockKind.PARAGRAPH, TracedText.of("References"), listed=True),
        Block(BlockKind.PARAGRAPH, TracedText.of("Voss, On Rivers, 2005.", at=11), listed=True),
    )
    document = Document("a.docx", text, DocumentFormat.DOCX, blocks=blocks)
    found = [p for p in find(document).passages if p.kind is CitationKind.BIBLIOGRAPHY_ENTRY]
    assert [passage.text.text for passage in found] == ["Voss, On Rivers, 2005."]
