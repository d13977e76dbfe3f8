"""Items out of CSL-JSON as it is found, and out of references."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.item import Item, Name
from citekit.csl.items import item_from_reference, read_item
from citekit.csl.items.dates import read_date
from citekit.csl.items.names import read_names
from citekit.fields.edtf import format_edtf
from citekit.model.reference import (
    CitationKey,
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

_CASES = Path(__file__).parents[2] / "cases" / "csl"


def _rows(name: str, key: str) -> list[dict[str, object]]:
    rows = tomllib.loads((_CASES / f"{name}.toml").read_text("utf-8"))[key]
    assert isinstance(rows, list)
    return rows


@pytest.mark.parametrize("row", _rows("item_dates", "dates"), ids=lambda row: row["json"])
def test_date(row: Mapping[str, str]) -> None:
    date = read_date(json.loads(row["json"]))
    if isinstance(date, DateRange):
        assert format_edtf(date) == row["edtf"]
    elif isinstance(date, Literal):
        assert date.text == row["literal"]
    else:
        assert "none" in row


@pytest.mark.parametrize("row", _rows("item_names", "names"), ids=lambda row: row["json"])
def test_name(row: Mapping[str, object]) -> None:
    parts = row.get("parts")
    expected = (Name(**parts),) if isinstance(parts, dict) else ()
    assert read_names(json.loads(str(row["json"]))) == expected


@pytest.mark.parametrize(
    ("record", "texts"),
    [
        ({"volume": 12}, {"volume": "12"}),
        ({"volume": 12.0}, {"volume": "12"}),
        ({"title": ["One", "Two"]}, {"title": "One, Two"}),
        ({"title": ""}, {}),
        ({"title": "  "}, {}),
        ({"title": None, "note": True, "DOI": {"a": 1}, "URL": [{}]}, {}),
        ({"shortTitle": "T"}, {"title-short": "T"}),
        ({"shortTitle": "T", "title-short": "U"}, {"title-short": "U"}),
        ({"journalAbbreviation": "J."}, {"container-title-short": "J."}),
        ({"event": "Meeting"}, {"event": "Meeting", "event-title": "Meeting"}),
        ({"event-title": "Meeting"}, {"event": "Meeting", "event-title": "Meeting"}),
        ({"page": "12-15"}, {"page": "12-15", "page-first": "12"}),
        ({"page": "12, 14"}, {"page": "12, 14", "page-first": "12"}),
        ({"page": "iv", "page-first": "v"}, {"page": "iv", "page-first": "v"}),
        ({"DOI": "https://doi.org/10.1/x"}, {"DOI": "https://doi.org/10.1/x"}),
        ({"title": "A &amp; B"}, {"title": "A &amp; B"}),
        ({"my-own": "kept"}, {"my-own": "kept"}),
        ({"note": "genre: Essay\nPMID: 12"}, {"genre": "Essay", "PMID": "12"}),
        ({"note": "A gift.\ngenre: Essay"}, {"note": "A gift.", "genre": "Essay"}),
        ({"note": "See {:genre: Essay} here"}, {"note": "See \n here", "genre": "Essay"}),
        (
            {"note": "genre: Essay\nPMID: 12", "genre": "Talk"},
            {"genre": "Talk", "PMID": "12", "note": "genre: Essay"},
        ),
        ({"note": "a: b\nMind: all"}, {"note": "a: b\nMind: all"}),
        (
            {"note": "One line.\nAnother.\ngenre: Essay"},
            {"note": "One line.\nAnother.\ngenre: Essay"},
        ),
        (
            {"issued": {"date-parts": [[1901]], "season": "Michaelmas"}},
            {"issued-season": "Michaelmas"},
        ),
    ],
)
def test_texts(record: dict[str, object], texts: dict[str, str]) -> None:
    assert read_item(record).texts == texts


def test_id_and_type_are_text() -> None:
    assert read_item({"id": 7, "type": "book"}) == Item("7", "book")
    assert read_item({"citation-key": "k", "type": "journal-article"}) == Item(
        "k", "article-journal"
    )
    assert read_item({"id": ["x"], "type": "unheard-of"}) == Item("x", "unheard-of")
    assert read_item({}) == Item("", "")


def test_variables_of_unknown_names_are_told_by_their_form() -> None:
    item = read_item(
        {
            "inventor": [{"family": "Bell", "given": "A. G."}],
            "patented": {"date-parts": [[1876]]},
            "author": {"family": "Bell"},
        }
    )
    assert item.names["inventor"] == (Name("Bell", "A. G."),)
    assert item.names["author"] == (Name("Bell"),)
    assert item.dates == {"patented": single_date(1876)}


def test_names_dates_and_type_may_stand_in_the_note() -> None:
    note = "type: chapter\neditor: Roe || Ann\neditor: The Club\noriginal-date: 1887-05/1888"
    item = read_item({"type": "book", "note": note})
    assert item.type == "chapter"
    assert item.names == {"editor": (Name("Roe", "Ann"), Name(literal="The Club"))}
    date = item.dates["original-date"]
    assert isinstance(date, DateRange)
    assert format_edtf(date) == "1887-05/1888"
    assert not item.texts


def test_reference_becomes_an_item() -> None:
    reference = Reference(
        key=CitationKey("bell1876"),
        type=ItemType.PATENT,
        texts={TextVariable.TITLE: "Telegraphy"},
        numbers={NumberVariable.PAGE: "1-4"},
        dates={DateVariable.ISSUED: single_date(1876, 3, 7)},
        names={NameVariable.AUTHOR: (PersonalName("Bell", "Alexander"), Literal("others"))},
        extra={"shelf": "B 2", "empty": ""},
    )
    assert item_from_reference(reference) == Item(
        "bell1876",
        "patent",
        {"title": "Telegraphy", "page": "1-4", "page-first": "1", "shelf": "B 2"},
        {"author": (Name("Bell", "Alexander"), Name(literal="others"))},
        {"issued": single_date(1876, 3, 7)},
    )


_KEYS = st.sampled_from(
    ["id", "type", "title", "author", "issued", "page", "event", "custom", "season", "x"]
)
_PARTS = st.sampled_from(
    ["date-parts", "raw", "literal", "season", "circa", "family", "given", "parse-names", "year"]
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_PARTS | st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(_KEYS | st.text(), _VALUES, max_size=6))
def test_no_record_raises(record: dict[str, object]) -> None:
    item = read_item(record)
    assert all(item.texts.values())
    assert all(item.names.values())


def test_enormous_values_do_no_harm() -> None:
    blanks = " " * 200_000
    record = {
        "id": 10**5000,
        "page": f"1{blanks}x",
        "author": [{"family": f"a{blanks}B", "given": f"c{blanks}d"}],
        "issued": {"raw": f"1{blanks}c", "date-parts": [[10**5000]]},
    }
    assert read_item(record).texts["page"].startswith("1")
