"""Forms for comparison and scanning."""

import pytest

from citekit.text.folding import fold, straighten, strip_markup


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller & Søn: “Straße”", "muller and son strasse"),
        ("Łódź–Gdańsk", "lodz gdansk"),
        ("Ægir, Œuvre, Þór, ĐÐ", "aegir oeuvre thor dd"),
        ("İstanbul ılık", "istanbul ilik"),
        ("ﬁne ㎏ ²", "fine kg 2"),
        ("Ёлка й", "елка и"),
        ("김영수", "김영수"),
        ("がぎ", "がぎ"),
        ("O'Brien's_book", "o brien s book"),
        ("  ...  ", ""),
        ("\ud800a\x00b", "a b"),
        ("", ""),
    ],
)
def test_fold_leaves_plain_letters_and_digits(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_composed_and_decomposed_letters_fold_alike() -> None:
    assert fold("김é") == fold("김é")


@pytest.mark.parametrize("quote", "‘’‚‛‹›′´")
def test_single_quotes_are_straightened(quote: str) -> None:
    assert straighten(quote) == "'"


@pytest.mark.parametrize("quote", "“”„‟«»″")
def test_double_quotes_are_straightened(quote: str) -> None:
    assert straighten(quote) == '"'


@pytest.mark.parametrize("dash", "‐‑‒–—―−")
def test_dashes_are_straightened(dash: str) -> None:
    assert straighten(dash) == "-"


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003", "\u2009", "\u202f", "\u3000"])
def test_blanks_are_straightened(blank: str) -> None:
    assert straighten(blank) == " "


def test_tilde_and_line_breaks_stay() -> None:
    assert straighten("11~20～\n\t") == "11~20～\n\t"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<i>Title</i> of <sup>2</sup>", "Title of 2"),
        ('<span class="nocase">DNA</span>', "DNA"),
        ("a < b > c <em>x</em>", "a < b > c <em>x</em>"),
        ("<span <span", "<span <span"),
    ],
)
def test_only_csl_markup_is_stripped(text: str, plain: str) -> None:
    assert strip_markup(text) == plain
