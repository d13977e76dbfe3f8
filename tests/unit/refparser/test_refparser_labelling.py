"""Labels of reference strings."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from citekit.model.citation import Label
from citekit.refparser.features.line import Line
from citekit.refparser.labelling import label_reference
from citekit.refparser.tagging.tagger import Tagger, TokenSpan
from citekit.refparser.tokens import tokenize

_CASES = Path(__file__).parents[2] / "cases" / "refparser" / "labels.jsonl"
CASES = [json.loads(row) for row in _CASES.read_text(encoding="utf-8").splitlines()]


class Dictated(Tagger):
    """A tagger that answers with the states of given spans, in tokens."""

    def __init__(self, *spans: tuple[int, int, str]) -> None:
        """Takes the spans."""
        self._dictated = spans

    def tag(
        self, lines: Sequence[Line], locked: Sequence[Mapping[int, str]] = ()
    ) -> list[list[TokenSpan]]:
        """The spans, each half sure, where no token is locked, and the locked tokens."""
        return [self._beside(of_line) for _, of_line in zip(lines, locked, strict=True)]

    def _beside(self, locked: Mapping[int, str]) -> list[TokenSpan]:
        free = [x for x in self._dictated if not any(x[0] <= i < x[1] for i in locked)]
        known = [(i, i + 1, variable) for i, variable in locked.items()]
        return [TokenSpan(*span, 0.5) for span in sorted((*free, *known))]


def values(text: str, labels: tuple[Label, ...]) -> list[tuple[str, str]]:
    return [(label.variable, text[label.start : label.end]) for label in labels]


def canonical(text: str, start: int, end: int) -> str:
    return text[start:end].rstrip(".")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_plain_references_are_labelled_without_error(case: dict[str, Any]) -> None:
    text = case["text"]
    expected = [(name, canonical(text, start, end)) for start, end, name in case["labels"]]
    assert values(text, label_reference(text)) == expected


def test_italics_decide_where_the_title_ends() -> None:
    text = "Jane Doe, Of Ships and Shoes, Harbour Notes, 2004."
    at = text.index("Harbour")
    labels = label_reference(text, [(at, at + len("Harbour Notes"))])
    assert ("container-title", "Harbour Notes") in values(text, labels)


def test_outer_punctuation_and_unpaired_brackets_are_cut() -> None:
    text = "(“Title (a study)”, 2005)"
    labels = label_reference(text, tagger=Dictated((0, 9, "title"), (9, 11, "issued")))
    assert values(text, labels) == [("title", "Title (a study)"), ("issued", "2005")]


def test_a_value_of_punctuation_alone_is_dropped() -> None:
    assert label_reference("Doe, —", tagger=Dictated((1, 3, "title"))) == ()


@pytest.mark.parametrize(
    "title",
    [
        "A ‘virtual front’",
        "A 'virtual front'",
        "The “front”",
        "The state’s ‘end’",
        "Un «mot»",
        "“Old” law",
        "Title (part 2)",
    ],
)
def test_a_pair_of_marks_within_a_title_is_whole(title: str) -> None:
    text = f"{title}, 2005"
    size = len(tokenize(title))
    assert values(text, label_reference(text, tagger=Dictated((0, size, "title")))) == [
        ("title", title)
    ]


def test_the_quotation_around_a_title_is_no_part_of_it() -> None:
    text = "‘The state’s end’, 2005"
    labels = label_reference(text, tagger=Dictated((0, 7, "title")))
    assert values(text, labels) == [("title", "The state’s end")]


def test_neighbours_of_one_kind_are_one_value() -> None:
    text = "Doe, Jane and Roe"
    tagger = Dictated((0, 3, "author"), (4, 5, "author"))
    assert values(text, label_reference(text, tagger=tagger)) == [("author", text)]


def test_a_locked_value_wins_over_the_tagger() -> None:
    text = "Title http://a.example.org/b more"
    labels = label_reference(text, tagger=Dictated((0, 3, "title")))
    assert values(text, labels) == [("URL", "http://a.example.org/b")]
    assert labels[0].confidence == 1


def test_the_resolver_is_no_part_of_a_doi() -> None:
    text = "x https://doi.org/10.5555/abc"
    assert values(text, label_reference(text, tagger=Dictated())) == [("DOI", "10.5555/abc")]


def test_a_second_title_is_what_contains_the_first() -> None:
    text = "One in Roe (ed.), Two"
    tagger = Dictated((0, 1, "title"), (2, 3, "editor"), (8, 9, "title"))
    assert values(text, label_reference(text, tagger=tagger)) == [
        ("title", "One"), ("editor", "Roe"), ("container-title", "Two"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "taken_for", "variables"),
    [
        ("Ann Lee and Berg, Tomas ed.", "editor", ["editor"]),
        ("Ann Lee and Berg, Tomas ed.", "publisher", ["editor"]),
        ("Ann Lee and Berg, second ed.", "editor", ["editor", "edition"]),
        ("Ann Lee and Berg, 2nd ed.", "publisher", ["publisher", "edition"]),
    ],
)
def test_a_name_before_ed_is_no_edition(text: str, taken_for: str, variables: list[str]) -> None:
    tagger = Dictated((0, 4, taken_for), (5, len(tokenize(text)) - 2, "edition"))
    assert [label.variable for label in label_reference(text, tagger=tagger)] == variables


def test_a_body_with_its_acronym_before_year_and_title_is_the_author() -> None:
    text = "Wall Research Council (WRC). 2015. Standards"
    tagger = Dictated((0, 6, "title"), (7, 8, "issued"), (9, 10, "container-title"))
    assert values(text, label_reference(text, tagger=tagger)) == [
        ("author", "Wall Research Council (WRC)"), ("issued", "2015"), ("title", "Standards"),
    ]  # fmt: skip


def test_a_title_before_the_year_stays_one_without_an_acronym() -> None:
    text = "Wall Standards. 2015. Annals"
    tagger = Dictated((0, 2, "title"), (3, 4, "issued"), (5, 6, "container-title"))
    assert [label.variable for label in label_reference(text, tagger=tagger)] == [
        "title", "issued", "container-title",
    ]  # fmt: skip


def test_a_number_after_the_volume_is_an_issue_if_pages_follow() -> None:
    text = "49:3, p. 7"
    tagger = Dictated((0, 1, "volume"), (2, 3, "page"), (6, 7, "page"))
    assert values(text, label_reference(text, tagger=tagger)) == [
        ("volume", "49"), ("issue", "3"), ("page", "7"),
    ]  # fmt: skip


def test_a_number_after_the_volume_stays_a_page_if_none_follows() -> None:
    text = "49:3, 2005"
    tagger = Dictated((0, 1, "volume"), (2, 3, "page"), (4, 5, "issued"))
    assert [label.variable for label in label_reference(text, tagger=tagger)] == [
        "volume", "page", "issued",
    ]  # fmt: skip


def test_confidence_is_the_likelihood_of_the_span() -> None:
    (label,) = label_reference("A title", tagger=Dictated((0, 2, "title")))
    assert label.confidence == 0.5


def test_only_the_beginning_of_a_very_long_string_is_labelled() -> None:
    text = "word " * 4000 + "http://a.example.org/b"
    assert all(label.end <= 5000 for label in label_reference(text))


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "...", "\ud83d Doe, 2005"])
def test_odd_strings_are_taken(text: str) -> None:
    assert all(label.end <= len(text) for label in label_reference(text))


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        (
            "Gray, Ann. 2002. XML Schema. Delta & Associates.",
            ((0, 3, "author"), (4, 5, "issued"), (6, 12, "publisher")),
            [("author", "Gray, Ann"), ("title", "XML Schema"), ("publisher", "Delta & Associates")],
        ),
        (
            "XML Schema. 2004. World Wide Web Consortium (W3C).",
            ((0, 2, "author"), (3, 4, "issued"), (5, 13, "title")),
            [("title", "XML Schema"), ("publisher", "World Wide Web Consortium (W3C)")],
        ),
        (
            "Jane Doe. 2004. A Wide Web.",
            ((0, 2, "author"), (3, 4, "issued"), (5, 8, "title")),
            [("author", "Jane Doe"), ("title", "A Wide Web")],
        ),
        (
            "Komitet Redakcyjny. 2000. Szkice. Znak.",
            ((0, 2, "title"), (3, 4, "issued"), (5, 6, "container-title"), (7, 8, "publisher")),
            [("author", "Komitet Redakcyjny"), ("title", "Szkice"), ("publisher", "Znak")],
        ),
    ],
)
def test_what_stands_on_either_side_of_a_year_is_told_apart(
    text: str, spans: tuple[tuple[int, int, str], ...], expected: list[tuple[str, str]]
) -> None:
    found = values(text, label_reference(text, tagger=Dictated(*spans)))
    assert [value for value in found if value[0] != "issued"] == expected
