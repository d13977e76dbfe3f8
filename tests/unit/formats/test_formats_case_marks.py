"""Braces that protect case: kept in titles, given back to .bib files, unseen elsewhere."""

import tomllib
from pathlib import Path

import pytest

from citekit.csl.items import item_from_reference
from citekit.formats import bibtex_reader
from citekit.formats.registry import FORMATS, Format, format_named
from citekit.formats.results import WriteOptions
from citekit.model.reference import Reference
from citekit.model.variables import TextVariable
from citekit.resolver.merging import merge
from citekit.text.case_marks import CLOSING, OPENING

TITLES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "formats" / "case_marks.toml").read_text("utf-8")
)["titles"]
ENTRY = """@inproceedings{{k,
  title = {{{title}}},
  booktitle = {{The Big Book of {{X}} Names}},
  series = {{Notes on {{Y}} Things}},
  publisher = {{The {{Big}} House}},
  year = {{2000}},{more}
}}
@article{{j,
  title = {{A Title in Here}},
  journal = {{The {{New}} Journal of Things}},
  year = {{2000}},
}}
"""
# What is said of case by other means than a tag.
MARKING = {"csl-json", "csl-yaml", "hayagriva", "tei", "jats", "biblatex", "bibtex", "json"}


def _read(title: str = "The {NASA} Report", more: str = "") -> tuple[Reference, ...]:
    return bibtex_reader.read(ENTRY.format(title=title, more=more), "x.bib").references


@pytest.mark.parametrize("row", TITLES, ids=lambda row: row["latex"])
def test_braces_are_read_as_marks_and_written_again(row: dict[str, str]) -> None:
    reference = _read(row["latex"])[0]
    marked = row["marked"].replace("[", OPENING).replace("]", CLOSING)
    assert reference.texts[TextVariable.TITLE] == marked
    assert reference.title == row["marked"].replace("[", "").replace("]", "")
    written = format_named("biblatex").write
    assert written is not None
    text = written([reference], WriteOptions()).text
    assert f"= {{{row.get('written', row['latex'])}}},\n" in text
    assert bibtex_reader.read(text, "x").references == (reference,)


def test_only_titles_that_styles_lower_have_marks() -> None:
    book, article = _read()
    assert book.texts[TextVariable.CONTAINER_TITLE] == f"The Big Book of {OPENING}X{CLOSING} Names"
    assert book.texts[TextVariable.COLLECTION_TITLE] == f"Notes on {OPENING}Y{CLOSING} Things"
    assert book.texts[TextVariable.PUBLISHER] == "The Big House"
    assert article.texts[TextVariable.CONTAINER_TITLE] == "The New Journal of Things"


@pytest.mark.parametrize(
    "entry", [form for form in FORMATS if form.write], ids=lambda entry: entry.name
)
def test_no_format_shows_a_mark_that_it_does_not_know(entry: Format) -> None:
    assert entry.write is not None
    result = entry.write(_read(), WriteOptions())
    assert entry.name in MARKING or "nocase" not in result.text
    assert "NASA" in result.text
    assert not any("nocase" in one.message for one in result.diagnostics)


def test_csl_json_keeps_title_case_and_marks() -> None:
    write = format_named("csl-json").write
    assert write is not None
    assert 'The <span class=\\"nocase\\">NASA</span> Report' in write(_read(), WriteOptions()).text


def test_styles_get_sentence_case() -> None:
    book, article = map(item_from_reference, _read("The {Bayes} Report: an Overview"))
    assert book.texts["title"] == f"The {OPENING}Bayes{CLOSING} report: An overview"
    assert book.texts["container-title"] == f"The big book of {OPENING}X{CLOSING} names"
    assert book.texts["collection-title"] == f"Notes on {OPENING}Y{CLOSING} things"
    assert article.texts["container-title"] == "The New Journal of Things"


def test_other_languages_and_other_sources_stay() -> None:
    german = _read("Der Krieg Und Die Folgen", "\n  langid = {ngerman},")[0]
    assert item_from_reference(german).texts["title"] == "Der Krieg Und Die Folgen"
    titled = Reference(texts={TextVariable.TITLE: "The Report of the Board"})
    assert item_from_reference(titled).texts["title"] == "The Report of the Board"


def test_merging_keeps_that_case_is_settled_with_the_title() -> None:
    marked = _read()[0]
    plain = Reference(texts={TextVariable.TITLE: "The NASA Report: What the Board Found"})
    assert merge([marked, marked]).reference.case_settled
    assert not merge([marked, plain]).reference.case_settled
