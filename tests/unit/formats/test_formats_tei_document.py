"""Documents written as TEI: notes at their marks, cites linked to the list, short forms marked."""

from lxml import etree

from citekit.pipeline.extracting import Source, extract
from citekit.pipeline.library_text import library_text
from citekit.readers.reading import read_bytes

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SPACES = {"t": "http://www.tei-c.org/ns/1.0"}
PAPER = """---
title: On Houses
author: Jane Doe
---

# Walls & Doors

Walls are old.[^1] They fall.[^2]

- One
- Two

[^1]: Mara Voss, *On Rivers* (Oxford: Clarendon Press, 2005), 3.
[^2]: Ibid., 7.
"""


def written(*sources: str) -> etree._Element:
    files = [Source(f"{n}.md", text.encode()) for n, text in enumerate(sources)]
    return etree.fromstring(library_text(extract(files), "tei").text.encode())


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(map(str, one.itertext())) for one in root.iterfind(path, SPACES)]


def values(root: etree._Element, path: str, attribute: str) -> list[str]:
    return [str(one.get(attribute)) for one in root.iterfind(path, SPACES)]


def test_notes_stand_at_their_marks() -> None:
    root = written(PAPER)
    (paragraph,) = root.iterfind(".//t:body/t:div/t:p", SPACES)
    assert [paragraph.text, *(note.tail for note in paragraph)] == [
        "Walls are old.",
        " They fall.",
        None,
    ]
    assert values(root, ".//t:note", "n") == ["1", "2"]
    assert texts(root, ".//t:body//t:head") == ["Walls & Doors"]
    assert texts(root, ".//t:list/t:item") == ["One", "Two"]
    assert texts(root, ".//t:titleStmt/*") == ["On Houses", "Doe, Jane"]


def test_cites_lead_to_the_list_and_short_forms_are_marked() -> None:
    root = written(PAPER)
    identifiers = values(root, ".//t:listBibl/t:biblStruct", XML_ID)
    assert values(root, ".//t:note/t:ref", "target") == [f"#{identifiers[0]}"] * 2
    assert values(root, ".//t:note/t:ref", "subtype") == ["None", "ibid"]


def test_several_documents_make_a_corpus_with_one_list() -> None:
    root = written(PAPER, PAPER.replace("Houses", "Towers"))
    assert etree.QName(root).localname == "teiCorpus"
    assert texts(root, ".//t:titleStmt/t:title") == ["Documents", "On Houses", "On Towers"]
    assert len(texts(root, ".//t:listBibl")) == 1


def test_what_is_written_is_read_again() -> None:
    text = library_text(extract([Source("a.md", PAPER.encode())]), "tei").text
    document = read_bytes(text.encode(), "a.xml").document
    assert [note.marker for note in document.notes] == ["1", "2"]
    assert len(document.live_citations) == 3


def test_a_file_of_notes_alone_keeps_them() -> None:
    assert len(texts(written("[^1]: Mara Voss, *Rivers* (2005), 3.\n"), ".//t:note")) == 1
