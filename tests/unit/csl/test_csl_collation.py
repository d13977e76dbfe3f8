"""Sort keys of strings."""

import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.processing.collation import collation_key

LISTS = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "collation.toml").read_text(encoding="utf-8")
)
LANGUAGES = LISTS.pop("languages")


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_as_a_reader_expects(name: str) -> None:
    shuffled = random.Random(name).sample(LISTS[name], len(LISTS[name]))  # noqa: S311  # no secret
    assert sorted(shuffled, key=collation_key) == LISTS[name]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_letters_of_a_language_stand_where_it_has_them(lang: str) -> None:
    shuffled = random.Random(lang).sample(LANGUAGES[lang], len(LANGUAGES[lang]))  # noqa: S311
    assert sorted(shuffled, key=lambda word: collation_key(word, lang)) == LANGUAGES[lang]


@given(st.text())
def test_key_ignores_case_and_never_fails(text: str) -> None:
    assert collation_key(text.lower()) == collation_key(text.lower().casefold())
