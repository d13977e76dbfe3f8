"""A paper is checked alike in every format that can be read, notes against its list."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from office_files import docx, epub, field, odt, paragraph, run
from pdf_pages import Page, make_pdf, prose, wrapped

import citekit
from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.checked import Checked
from citekit.pipeline.checking.project_files import gather_files
from citekit.pipeline.checking.running import check_texts

NOTES = (
    'Jane Doe, "Harbours of the north", Shipping, 3:2, 2001, p. 12.',
    'Mary Roe, "Ships and their crews", Shipping, 5:1, 2003, p. 45.',
)
ENTRIES = (
    'Doe, Jane, "Harbours of the nord", Shipping, 3:2, 2001, pp. 10-30.',
    'Roe, Mary, "Ships and their crews", Shipping, 5:1, 2003, pp. 40-60.',
)
SELECT = CheckSettings(select=("NOT012",))


def in_markdown() -> bytes:
    notes = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(NOTES, 1))
    listed = "\n\n".join(ENTRIES)
    return f"Claim.[^1] Claim.[^2]\n\n{notes}\n\n## Bibliography\n\n{listed}\n".encode()


def word_note(runs: str, number: int = 2) -> str:
    inside = f"<w:p><w:r><w:footnoteRef/></w:r>{runs}</w:p>"
    return f"<w:footnote w:id='{number}'>{inside}</w:footnote>"


def in_word() -> bytes:
    notes = "".join(word_note(run(note), number) for number, note in enumerate(NOTES, 2))
    calls = (f"<w:r><w:footnoteReference w:id='{number}'/></w:r>" for number in (2, 3))
    body = "".join(paragraph("Claim.", call) for call in calls)
    body += paragraph("Bibliography", style="H1") + "".join(map(paragraph, ENTRIES))
    return docx(body, footnotes=notes)


def in_open_document() -> bytes:
    calls = "".join(
        f"<text:p>Claim.<text:note text:id='n{number}' text:note-class='footnote'>"
        f"<text:note-citation>{number}</text:note-citation><text:note-body><text:p>{note}</text:p>"
        "</text:note-body></text:note></text:p>"
        for number, note in enumerate(NOTES, 1)
    )
    listed = "".join(f"<text:p>{entry}</text:p>" for entry in ENTRIES)
    return odt(f"{calls}<text:h text:outline-level='1'>Bibliography</text:h>{listed}")


def in_rtf() -> bytes:
    calls = "".join(
        rf"Claim.{{\super\chftn}}{{\*\footnote\pard\plain{{\super\chftn}} {note}\par}}\par "
        for note in NOTES
    )
    listed = "".join(rf"\pard {entry}\par " for entry in ENTRIES)
    head = r"{\stylesheet{\s1\b heading 1;}}"
    return rf"{{\rtf1\ansi {head}{calls}\pard\s1 Bibliography\par {listed}}}".encode()


def in_html() -> str:
    calls = "".join(
        f'<p>Claim.<a epub:type="noteref" href="#n{number}">{number}</a></p>' for number in (1, 2)
    )
    notes = "".join(
        f'<aside epub:type="footnote" id="n{number}"><p>{number} {note}</p></aside>'
        for number, note in enumerate(NOTES, 1)
    )
    return f"{calls}{notes}<h2>Bibliography</h2>{''.join(f'<p>{one}</p>' for one in ENTRIES)}"


def in_jats() -> bytes:
    calls = "".join(
        f"<p>Claim.<fn id='n{number}'><label>{number}</label><p>{note}</p></fn></p>"
        for number, note in enumerate(NOTES, 1)
    )
    listed = "".join(
        f"<ref id='r{number}'><mixed-citation>{entry}</mixed-citation></ref>"
        for number, entry in enumerate(ENTRIES)
    )
    return (
        f"<?xml version='1.0'?>\n<article article-type='research-article'><body>{calls}</body>"
        f"<back><ref-list><title>Bibliography</title>{listed}</ref-list></back></article>"
    ).encode()


def in_pdf() -> bytes:
    pages = []
    for number, note in enumerate(NOTES, 1):
        page = Page()
        page.lines(wrapped(f"{prose(6, 6 * number)} Taxes rose.^{{{number}}}", 52), 40, 530)
        page.lines(wrapped(f"^{{{number}}} {note}", 70), 40, 60, 8, 10)
        pages.append(page)
    last = Page()
    last.put("Bibliography", 40, 530, 14)
    height = 500.0
    for entry in ENTRIES:
        height = last.lines(wrapped(entry, 52, following="   "), 40, height) - 12
    return make_pdf([*pages, last])


PAPERS: dict[str, Callable[[], bytes]] = {
    "paper.md": in_markdown,
    "paper.docx": in_word,
    "paper.odt": in_open_document,
    "paper.rtf": in_rtf,
    "paper.epub": lambda: epub({"c1.xhtml": in_html()}),
    "paper.html": f"<!DOCTYPE html><html><body>{in_html()}</body></html>".encode,
    "paper.xml": in_jats,
    "paper.pdf": in_pdf,
}
PLACES = {
    "paper.docx": "note 1: ",
    "paper.odt": "note 1: ",
    "paper.rtf": "note 1: ",
    "paper.epub": "OPS/c1.xhtml: ",
    "paper.pdf": "page 3: ",
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_title_that_differs_is_found_in_every_format(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(PAPERS[name]())
    (finding,) = citekit.check([name], SELECT).findings
    place = PLACES.get(name, "")
    assert finding.message.startswith(f"{place}the title is 'Harbours of the nor")
    assert finding.path == name
    line = citekit.check([name], SELECT).texts[name].split("\n")[finding.line - 1]
    assert "Harbours of the nor" in line[finding.column - 1 : finding.end_column - 1]


def test_a_note_is_named_where_pages_are_not_and_nothing_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("paper.docx")
    call = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    note = run('Jane Doe , "Harbours of the north", Shipping, 3:2, 2001, p. 12.')
    path.write_bytes(docx(paragraph("Claim.", call), footnotes=word_note(note)))
    before = path.read_bytes()
    (finding,) = citekit.check([path], CheckSettings(select=("NOT050",)), fix=True).findings
    assert finding.message == "note 1: 'Doe ,' has a space before the mark"
    assert finding.problem.fix is None
    assert path.read_bytes() == before


def live_paper() -> bytes:
    work = {
        "type": "article-journal",
        "title": "Harbours of the north",
        "container-title": "Shipping",
        "author": [{"family": "Doe", "given": "Jane"}],
        "issued": {"date-parts": [[2001]]},
        "page": "10-30",
    }
    citation = {"citationItems": [{"id": 1, "itemData": work, "locator": "45", "label": "page"}]}
    code = f"ADDIN ZOTERO_ITEM CSL_CITATION {escape(json.dumps(citation))}"
    return docx(
        paragraph("Claim.", "<w:r><w:footnoteReference w:id='2'/></w:r>"),
        footnotes=word_note(field(code, "Doe, Harbours, 45.")),
    )


def test_live_citations_are_citations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("paper.docx").write_bytes(live_paper())
    (finding,) = citekit.check(["paper.docx"], CheckSettings(select=("NOT078",))).findings
    assert finding.message.startswith("note 1: page 45 lies outside of the pages 10")


def checked(*names: str) -> Checked:
    files = gather_files(names, SELECT)
    return check_texts(files.texts, SELECT, documents=files.documents)


def test_folders_have_what_is_written_by_hand_and_not_what_is_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, make in PAPERS.items():
        Path(name).write_bytes(make())
    Path("draft.docx").write_bytes(in_word())
    Path("draft.bib").write_text("@book{a, title = {T}}")
    assert sorted(checked(".").texts) == ["draft.bib", "draft.docx", "paper.html", "paper.md"]
    assert sorted(checked("paper.pdf", "paper.docx").texts) == ["paper.docx", "paper.pdf"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04" + bytes(60), "ZIP archive"),
        (b"%PDF-1.7\n" + bytes(60), "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "PNG"),
    ],
)
def test_what_cannot_be_read_is_said(
    data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("paper.pdf").write_bytes(data)
    result = citekit.check(["paper.pdf"])
    assert result.findings == ()
    (reason,) = result.unreadable
    assert reason.startswith("paper.pdf: ")
    assert said in reason
