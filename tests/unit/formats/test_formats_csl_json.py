"""CSL-JSON as it is written, and as it is found."""

import json
import tomllib
from pathlib import Path

import pytest

from citekit.errors import ReadError
from citekit.fields.csl_dates import date_from_csl, date_to_csl
from citekit.fields.edtf import format_edtf
from citekit.formats.csl_json import to_csl, write
from citekit.formats.csl_json_reader import from_csl, name_from_csl, read
from citekit.formats.results import WriteOptions
from citekit.model.reference import (
    CitationKey,
    DateRange,
    Literal,
    PersonalName,
    Reference,
    single_date,
)
from citekit.model.spans import Origin
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.text.data import load_table

DATES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "formats" / "csl_dates.toml").read_text("utf-8")
)["dates"]


def _table(name: str) -> list[tuple[str, str]]:
    table = load_table("citekit.fields", "csl_json")[name]
    assert isinstance(table, dict)
    return list(table.items())


@pytest.mark.parametrize("row", DATES, ids=lambda row: row["json"])
def test_a_date_is_read(row: dict[str, str]) -> None:
    date = date_from_csl(json.loads(row["json"]))
    if "edtf" in row:
        assert isinstance(date, DateRange)
        assert format_edtf(date) == row["edtf"]
        assert date_from_csl(date_to_csl(date)) == date
    else:
        assert date == Literal(row["literal"])


@pytest.mark.parametrize("value", [None, "", {}, {"date-parts": []}, {"date-parts": [[]]}])
def test_an_empty_date_is_none(value: object) -> None:
    assert date_from_csl(value) is None


def test_an_item_says_everything_about_its_reference() -> None:
    reference = Reference(
        key=CitationKey("k"),
        type=ItemType.ARTICLE_JOURNAL,
        texts={TextVariable.TITLE: "T"},
        numbers={NumberVariable.VOLUME: "12a"},
        dates={DateVariable.ISSUED: single_date(2005, season=2)},
        names={NameVariable.AUTHOR: (PersonalName("Berg", "J", "van"), Literal("others"))},
        origins={TextVariable.TITLE: (Origin("a.txt", 3, 4),)},
        confidence={TextVariable.TITLE: 0.98765},
        aliases=(CitationKey("old"),),
        extra={"groups": "x"},
    )
    assert to_csl(reference) == {
        "id": "k",
        "type": "article-journal",
        "author": [
            {"family": "Berg", "given": "J", "dropping-particle": "van"},
            {"literal": "others"},
        ],
        "issued": {"date-parts": [[2005]], "season": 2},
        "title": "T",
        "volume": "12a",
        "custom": {
            "citekit": {
                "origins": {"title": [["a.txt", 3, 4]]},
                "confidence": {"title": 0.9877},
                "aliases": ["old"],
                "extra": {"groups": "x"},
            }
        },
    }


def test_a_plain_item_has_no_custom_part() -> None:
    assert "custom" not in to_csl(Reference(CitationKey("k")))


def test_names_are_read_in_all_their_forms() -> None:
    assert name_from_csl("WHO") == Literal("WHO")
    assert name_from_csl({"literal": "WHO"}) == Literal("WHO")
    assert name_from_csl({"name": "WHO"}) == Literal("WHO")
    assert name_from_csl({"given": "Plato"}) == PersonalName("Plato")
    assert name_from_csl({"family": "WHO", "isInstitution": "true"}) == Literal("WHO")
    assert name_from_csl({}) is None


def test_numbers_and_lists_are_read_as_text() -> None:
    reference = from_csl({"id": 7, "volume": 12, "title": ["A title"], "page": 3.0, "x": True})
    assert reference.key == "7"
    assert reference.number(NumberVariable.VOLUME) == "12"
    assert reference.number(NumberVariable.PAGE) == "3"
    assert reference.title == "A title"
    assert reference.extra == {"x": "true"}


@pytest.mark.parametrize(("name", "item_type"), _table("types"))
def test_a_foreign_type_is_known(name: str, item_type: str) -> None:
    assert from_csl({"id": "k", "type": name}).type == ItemType(item_type)


@pytest.mark.parametrize(("name", "variable"), _table("variables"))
def test_a_foreign_variable_is_known(name: str, variable: str) -> None:
    assert from_csl({"id": "k", name: "x"}) == from_csl({"id": "k", variable: "x"})


def test_an_unknown_type_is_reported() -> None:
    result = read('[{"id": "k", "type": "hologram"}]', "x.json")
    assert result.references[0].type is ItemType.DOCUMENT
    assert "hologram" in result.diagnostics[0].message


@pytest.mark.parametrize("text", ["", "[", "[" * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_json_is_an_error(text: str) -> None:
    with pytest.raises(ReadError, match=r"x\.json"):
        read(text, "x.json")


def test_what_is_no_item_is_reported() -> None:
    result = read('[1, {"id": "k", "type": "book"}]', "x.json")
    assert [reference.key for reference in result.references] == ["k"]
    assert result.diagnostics[0].code == "FMT201"


def test_the_array_may_stand_in_an_object() -> None:
    assert len(read('{"items": [{"id": "k", "type": "book"}]}', "x").references) == 1


def test_json_is_written_in_utf_8_with_a_line_feed() -> None:
    reference = Reference(CitationKey("k"), texts={TextVariable.TITLE: "김 \ud800"})
    text = write([reference], WriteOptions()).text
    assert text.endswith("]\n")
    assert "김" in text
    assert text.encode("utf-8")
