"""The reader of ``.bib`` files: both dialects, and what is broken in them."""

import pytest

from citekit.formats.biblatex import write
from citekit.formats.bibtex_reader import read
from citekit.formats.results import WriteOptions
from citekit.model.reference import (
    CitationKey,
    DateParts,
    DateRange,
    Literal,
    PersonalName,
    Reference,
    single_date,
)
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)


def _only(text: str) -> tuple[dict[str, str], ItemType]:
    reference = read(text, "x.bib").references[0]
    values = {variable.value: value for variable, value in reference.texts.items()}
    values |= {variable.value: value for variable, value in reference.numbers.items()}
    return values, reference.type


def test_strings_and_concatenation_are_resolved() -> None:
    text = (
        '@string{aw = "Addison" # { } # "Wesley"}\n@book{k, publisher = aw # ", Inc.", year = 1984}'
    )
    assert _only(text)[0]["publisher"] == "Addison Wesley, Inc."


def test_an_undefined_string_is_kept_and_reported_with_its_line() -> None:
    result = read("@book{k,\n  title = {T},\n  publisher = aw,\n}", "x.bib")
    assert result.references[0].text(TextVariable.PUBLISHER) == "aw"
    assert [(d.code, d.line) for d in result.diagnostics] == [("FMT204", 3)]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2005-22}", single_date(2005, season=2)),
        ("year = 2005, month = jun, day = 1", single_date(2005, 6, 1)),
        ('year = 2005, month = "10~" # jul', single_date(2005, 7, 10)),
        ("year = {2005}, month = {6}", single_date(2005, 6)),
        ("year = {2005}, month = {Summer}", single_date(2005, season=2)),
        ("year = {1998--2001}", DateRange(DateParts(1998), DateParts(2001))),
        ("year = {1998?}", DateRange(DateParts(1998), DateParts(1998), circa=True)),
        ("date = {1998/}", DateRange(DateParts(1998), None)),
        ("year = {in press}", Literal("in press")),
        ("year = {2005}, month = {Michaelmas}", single_date(2005)),
    ],
)
def test_dates_of_both_dialects_are_read(fields: str, date: object) -> None:
    reference = read(f"@misc{{k, {fields}}}", "x.bib").references[0]
    assert reference.dates[DateVariable.ISSUED] == date


def test_a_month_that_is_none_is_kept() -> None:
    reference = read("@misc{k, year = {2005}, month = {Michaelmas}}", "x.bib").references[0]
    assert reference.extra == {"month": "Michaelmas"}


def test_a_broken_entry_is_reported_and_the_next_one_read() -> None:
    result = read("@book{a,\n title = {open\n\n@book{b, title = {B}}\n", "x.bib")
    assert [reference.key for reference in result.references] == ["b"]
    assert [(d.code, d.line, d.column) for d in result.diagnostics] == [("FMT201", 2, 10)]


def test_repeated_entries_are_both_read_and_reported() -> None:
    result = read("@book{a, title = {A}}\n@book{a, title = {B}}\n", "x.bib")
    assert [reference.title for reference in result.references] == ["A", "B"]
    assert [(d.code, d.line) for d in result.diagnostics] == [("FMT202", 2)]


def test_of_a_repeated_field_the_first_counts() -> None:
    result = read("@book{a, title = {A},\n title = {B}}\n", "x.bib")
    assert result.references[0].title == "A"
    assert [(d.code, d.line) for d in result.diagnostics] == [("FMT203", 2)]


def test_an_unknown_type_and_field_are_kept() -> None:
    result = read("@hologram{a, title = {A}, shine = {R\\&D}}\n", "x.bib")
    reference = result.references[0]
    assert reference.type is ItemType.DOCUMENT
    assert reference.extra == {"shine": "R&D", "entrytype": "hologram"}
    assert [d.code for d in result.diagnostics] == ["FMT205"]


def test_particles_follow_useprefix() -> None:
    for option, name in (
        ("", PersonalName("Berg", "J", dropping_particle="van")),
        (", options = {useprefix=true}", PersonalName("Berg", "J", non_dropping_particle="van")),
    ):
        reference = read(f"@misc{{k, author = {{van Berg, J}}{option}}}", "x").references[0]
        assert reference.names[NameVariable.AUTHOR] == (name,)
        assert not reference.extra


