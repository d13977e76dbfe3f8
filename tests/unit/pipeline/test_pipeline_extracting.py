"""Documents go through all stages and come out as one library."""

from pathlib import Path

import pytest

from citekit.errors import ReadError
from citekit.model.citation import CitationKind, Library
from citekit.model.diagnostic import Severity
from citekit.model.reference import CitationKey, PersonalName, Reference
from citekit.model.spans import Origin
from citekit.model.variables import NameVariable, NumberVariable, TextVariable
from citekit.pipeline.doubts import find_doubts
from citekit.pipeline.extracting import Extraction, Source, extract
from citekit.pipeline.sources import files_of
from citekit.pipeline.summary import format_summary, summarise

PAPER = """\
# Rivers and borders

*“A river is a border that moves.”<sup>1</sup>*

*Mara T. Voss*

The first claim.<sup>2</sup> The second claim, which goes

---

<sup>1</sup> Mara T. Voss, “Rivers and borders: Old maps”, *Meridian*, 49:3, Summer 2005, pg.469.

<sup>2</sup> Tomas Berg, “Harbours of the north”, *Baltic Review*, 12:2, 1998,

on over the page.<sup>3</sup>

---

pg. 12.

<sup>3</sup> Ibid., pg. 14.

### Bibliography

Berg, Tomas, “Harbours of the north”, *Baltic Review*, 12:2, 1998, pg. 12.

Voss, Mara T., “Rivers and borders: Old maps”, *Meridian*, 49:3, Summer 2005.
"""


def extraction(text: str = PAPER) -> Extraction:
    return extract([Source("paper.md", text.encode())])


def test_notes_and_entries_become_the_works_they_name() -> None:
    found = extraction()
    assert [reference.key for reference in found.references] == ["berg1998", "voss2005"]
    notes = [c for c in found.library.citations if c.kind is CitationKind.FOOTNOTE]
    assert [[(x.key, x.locator) for x in note.cites] for note in notes] == [
        [("voss2005", "469")],
        [("berg1998", "12")],
        [("berg1998", "14")],
    ]


def test_an_epigraph_cites_what_its_note_cites() -> None:
    epigraphs = [c for c in extraction().library.citations if c.kind is CitationKind.EPIGRAPH]
    assert [[cite.key for cite in epigraph.cites] for epigraph in epigraphs] == [["voss2005"]]


def test_a_pinpoint_in_the_list_is_not_the_extent_of_the_work() -> None:
    found = extraction()
    (berg, _) = found.references
    assert NumberVariable.PAGE not in berg.numbers
    assert "pinpoint-as-page" in {d.code for d in found.diagnostics}


def test_diagnostics_have_line_and_column() -> None:
    (finding,) = [d for d in extraction().diagnostics if d.code == "pinpoint-as-page"]
    line = PAPER.splitlines()[finding.line - 1]
    assert line.startswith("Berg, Tomas")
    assert line[finding.column - 1 :].startswith("12")


def test_an_unreadable_file_stops_nothing(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.pdf", tmp_path / "good.md"
    bad.write_bytes(b"%PDF-1.7\n\x00\xff")
    good.write_text(PAPER, "utf-8")
    found = extract([bad, good])
    assert [d.path for d in found.diagnostics if d.severity is Severity.ERROR] == [bad.as_posix()]
    assert len(found.references) == 2


def test_the_summary_counts_what_was_found() -> None:
    figures = summarise(extraction())
    assert (figures.documents, figures.notes, figures.notes_with_work) == (1, 3, 3)
    assert (figures.entries, figures.located, figures.works) == (2, 3, 2)
    last = list(format_summary(extraction()))[-2:]
    assert last[0].startswith("1 document: 3 notes (3 with a work, 3 located), 2 bibliography")
    assert last[1].startswith("2 distinct works")


def test_the_order_of_documents_changes_no_key() -> None:
    other = PAPER.replace("Harbours of the north", "Harbours of the south")
    sources = [Source("a.md", PAPER.encode()), Source("b.md", other.encode())]
    keys = [r.key for r in extract(sources).references]
    assert keys == [r.key for r in extract(sources[::-1]).references]
    assert len(keys) == 3


def test_files_of_a_folder_come_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text("x")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text("x")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found = [f.relative_to(tmp_path).as_posix() for f in files_of([tmp_path, tmp_path / "a.txt"])]
    assert found == ["a.txt", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize("name", ["missing.txt", "empty"])
def test_nothing_at_a_path_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match=name):
        files_of([tmp_path / name])


def test_a_document_beyond_all_bounds_is_cut_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citekit.pipeline.extracting.MOST_PASSAGES", 3)
    found = extraction()
    (cut,) = [d for d in found.diagnostics if d.code == "too-many-citations"]
    assert cut.severity is Severity.ERROR
    assert len(found.library.citations) == 3
    assert PAPER.splitlines()[cut.line - 1].startswith("<sup>")


def test_ids_are_unique_though_two_files_have_one_name() -> None:
    found = extract([Source("a/paper.md", PAPER.encode()), Source("b/paper.md", PAPER.encode())])
    ids = [citation.id for citation in found.library.citations]
    assert len(ids) == len(set(ids))
    assert ids[0] == "paper-1"


def test_an_uncertain_name_is_quoted() -> None:
    reference = Reference(
        key=CitationKey("voss"),
        names={NameVariable.AUTHOR: (PersonalName("Voss", "Mara"),)},
        texts={TextVariable.TITLE: "Rivers"},
        origins={NameVariable.AUTHOR: (Origin("a.md", 0, 4),)},
        confidence={NameVariable.AUTHOR: 0.25},
    )
    (doubt,) = find_doubts(Library((reference,), ()))
    assert "Voss" in doubt.message


def test_a_folder_gives_all_its_documents(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAPER, "utf-8")
    (tmp_path / "b.md").write_text(PAPER, "utf-8")
    found = extract([tmp_path])
    assert [Path(document.path).name for document in found.documents] == ["a.md", "b.md"]
    assert len(found.references) == 2


def test_a_page_that_is_cited_by_its_address_is_not_doubtful() -> None:
    page = "# News\n\nThe port will close, [says the council](https://example.org/a/b), for good.\n"
    found = extraction(page)
    assert [d.code for d in found.diagnostics] == []
    assert list(format_summary(found))[-2].endswith("0 sources in the text, 1 link")
