"""Languages, scripts and capitals of titles."""

import tomllib
from pathlib import Path

import pytest

from citekit.text.casing import proper_noun_spans
from citekit.text.language import guess_language
from citekit.text.script import Script, is_cjk, script_of

CASES = Path(__file__).parents[2] / "cases" / "text"
LANGUAGES = tomllib.loads((CASES / "languages.toml").read_text(encoding="utf-8"))
PROPER_NOUNS = tomllib.loads((CASES / "proper_nouns.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("title", "language"), LANGUAGES.items())
def test_language_is_told_or_left_open(title: str, language: str) -> None:
    assert guess_language(title) == language


@pytest.mark.parametrize(("title", "words"), PROPER_NOUNS.items())
def test_words_that_keep_their_capitals(title: str, words: list[str]) -> None:
    assert [title[start:end] for start, end in proper_noun_spans(title)] == words


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Korea 2000", Script.LATIN),
        ("ﬁn", Script.LATIN),
        ("한국", Script.HANGUL),
        ("日本", Script.HAN),
        ("ひらがな", Script.HIRAGANA),
        ("カタカナ", Script.KATAKANA),
        ("Право", Script.CYRILLIC),
        ("Δίκη", Script.GREEK),
        ("قانون", Script.ARABIC),
        ("חוק", Script.HEBREW),
        ("न्याय", Script.OTHER),
        ("12, 34", Script.COMMON),
        ("“—”", Script.COMMON),
        ("", Script.COMMON),
        ("abc 한", Script.LATIN),
    ],
)
def test_script_of_most_letters(text: str, script: Script) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("text", "expected"), [("日本のABC", True), ("abc 한", False), ("", False), ("12", False)]
)
def test_cjk_when_half_of_the_letters_are(text: str, expected: bool) -> None:  # noqa: FBT001  # a table's column
    assert is_cjk(text) is expected
