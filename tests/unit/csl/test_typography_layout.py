"""Trees laid out: flip-flop, quotation marks, punctuation where pieces meet."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typography_trees import laid_out, locale, rows, shown, tree

from citekit.csl.nodes import PLAIN, Format, Look
from citekit.csl.tree import Node, Output, Tag, plain_text
from citekit.csl.typography import dress, dresser, lay_out, parse_markup, text_of
from citekit.csl.typography.collisions import MENDED

_TEXTS = st.text(alphabet="ab .,;:!?", max_size=5)
_FORMATS = st.sampled_from(
    [None, Format(font_style="italic"), Format(quotes=True), Format(font_weight="bold")]
)
_TREES = st.recursive(
    _TEXTS.filter(bool),
    lambda children: st.builds(
        Node,
        st.lists(children, min_size=1, max_size=4),
        format=_FORMATS,
        delimiter=_TEXTS,
        prefix=_TEXTS,
        suffix=_TEXTS,
    ),
    max_leaves=12,
)


def _letters(text: str) -> str:
    return "".join([letter for letter in text if letter.isalpha()])


@pytest.mark.parametrize("row", rows("tree"), ids=lambda row: str(row["name"]))
def test_tree(row: dict[str, object]) -> None:
    assert laid_out(tree(row["tree"]), row) == row["shows"]


@pytest.mark.parametrize("pair", [a + b for a in ".,;:!?" for b in ".,;:!?"])
def test_two_marks_meet(pair: str) -> None:
    kept = MENDED.get(pair, pair)
    expected = f"a{kept} b"
    content = Node(["a" + pair[0], Node(["b"], prefix=pair[1] + " ")])
    affixes = Node([Node(["a"], suffix=pair[0]), Node(["b"], prefix=pair[1] + " ")])
    delimiter = Node(["a" + pair[0], "b"], delimiter=pair[1] + " ")
    for output in (content, affixes, delimiter):
        assert text_of(lay_out(output, locale("en"))) == expected


@pytest.mark.parametrize("pair", [a + b for a in ".,;:!?" for b in ".,;:!?"])
@pytest.mark.parametrize("name", ["en", "gb"])
def test_two_marks_meet_after_a_quotation(pair: str, name: str) -> None:
    quoted = Node(["a"], format=Format(quotes=True), suffix=pair[0])
    text = text_of(lay_out(Node([quoted, Node(["b"], prefix=pair[1] + " ")]), locale(name)))
    assert "".join([letter for letter in text if letter in ".,;:!?"]) == MENDED.get(pair, pair)
    inside = text[: text.index("”" if name == "en" else "’")]
    assert not any(mark in inside for mark in (";:" if name == "en" else ".,;:!?"))


@given(_TREES)
@pytest.mark.parametrize("name", ["en", "gb", "fr"])
def test_no_letter_is_lost(name: str, output: Output) -> None:
    assert _letters(text_of(lay_out(output, locale(name)))) == _letters(plain_text(output))


@given(_TREES)
def test_neighbouring_runs_differ(output: Output) -> None:
    runs = lay_out(output, locale("en"))
    assert all(run.text for run in runs)
    assert all(one.marks != two.marks for one, two in pairwise(runs))


def test_two_italic_words_are_two_marks() -> None:
    italic = Format(font_style="italic")
    output = Node([Node(["a"], format=italic), Node(["b"], format=italic)])
    assert shown(lay_out(output, locale("en"))) == "{font-style=italic}a{/}{font-style=italic}b{/}"


def test_nothing_gives_no_runs() -> None:
    assert lay_out("", locale("en")) == []


def test_link_stands_around_the_content_alone() -> None:
    output = Node(["10.1/x"], prefix="doi:", suffix=".", tag=Tag.LINK, data="https://x.org")
    assert shown(lay_out(output, locale("en"))) == "doi:{link=https://x.org}10.1/x{/}."


def test_literal_is_left_alone() -> None:
    output = Node(["a.", Node([". $x$."], tag=Tag.LITERAL), Node(["b"], prefix=". ")])
    runs = lay_out(output, locale("en"))
    assert [(run.text, run.is_literal) for run in runs] == [
        ("a.", False),
        (". $x$.", True),
        (". b", False),
    ]


def test_deep_trees_are_laid_out() -> None:
    output: Output = "x"
    for _ in range(200):
        output = Node([output], format=Format(quotes=True))
    assert text_of(lay_out(output, locale("en"))).count("“") == 100


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (Look(prefix="(", suffix=")"), "(u.s. law)"),
        (Look(format=Format(font_style="italic"), suffix="."), "{font-style=italic}u.s. law{/}."),
        (Look(strip_periods=True, suffix="."), "us law."),
        (Look(text_case="capitalize-first"), "U.s. law"),
        (Look(text_case="uppercase", strip_periods=True), "US LAW"),
        (Look(format=Format(quotes=True), prefix="in "), "in “u.s. law”"),
    ],
)
def test_look(look: Look, expected: str) -> None:
    assert shown(lay_out(dress("u.s. law", look, "en"), locale("en"))) == expected


def test_plain_look_changes_nothing() -> None:
    output = Node(["x"])
    assert dress(output, PLAIN, "en") is output


@pytest.mark.parametrize(
    "look", [PLAIN, Look(prefix="a", text_case="title"), Look(strip_periods=True)]
)
def test_nothing_is_dressed_as_nothing(look: Look) -> None:
    assert dresser(look)("", "en") == ""


def test_strip_periods_leaves_affixes_within() -> None:
    inner = Node(["ed.", "tr."], prefix="v. ", delimiter=". ")
    dressed = dress(inner, Look(strip_periods=True), "en")
    assert text_of(lay_out(dressed, locale("en"))) == "v. ed. tr"


def test_only_periods_vanish_whole() -> None:
    assert dress("...", Look(strip_periods=True, prefix="("), "en") == ""


def test_field_keeps_its_tree_through_text_case() -> None:
    dressed = dress(parse_markup("a <i>b.</i>. c"), Look(text_case="uppercase"), "en")
    assert shown(lay_out(dressed, locale("en"))) == "A {font-style=italic}B.{/}. C"