def test_what_crossref_and_xdata_give_is_taken_over() -> None:
    text = """@incollection{a, title = {A}, crossref = {b}}
@book{b, title = {B}, editor = {Eel, C.}, xdata = {c}}
@xdata{c, publisher = {P}}"""
    result = read(text, "x.bib")
    assert len(result.references) == 2
    reference = result.references[0]
    assert reference.title == "A"
    assert reference.text(TextVariable.CONTAINER_TITLE) == "B"
    assert reference.text(TextVariable.PUBLISHER) == "P"
    assert reference.names[NameVariable.EDITOR] == (PersonalName("Eel", "C."),)


def test_a_ring_of_crossrefs_ends() -> None:
    result = read("@book{a, crossref = {b}}\n@book{b, crossref = {a}, title = {B}}", "x")
    assert [reference.title for reference in result.references] == ["B", "B"]


@pytest.mark.parametrize(
    ("entry", "values"),
    [
        ("@misc{k, howpublished = {\\url{http://x.org/a_b}}}", {"URL": "http://x.org/a_b"}),
        ("@misc{k, url = {http://x.org/a\\_b\\%20c}}", {"URL": "http://x.org/a_b%20c"}),
        ("@misc{k, doi = {https://doi.org/10.1/x}}", {"DOI": "10.1/x"}),
        ("@misc{k, publisher = {A and B}}", {"publisher": "A; B"}),
        ("@misc{k, publisher = {{A and B}}}", {"publisher": "A and B"}),
        ("@article{k, pages = {1--9}, number = 3}", {"page": "1-9", "issue": "3"}),
        ("@book{k, number = 3}", {"collection-number": "3"}),
        ("@mastersthesis{k, school = {U}}", {"genre": "Master’s thesis", "publisher": "U"}),
        ("@phdthesis{k, type = {Thesis}}", {}),
        ("@article{k, langid = {ngerman}}", {"language": "de"}),
        ("@article{k, title = {Why?}, subtitle = {So}}", {"title": "Why? So"}),
        (
            "@misc{k, eprint = {2101.00001}, archiveprefix = {arXiv}, primaryclass = {cs.CL}}",
            {"number": "arXiv:2101.00001 [cs.CL]"},
        ),
    ],
)
def test_fields_are_read_as_what_they_mean(entry: str, values: dict[str, str]) -> None:
    assert _only(entry)[0] == values


@pytest.mark.parametrize(
    "field",
    [
        "file = {:C\\:\\Users\\x y.pdf:PDF}",
        "xdata = {missing, other}",
        "date-added = {2013-04-09 19:09:56 +0000}",
        "ids = {old\\_2017}",
    ],
)
def test_paths_keys_and_settings_are_not_changed(field: str) -> None:
    reference = read(f"@misc{{k, {field}}}", "x.bib").references[0]
    written = write([reference], WriteOptions()).text
    assert field.partition("=")[2].strip() in written
    assert read(written, "x.bib").references == (reference,)


@pytest.mark.parametrize("value", ["a}b", "{a", "a\\", "a\\}"])
def test_a_path_never_breaks_its_entry(value: str) -> None:
    reference = Reference(CitationKey("k"), extra={"file": value})
    found = read(write([reference, reference], WriteOptions()).text, "x.bib")
    assert len(found.references) == 2
    assert not found.diagnostics


def test_an_access_date_in_a_note_is_found() -> None:
    reference = read("@misc{k, note = {Good (accessed 2012-03)}}", "x").references[0]
    assert reference.text(TextVariable.NOTE) == "Good"
    assert reference.dates[DateVariable.ACCESSED] == single_date(2012, 3)


def test_commentaries_are_no_comments() -> None:
    result = read("@comment{x}\n@commentary{k, title = {T}}\n", "x.bib")
    assert [reference.title for reference in result.references] == ["T"]


def test_numbers_are_kept_as_printed() -> None:
    values, _ = _only("@article{k, volume = {12a}, number = {3-4}}")
    assert values == {NumberVariable.VOLUME: "12a", NumberVariable.ISSUE: "3-4"}


@pytest.mark.parametrize("pattern", ["@book{k, title = {", "@", "@book{", "{", '"', "@a{b,c=d # "])
def test_long_broken_files_are_read(pattern: str) -> None:
    assert read(pattern * (50_000 // len(pattern)), "x.bib").diagnostics
