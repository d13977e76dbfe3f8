"""What the rules on notes share: labels of pages, names as printed, slips, orders, customs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.checker.rules.notes.conventions import Observed, convention, mixture
from citekit.checker.rules.notes.exact_edits import exact_edit, exact_fix
from citekit.checker.rules.notes.ordering import out_of_order
from citekit.checker.rules.notes.page_extent import outside
from citekit.checker.rules.notes.page_labels import page_labels, standard_label
from citekit.checker.rules.notes.printed_names import NameOrder, printed_names
from citekit.checker.rules.notes.slips import close_titles, is_slip, slipped_word
from citekit.checker.rules.notes.wording import differs, quote
from citekit.model.variables import NameVariable, TextVariable
from citekit.pipeline.checking.projects import ProjectFiles, build_project


def paper_of(*notes: str, tail: str = "") -> Paper:
    marks = " ".join(f"Claim.[^{number}]" for number in range(1, len(notes) + 1))
    lines = "\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))
    (paper,) = build_project(ProjectFiles({"a.md": f"{marks}\n\n{lines}\n{tail}"})).papers
    return paper


def mention_of(note: str) -> Mention:
    return paper_of(note).mentions[0]


ARTICLE = 'Jane Doe, "Harbours of the north", *Shipping*, 3:2, 2001, {}.'


@pytest.mark.parametrize(
    ("printed", "plural", "several"),
    [
        ("p. 12", False, False),
        ("pg157", False, False),
        ("pp.12~14", True, True),
        ("pp. 12 f.", True, True),
        ("pp. 12, 15 and 19", True, True),
        ("pages 59-", True, True),
        ("pp. H20-H25", True, True),
        ("S. 12", None, None),
    ],
)
def test_labels_of_pages_are_told_by_number(
    printed: str, *, plural: bool | None, several: bool | None
) -> None:
    labels = list(page_labels(mention_of(ARTICLE.format(printed))))
    if plural is None:
        assert labels == []
        return
    (label,) = labels
    assert (label.is_plural, label.is_several) == (plural, several)


def test_a_year_behind_a_page_is_no_page_and_titles_hold_no_labels() -> None:
    paper = paper_of(
        'Jane Doe, "Harbours on p. 12", *Shipping*, 3:2, p. 9, 2001.',
    )
    assert [label.pages for label in page_labels(paper.mentions[0])] == ["9"]


@pytest.mark.parametrize(
    ("word", "one", "several"),
    [("pg", "p", "pp"), ("pp", "p", "pp"), ("Page", "page", "pages"), ("pgs", "p", "pp")],
)
def test_standard_labels(word: str, one: str, several: str) -> None:
    assert standard_label(word, plural=False) == one
    assert standard_label(word, plural=True) == several


def test_names_keep_the_order_in_which_they_are_printed() -> None:
    tail = '\n## Bibliography\n\nDoe,, Jane A., "Harbours of the north", *Shipping*, 3:2, 2001.\n'
    paper = paper_of(ARTICLE.format("p. 1").replace("Jane Doe", "Jane A. Doe"), tail=tail)
    found = [
        (name.order, name.printed)
        for mention in paper.mentions
        for name in printed_names(mention, NameVariable.AUTHOR)
    ]
    assert found == [
        (NameOrder.GIVEN_FIRST, "Jane A. Doe"),
        (NameOrder.INVERTED, "Doe,, Jane A"),
    ]


def test_a_mention_knows_where_its_values_stand() -> None:
    mention = mention_of('Jane Doe, "The 20<sup>th</sup> *north* wind", *Shipping*, 2001, p. 1.')
    span = mention.place(TextVariable.TITLE)
    assert span is not None
    assert mention.text[span.start : span.end] == "The 20th north wind"
    assert mention.where == "note 1"
    assert mention.is_note
    assert not mention.is_entry


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("practise", "practice", True),
        ("catalog", "catalogue", True),
        ("Harbour", "harbour", False),
        ("ships", "shops", True),
        ("sea", "see", False),
        ("part1", "part2", False),
        ("harbours", "mountains", False),
    ],
)
def test_slips(one: str, other: str, *, slip: bool) -> None:
    assert is_slip(one, other) is slip


def test_titles_are_close_when_one_word_slipped() -> None:
    titles = ("journal of harbours", "journal of harbuors", "journal of mountains", "harbours")
    assert list(close_titles(titles)) == [("journal of harbours", "journal of harbuors")]
    assert slipped_word("Journal of Harbours", "Journal of Harbuors") == ("harbours", "harbuors")
    assert slipped_word("Journal of Harbours", "Journal for Harbuors") is None


@given(st.lists(st.text("abc", max_size=3), max_size=30))
def test_without_what_is_out_of_order_the_rest_is_in_order(keys: list[str]) -> None:
    stray = set(out_of_order(keys))
    rest = [key for number, key in enumerate(keys) if number not in stray]
    assert rest == sorted(rest)
    if keys == sorted(keys):
        assert not stray


@pytest.mark.parametrize(
    ("locator", "pages", "said"),
    [
        ("150", "97--111", "97–111"),
        ("97", "97-111", ""),
        ("99-101", "97–111", ""),
        ("109-121", "97–111", "97–111"),
        ("1130", "1123--31", ""),
        ("1132", "1123--31", "1123–1131"),
        ("12", "e113", ""),
        ("xii", "1--20", ""),
        ("12", "1--5, 9--20", ""),
    ],
)
def test_pages_outside_of_a_range(locator: str, pages: str, said: str) -> None:
    assert outside(locator, pages) == said


def test_a_custom_needs_a_clear_majority() -> None:
    mention = mention_of(ARTICLE.format("p. 1"))
    seen = [Observed(form, mention, 0, 1) for form in "aaab"]
    assert convention(seen) is None
    usual = convention([*seen, Observed("a", mention, 0, 1)])
    assert usual is not None
    assert (usual.form, len(usual.strays), usual.count) == ("a", 1, "4 of 5 times")
    assert mixture(seen) is not None
    assert mixture(seen[:3], fewest=2) is None
    assert convention([]) is None


def test_titles_differ_only_where_neither_is_the_head_of_the_other() -> None:
    assert differs("harbour plan", "harbour planes and ships") is False
    assert differs("harbours of the north", "harbours of the south") is True
    assert differs("harbours of the north", "a quite other matter") is False


def test_long_words_are_cut_in_messages() -> None:
    assert quote("a  b") == "'a b'"
    assert len(quote("x" * 200)) == 62


def test_what_the_file_writes_otherwise_is_not_edited() -> None:
    paper = paper_of('Jane Doe, "The 20<sup>th</sup> wind", *Shipping*, 2001, p. 1.')
    mention = paper.mentions[0]
    start = mention.text.index("20th")
    assert exact_edit(paper, mention, start, start + 4, "x") is None
    edit = exact_edit(paper, mention, 0, 4, "Mary")
    assert edit is not None
    assert exact_fix("Do it", [edit, None]) is None
    assert exact_fix("Do it", []) is None
    fix = exact_fix("Do it", [edit])
    assert fix is not None
    assert fix.is_safe
