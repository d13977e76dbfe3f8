"""The table of entry types and fields, row by row, in both directions and both dialects."""

import pytest

from citekit.fields.edtf import format_edtf
from citekit.formats import biblatex, bibtex, bibtex_reader
from citekit.formats.bib_languages import babel_name, language_tag
from citekit.formats.bib_table import (
    Dialect,
    FieldKind,
    FieldRow,
    TypeRow,
    field_rows,
    row_of_type,
    rows_for,
    table_of,
    type_rows,
)
from citekit.formats.results import WriteOptions
from citekit.model.reference import (
    CitationKey,
    DateRange,
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

WRITERS = {Dialect.BIBLATEX: biblatex.write, Dialect.BIBTEX: bibtex.write}
DATE = single_date(2005, 6, 1)
NAMES = (PersonalName("Knuth", "Donald"),)
_VALUES = {FieldKind.PAGES: "12-15", FieldKind.LANGUAGE: "fr", FieldKind.VERBATIM: "10.1000/a_b"}


def _reference(row: FieldRow, item_type: ItemType) -> Reference:
    key, value = CitationKey("k"), _VALUES.get(row.kind, "Some value")
    match row.variable:
        case NameVariable():
            return Reference(key, item_type, names={row.variable: NAMES})
        case DateVariable():
            return Reference(key, item_type, dates={row.variable: DATE})
        case NumberVariable():
            return Reference(key, item_type, numbers={row.variable: value})
        case TextVariable():
            return Reference(key, item_type, texts={row.variable: value})


def _types_of(row: FieldRow) -> list[ItemType]:
    return [item_type for item_type in ItemType if row in rows_for(item_type)]


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("row", field_rows(), ids=lambda row: f"{row.variable}-{row.biblatex}")
def test_a_field_holds_its_variable(row: FieldRow, dialect: Dialect) -> None:
    item_type = _types_of(row)[0]
    reference = _reference(row, item_type)
    text = WRITERS[dialect]([reference], WriteOptions()).text
    dated = dialect is Dialect.BIBTEX and row.biblatex in {"date", "urldate"}
    assert dated or f" {row.field(dialect)} " in text
    assert bibtex_reader.read(text, "x").references == (reference,)


@pytest.mark.parametrize("dialect", Dialect)
@pytest.mark.parametrize("row", type_rows(), ids=lambda row: row.item_type.value)
def test_an_entry_type_stands_for_its_item_type(row: TypeRow, dialect: Dialect) -> None:
    reference = Reference(CitationKey("k"), row.item_type, {TextVariable.TITLE: "Title"})
    text = WRITERS[dialect]([reference], WriteOptions()).text
    assert text.startswith(f"@{row.entry_type(dialect).name}{{k,")
    assert bibtex_reader.read(text, "x").references == (reference,)


@pytest.mark.parametrize("item_type", ItemType)
def test_every_item_type_has_a_row(item_type: ItemType) -> None:
    assert row_of_type(item_type).item_type is item_type


@pytest.mark.parametrize("item_type", ItemType)
def test_every_variable_has_one_field_in_every_type(item_type: ItemType) -> None:
    kinds = (TextVariable, NumberVariable, DateVariable, NameVariable)
    variables = [variable for kind in kinds for variable in kind]
    rows = rows_for(item_type)
    assert sorted(row.variable for row in rows) == sorted(variables)
    for dialect in Dialect:
        fields = [row.field(dialect) for row in rows]
        assert len(fields) == len(set(fields))


@pytest.mark.parametrize(("entry_type", "read_as"), table_of("type_aliases").items())
def test_an_alias_is_read_as_its_entry_type(entry_type: str, read_as: str) -> None:
    texts = [f"@{name}{{k, title = {{T}}}}" for name in (entry_type, read_as)]
    found = [bibtex_reader.read(text, "x").references[0] for text in texts]
    assert found[0].type is found[1].type
    assert not bibtex_reader.read(texts[0], "x").diagnostics


@pytest.mark.parametrize(("field", "read_as"), table_of("field_aliases").items())
def test_an_alias_is_read_as_its_field(field: str, read_as: str) -> None:
    values = {"urldate": "2005-06-01", "langid": "english"}
    texts = [f"@misc{{k, {name} = {{{values.get(read_as, '10')}}}}}" for name in (field, read_as)]
    first, second = (bibtex_reader.read(text, "x").references[0] for text in texts)
    if read_as == "sortkey":
        assert first.extra == {"key": "10"}
    else:
        assert first == second
        assert first.variables


@pytest.mark.parametrize(("key", "meaning"), table_of("keys").items())
def test_words_that_biblatex_translates_are_spelt_out(key: str, meaning: str) -> None:
    reference = bibtex_reader.read(f"@misc{{k, type = {{{key}}}}}", "x").references[0]
    assert reference.text(TextVariable.GENRE) == meaning
    assert f"{{{key}}}" in biblatex.write([reference], WriteOptions()).text
    assert f"{{{meaning}}}" in bibtex.write([reference], WriteOptions()).text


@pytest.mark.parametrize(("tag", "names"), table_of("languages").items())
def test_a_language_has_a_name_in_babel(tag: str, names: str) -> None:
    assert babel_name(tag) == names.split(maxsplit=1)[0]
    assert all(language_tag(name) == tag for name in names.split())


def test_a_region_without_a_name_is_passed_over() -> None:
    assert babel_name("en-ZA") == "english"
    assert babel_name("tlh") == ""


@pytest.mark.parametrize(("name", "title"), table_of("subtitles").items())
def test_subtitles_are_joined_to_their_titles(name: str, title: str) -> None:
    entry = {"title": "incollection", "journaltitle": "article"}.get(title, "incollection")
    text = f"@{entry}{{k, {title} = {{A}}, {name} = {{B}}}}"
    reference = bibtex_reader.read(text, "x").references[0]
    assert "A: B" in {*reference.texts.values(), *reference.extra.values()}


def test_a_date_is_written_in_edtf() -> None:
    assert isinstance(DATE, DateRange)
    assert format_edtf(DATE) == "2005-06-01"
