"""Merging references of one work."""

from dataclasses import replace
from typing import Any

import pytest
from resolver_rows import reference

from citekit.model.reference import PersonalName, Reference, single_date
from citekit.model.spans import Origin
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.resolver.merging import merge


def merged(*rows: dict[str, Any]) -> Reference:
    """The merger of references read at different places, in the order given and reversed."""
    references = [reference(row, origin=Origin("a.txt", n, n + 1)) for n, row in enumerate(rows)]
    result = merge(references)
    assert merge(references[::-1]) == result
    return result.reference


@pytest.mark.parametrize(
    ("field", "variants", "chosen"),
    [
        ("title", ["Straits", "Straits: a history", "Straits"], "Straits: a history"),
        ("title", ["Straits of Japan", "Straits of Japam", "Straits of Japan"], "Straits of Japan"),
        ("title", ["Straits of Japan", "Straits of Japna"], "Straits of Japan"),
        ("title", ["STRAITS", "Straits", "Straits"], "Straits"),
        (
            "publisher",
            ["Northgate UP", "Northgate UP", "Northgate University Press"],
            "Northgate University Press",
        ),
        (
            "container",
            ["J. Econ. Hist.", "Journal of Economic History"],
            "Journal of Economic History",
        ),
        ("url", ["http://a.example/x", "http://www.a.example/x/"], "http://www.a.example/x/"),
    ],
)
def test_the_fullest_and_best_supported_text_is_chosen(
    field: str, variants: list[str], chosen: str
) -> None:
    (value,) = merged(*({field: variant} for variant in variants)).texts.values()
    assert value == chosen


@pytest.mark.parametrize(
    ("lists", "chosen"),
    [
        ([["Ono, M"], ["Ono, Masao"], ["Ono, M"]], ["Ono, Masao"]),
        ([["Ono"], ["Ono, Masao"]], ["Ono, Masao"]),
        ([["Ono, Masao", "=others"], ["Ono, Masao", "Abe, K."]], ["Ono, Masao", "Abe, K."]),
        ([["Rao, Anil"], ["Rao, Anil"], ["Anil, Rao"]], ["Rao, Anil"]),
        ([["Wang, Y.", "Wang, Yan"], ["Wang, Yan", "Wang, Y."]], ["Wang, Y.", "Wang, Yan"]),
        ([["Li, Jun", "Li, J."], ["Li, J.", "Li, Jia"]], ["Li, Jun", "Li, J."]),
        ([["Bergmann, Evelin"], ["Bergmann, Eveliin"], ["Bergmann, Evelin"]], ["Bergmann, Evelin"]),
    ],
)
def test_names_take_their_fullest_supported_form(lists: list[list[str]], chosen: list[str]) -> None:
    result = merged(*({"author": names} for names in lists))
    assert result.names == reference({"author": chosen}).names


def test_a_full_date_is_kept_over_a_year_and_a_year_over_words() -> None:
    rows: list[dict[str, Any]] = [
        {"year": 2005},
        {"year": 2005, "season": 2},
        {"date": "forthcoming"},
    ]
    assert merged(*rows).dates == {DateVariable.ISSUED: single_date(2005, season=2)}


def test_volume_and_issue_printed_as_one_are_parted() -> None:
    result = merge([reference({"issue": "20,2"}), reference({"volume": 20, "issue": 2})])
    assert result.reference.numbers == {NumberVariable.VOLUME: "20", NumberVariable.ISSUE: "2"}
    assert not result.conflicts


def test_a_bare_number_is_not_kept_as_volume_and_issue_both() -> None:
    assert merged({"volume": 173}, {"issue": 173}).numbers == {NumberVariable.ISSUE: "173"}


def test_the_longer_page_range_is_kept() -> None:
    assert merged({"page": "12"}, {"page": "12-31"}).numbers == {NumberVariable.PAGE: "12-31"}


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([{"type": "document"}, {"type": "document"}, {"type": "chapter"}], "chapter"),
        (
            [{"type": "article-newspaper"}, {"type": "article-journal", "volume": 3}],
            "article-journal",
        ),
        (
            [
                {"type": "article-newspaper", "year": 2005, "month": 6, "day": 2},
                {"type": "article-journal"},
            ],
            "article-newspaper",
        ),
    ],
)
def test_the_type_is_the_one_that_says_most(rows: list[dict[str, Any]], kind: str) -> None:
    assert merged(*rows).type is ItemType(kind)


def test_all_origins_are_kept() -> None:
    result = merged({"title": "Straits of Japan"}, {"title": "Straits of Japam"})
    assert result.origins[TextVariable.TITLE] == (Origin("a.txt", 0, 1), Origin("a.txt", 1, 2))


def test_a_conflict_names_both_values_and_the_place_of_the_other() -> None:
    references = [
        reference({"volume": number}, origin=Origin("a.txt", n, n + 1))
        for n, number in enumerate((20, 21, 20))
    ]
    (conflict,) = merge(references).conflicts
    assert (conflict.variable, conflict.chosen, conflict.others) == ("volume", "20", ("21",))
    assert conflict.place == Origin("a.txt", 1, 2)


def test_confidence_is_the_highest_and_lower_where_values_conflict() -> None:
    less: dict[Variable, float] = {TextVariable.TITLE: 0.5}
    sure: dict[Variable, float] = {TextVariable.TITLE: 0.9}
    agreed = [replace(reference({"title": "Straits"}), confidence=c) for c in (sure, less)]
    assert merge(agreed).reference.confidence == sure
    other = replace(reference({"title": "Ferries"}), confidence=sure)
    assert merge([*agreed, other]).reference.confidence[TextVariable.TITLE] < 0.9


def test_what_an_entry_with_a_key_says_beats_a_mention() -> None:
    known = reference({"key": "k", "title": "Straits of Japan"})
    mentions = [reference({"title": "Straits of Japam"})] * 3
    assert merge([known, *mentions]).reference.title == "Straits of Japan"


def test_nothing_merges_to_nothing() -> None:
    assert merge([]).reference == Reference()
    assert PersonalName("Ono") in merged({"author": ["Ono"]}).names[NameVariable.AUTHOR]
