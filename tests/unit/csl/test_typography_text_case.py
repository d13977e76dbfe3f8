"""Every value of text-case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typography_trees import laid_out, rows

from citekit.csl.nodes import Format
from citekit.csl.tree import Node, Tag, plain_text
from citekit.csl.typography import apply_text_case, parse_markup
from citekit.csl.typography.capitals import title_capitals
from citekit.text.data import load_words

_VALUES = ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"]
_STOP_WORDS = load_words("citekit.csl.typography", "text_case", "stop_words")


@pytest.mark.parametrize("row", rows("case"), ids=lambda row: str(row["name"]))
def test_text_case(row: dict[str, object]) -> None:
    output = parse_markup(str(row["text"]))
    written = apply_text_case(output, str(row["case"]), str(row.get("language", "en")))
    assert laid_out(written, row) == row["shows"]


@pytest.mark.parametrize("word", sorted(_STOP_WORDS))
def test_stop_word_stays_small_amid_a_title(word: str) -> None:
    assert title_capitals(f"one {word} two") == (0, 5 + len(word))


@pytest.mark.parametrize("text_case", _VALUES)
def test_nothing_stays_nothing(text_case: str) -> None:
    assert apply_text_case("", text_case, "en") == ""


@pytest.mark.parametrize("text_case", _VALUES)
@given(text=st.text(alphabet="abcÉß <>/i\"'“”’:-.", max_size=40))
def test_letters_are_kept(text_case: str, text: str) -> None:
    output = parse_markup(text)
    written = apply_text_case(output, text_case, "en")
    assert plain_text(written).casefold() == plain_text(output).casefold()


def test_affixes_of_a_macro_take_part() -> None:
    node = Node(["smith"], prefix="edited by ", suffix=", ed.")
    assert plain_text(apply_text_case(node, "capitalize-first", "en")) == "Edited by smith, ed."
    assert plain_text(apply_text_case(node, "uppercase", "en")) == "EDITED BY SMITH, ED."


def test_delimiters_only_part() -> None:
    node = Node(["a tale", "of two"], delimiter=" and ")
    assert plain_text(apply_text_case(node, "title", "en")) == "A Tale and of Two"


def test_small_capitals_of_a_style_are_no_protection() -> None:
    node = Node(["smith"], format=Format(font_variant="small-caps"))
    assert plain_text(apply_text_case(node, "uppercase", "en")) == "SMITH"


def test_literal_markup_stays() -> None:
    node = Node([Node([r"\emph{x}"], tag=Tag.LITERAL), " y"])
    assert plain_text(apply_text_case(node, "uppercase", "en")) == r"\emph{x} Y"


def test_nothing_is_changed_in_place() -> None:
    node = Node(["smith"], prefix="by ")
    apply_text_case(node, "uppercase", "en")
    assert plain_text(node) == "by smith"
