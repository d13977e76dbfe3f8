"""Tokens of reference strings."""

import tomllib
from pathlib import Path

import pytest

from citekit.refparser.tokens import tokenize

_CASES = Path(__file__).parents[2] / "cases" / "refparser" / "tokens.toml"
CASES = tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_strings_are_cut_into_words_numbers_and_signs(case: dict[str, list[str]]) -> None:
    text = str(case["text"])
    assert [token.text for token in tokenize(text)] == case["tokens"]


def test_offsets_lead_back_to_the_text() -> None:
    text = "  Doe,\tJane (ed.) 국방2020 "
    assert [text[token.start : token.end] for token in tokenize(text)] == [
        token.text for token in tokenize(text)
    ]


def test_white_space_alone_has_no_tokens() -> None:
    assert tokenize(" \n\u00a0\t") == ()
