"""What the tagger sees of a token."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from citekit.refparser.features import LINE_FEATURES, WORD_FEATURES
from citekit.refparser.features.lexicon import classes
from citekit.refparser.features.line import kind
from citekit.refparser.features.rows import feature_rows
from citekit.refparser.labelling import locked_line
from citekit.refparser.locks import find_locks
from citekit.refparser.tokens import tokenize

_CASES = Path(__file__).parents[2] / "cases" / "refparser" / "features.toml"
CASES = tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"]
WORDS = tomllib.loads(
    (files("citekit.refparser") / "data" / "words.toml").read_text(encoding="utf-8")
)
KINDS = {
    "2005": "Y",
    "1399": "4",
    "12": "2",
    "1234567": "6",
    "J": "I",
    "a": "i",
    "XIV": "R",
    "xiv": "r",
    "UNESCO": "U",
    "Doe": "C",
    "McDonald": "m",
    "of": "l",
    "국방": "j",
    "新聞": "j",
    ",": ",",
    "<": "<",
    "<URL>": "<URL",
}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_token_has_the_features_of_its_place(case: dict[str, Any]) -> None:
    text, italics = case["text"], case.get("italics", "")
    at = text.find(italics)
    emphasis = [(at, at + len(italics))] if italics else []
    row = feature_rows(locked_line(text, find_locks(text), emphasis))[case["token"]]
    assert set(case.get("has", ())) <= set(row)
    assert not set(case.get("lacks", ())) & set(row)


@pytest.mark.parametrize(("word", "expected"), KINDS.items())
def test_kinds_of_tokens(word: str, expected: str) -> None:
    assert kind(word) == expected


@pytest.mark.parametrize("label", WORDS)
def test_every_listed_word_is_in_its_class(label: str) -> None:
    assert all(label in classes()[word] for word in WORDS[label].split())


def test_listed_words_are_written_as_tokens_are_looked_up() -> None:
    odd = [word for word in classes() if word != word.lower() or len(tokenize(word)) != 1]
    assert odd == []


def test_a_locked_value_is_one_token() -> None:
    text = "see http://a.example.org/b-c/d.html for more"
    line = locked_line(text, find_locks(text))
    assert [token.text for token in line.tokens] == ["see", "<URL>", "for", "more"]


def test_an_empty_line_has_no_rows() -> None:
    assert feature_rows(locked_line("", ())) == []


def test_registered_features_have_names_of_their_own() -> None:
    names = [feature.name for feature in WORD_FEATURES]
    assert len(set(names)) == len(names)
    assert len(set(LINE_FEATURES)) == len(LINE_FEATURES)
