"""The small parts that drafts are put together with."""

import pytest

from citekit.drafts.affixes import Keeper, markdown_to_csl, restore
from citekit.drafts.citation_key import key_at
from citekit.drafts.latex_affixes import latex_to_csl
from citekit.drafts.locators import terms_of
from citekit.drafts.near_keys import near_keys
from citekit.drafts.notation import LATEX, MARKDOWN
from citekit.drafts.note_labels import fresh_labels
from citekit.drafts.note_marks import Habits, NoteMark, place_marks
from citekit.drafts.splicing import Splice, splice, tail
from citekit.model.spans import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** ***c*** _d_", "<i>a</i> <b>b</b> <b><i>c</i></b> <i>d</i>"),
        ("a_b_c 2*3 * *", "a_b_c 2*3 * *"),
        ("x^2^ H~2~O", "x<sup>2</sup> H<sub>2</sub>O"),
        ("<i>a</i> -- b --- c...", "<i>a</i> – b — c…"),
        ("a\\*b\\ c\nd", "a*b\u00a0c d"),
        ("**a *b**", "<b>a *b</b>"),
    ],
)
def test_markdown_becomes_the_markup_of_csl(text: str, expected: str) -> None:
    assert markdown_to_csl(text, Keeper()) == expected


@pytest.mark.parametrize(
    "piece", ["`a*b*`", "$x$", "[a](b)", "<u>", "&amp;", "[^1]", "\\foo{x}", "~~", "\U000f0000"]
)
def test_what_csl_cannot_say_comes_back_as_it_was(piece: str) -> None:
    keeper = Keeper()
    text = markdown_to_csl(f"see {piece} there", keeper)
    assert piece not in text or piece == "\U000f0000"
    assert restore(text, keeper.kept) == f"see {piece} there"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\emph{a \textbf{b}}~c", "<i>a <b>b</b></i>\u00a0c"),
        (r"\textsc{a} {b} \& 5\%", "<sc>a</sc> b & 5%"),
        (r"``a'' `b' 3--5", "“a” ‘b’ 3–5"),
        (r"\pno~3\psqq", "p. 3ff."),
        (r"\emph{a", "<i>a</i>"),
    ],
)
def test_latex_becomes_the_markup_of_csl(text: str, expected: str) -> None:
    assert latex_to_csl(text, Keeper()) == expected


@pytest.mark.parametrize("text", ["x@a", "1@a", "é@a", "x.@a", "@a@b", "@", "@-", "@{}", "@{a b}"])
def test_these_are_no_keys(text: str) -> None:
    assert key_at(text, text.index("@")) is None


@pytest.mark.parametrize(
    ("text", "hides"), [("-@a", True), (" -@a", True), ("x-@a", False), ("--@a", False)]
)
def test_a_hyphen_hides_the_author_where_it_joins_no_words(text: str, *, hides: bool) -> None:
    mark = key_at(text, text.index("@"))
    assert mark is not None
    assert mark.suppress_author is hides


def test_labels_of_new_notes_are_new() -> None:
    assert fresh_labels([1, 2], frozenset()) == ("1", "2")
    assert fresh_labels([1, 2], frozenset({"2", "cite-1"})) == ("cite-cite-1", "cite-cite-2")


def marked(text: str, **habits: bool) -> str:
    """``text`` with every ``#`` a citation that becomes a mark."""
    marks = [
        NoteMark(Span(at, at + 1), "[^n]", can_move=at > 0)
        for at, letter in enumerate(text)
        if letter == "#"
    ]
    return splice(text, place_marks(text, marks, MARKDOWN, Habits(**habits)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a #.", "a.[^n]"),
        ("a\n#, b", "a,[^n] b"),
        ("a # # b", "a[^n][^n] b"),
        ("a #) b", "a)[^n] b"),
        ("a # -- b", "a[^n] -- b"),
        ("a #* b", "a[^n]* b"),
        ("a  \n#", "a  \n[^n]"),
        ("a\\\n#", "a\\\n[^n]"),
        ("a\r\n#!", "a![^n]"),
        ("#: b", ":[^n] b"),
        ("a。 #", "a。[^n]"),
    ],
)
def test_marks_come_behind_punctuation(text: str, expected: str) -> None:
    assert marked(text) == expected


def test_marks_follow_the_habits_of_a_language() -> None:
    assert marked('"a" #.') == '"a".[^n]'
    assert marked('"a" #.', in_quotes=True) == '"a."[^n]'
    assert marked("a #.", after_punctuation=False) == "a[^n]."


def test_a_comment_of_latex_ends_with_its_line() -> None:
    text = "a % b\n#."
    marks = [NoteMark(Span(6, 7), "N")]
    assert splice(text, place_marks(text, marks, LATEX, Habits())) == "a % b\n.N"
    marks = [NoteMark(Span(2, 3), "N")]
    assert splice("a~#.", place_marks("a~#.", marks, LATEX, Habits())) == "a.N"


def test_splices_that_overlap_are_made_once() -> None:
    splices = [Splice(Span(1, 3), "X"), Splice(Span(2, 4), "Y"), Splice(Span(4, 4), "Z")]
    assert splice("abcdef", splices) == "aXdZef"


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\n\n", "a\r\n"])
def test_paragraphs_at_the_end_stand_apart(text: str) -> None:
    done = splice(text, [tail(text, ("b", "c"))])
    assert done.endswith("b\n\nc\n")
    assert done.startswith(text)
    assert not text or "\n\n" in done[: -len("b\n\nc\n")].replace("\r\n", "\n")


def test_near_keys_are_those_that_are_spelt_alike() -> None:
    assert near_keys("Vos2005", ["voss2005", "may", "voss2006"])[0] == "voss2005"
    assert near_keys("x", ["voss2005"]) == ()


def test_a_doubled_sign_has_the_label_of_the_single_one() -> None:
    terms = terms_of([("§", "paragraph"), ("", "section"), ("§§", "section")])
    assert (terms["§"], terms["§§"]) == ("paragraph", "paragraph")
