"""Every format's file for one bibliography, against the files in ``tests/golden/formats``.

Set ``CITEKIT_UPDATE_GOLDEN=1`` to write them anew, and review the difference.
"""

import os
from pathlib import Path

import pytest

from citekit.formats.csl_json_reader import read
from citekit.formats.registry import format_named
from citekit.formats.results import WriteOptions

TESTS = Path(__file__).parents[2]
REFERENCES = read(
    (TESTS / "cases" / "formats" / "bibliography.csl.json").read_text("utf-8"), "cases"
).references
FILES = {
    "biblatex.bib": ("biblatex", WriteOptions()),
    "biblatex-ascii.bib": ("biblatex", WriteOptions(ascii=True)),
    "bibtex.bib": ("bibtex", WriteOptions()),
    "csl-json.json": ("csl-json", WriteOptions()),
    "extraction.json": ("json", WriteOptions()),
    "ris.ris": ("ris", WriteOptions()),
    "csl-yaml.yaml": ("csl-yaml", WriteOptions()),
    "hayagriva.yml": ("hayagriva", WriteOptions()),
    "endnote.xml": ("endnote-xml", WriteOptions()),
    "endnote.enw": ("enw", WriteOptions()),
    "pubmed.nbib": ("nbib", WriteOptions()),
    "mods.xml": ("mods", WriteOptions()),
    "tei.xml": ("tei", WriteOptions()),
    "jats.xml": ("jats", WriteOptions()),
}


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_as_reviewed(name: str) -> None:
    format_name, options = FILES[name]
    write = format_named(format_name).write
    assert write is not None
    text = write(REFERENCES, options).text
    golden = TESTS / "golden" / "formats" / name
    if os.environ.get("CITEKIT_UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "biblatex.bib",
        "csl-json.json",
        "extraction.json",
        "csl-yaml.yaml",
        "mods.xml",
        "tei.xml",
        "jats.xml",
    ],
)
def test_the_file_gives_the_references_back(name: str) -> None:
    reader = format_named(FILES[name][0]).read
    assert reader is not None
    text = (TESTS / "golden" / "formats" / name).read_text("utf-8")
    expected = [
        (reference.key, reference.type, reference.names, reference.dates)
        for reference in REFERENCES
    ]
    assert expected == [
        (reference.key, reference.type, reference.names, reference.dates)
        for reference in reader(text, name).references
    ]


@pytest.mark.parametrize(
    "name",
    ["bibtex.bib", "ris.ris", "biblatex-ascii.bib", "hayagriva.yml", "endnote.xml", "endnote.enw"],
)
def test_no_reference_is_lost(name: str) -> None:
    reader = format_named(FILES[name][0]).read
    assert reader is not None
    text = (TESTS / "golden" / "formats" / name).read_text("utf-8")
    read_back = reader(text, name).references
    assert [found.key for found in read_back] == [reference.key for reference in REFERENCES]
    if name not in {"ris.ris", "hayagriva.yml"}:
        assert [found.type for found in read_back] == [reference.type for reference in REFERENCES]


def test_latex_escapes_leave_nothing_beyond_ascii_but_what_has_none() -> None:
    text = (TESTS / "golden" / "formats" / "biblatex-ascii.bib").read_text("utf-8")
    assert {letter for letter in text if not letter.isascii()} == set("강은흐른다김영수")
