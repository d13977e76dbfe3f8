"""Locales: files and styles merged, with fallback."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.csl.locales import has_locale, locale_for
from citekit.csl.locales.files import file_tags
from citekit.csl.locales.tags import normal_tag
from citekit.csl.reading import read_style
from citekit.csl.rendering.ordinals import format_ordinal
from citekit.csl.style_nodes import Style
from citekit.csl.styles import find_style

CASES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "locales.toml").read_text("utf-8")
)
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"
default-locale="{default}">{locales}<citation><layout/></citation></style>"""


def style_with(locales: str, default: str = "") -> Style:
    return read_style(STYLE.format(locales=locales, default=default).encode(), "test.csl")


def style_of(case: dict[str, Any]) -> Style | None:
    return style_with(case["style"], case.get("default", "")) if "style" in case else None


@pytest.mark.parametrize("case", CASES["term"], ids=lambda case: case["name"])
def test_term(case: dict[str, Any]) -> None:
    locale = locale_for(style_of(case), case.get("lang", ""))
    assert locale.term(case["term"], case.get("form", "")) == case["expected"]


@pytest.mark.parametrize("case", CASES["ordinal"], ids=lambda case: case["name"])
def test_ordinals(case: dict[str, Any]) -> None:
    locale = locale_for(style_of(case), case.get("lang", ""))
    found = {number: format_ordinal(int(number), locale) for number in case["numbers"]}
    assert found == {number: f"{number}{suffix}" for number, suffix in case["numbers"].items()}


@pytest.mark.parametrize("tag", CASES["tags"].split())
def test_every_locale_file_is_read(tag: str) -> None:
    assert file_tags(tag)[0] == tag
    locale = locale_for(None, tag)
    assert locale.lang == tag
    assert locale.term("month-01")
    assert set(locale.dates) == {"text", "numeric"}
    assert "punctuation-in-quote" in locale.options


@pytest.mark.parametrize(
    ("tag", "files"),
    [
        ("de-AT", ["de-AT", "de-DE", "en-US"]),
        ("de-DE", ["de-DE", "en-US"]),
        ("en-US", ["en-US"]),
        ("sr-Cyrl", ["sr-Cyrl-RS", "sr-Latn-RS", "en-US"]),
        ("zh-HK", ["zh-TW", "zh-CN", "en-US"]),
        ("tlh", ["en-US"]),
    ],
)
def test_files_go_from_dialect_to_language_to_english(tag: str, files: list[str]) -> None:
    assert list(file_tags(tag)) == files


def test_options_and_dates_of_a_style_go_before_those_of_the_file() -> None:
    style = style_with(
        '<locale><style-options punctuation-in-quote="false"/><date form="numeric">'
        '<date-part name="year"/></date></locale>'
    )
    locale = locale_for(style)
    assert not locale.has_punctuation_in_quote
    assert locale_for(None).has_punctuation_in_quote
    assert [part.name for part in locale.dates["numeric"].parts] == ["year"]
    assert locale.dates["text"] == locale_for(None).dates["text"]


def test_a_word_that_is_put_otherwise_keeps_its_gender() -> None:
    style = style_with(
        '<locale xml:lang="fr"><terms><term name="edition">é</term></terms></locale>'
    )
    found = locale_for(style, "fr").find_term("edition")
    assert found is not None
    assert (found.single, found.gender) == ("é", "feminine")


def test_files_are_merged_once() -> None:
    assert locale_for(None, "de") is locale_for(style_with(""), "de-DE")


@pytest.mark.parametrize("tag", ["", "-", "x", "e" * 99, "\0", "en-", "12", "a-b-c"])
def test_any_text_will_do_for_a_tag(tag: str) -> None:
    assert normal_tag(normal_tag(tag)) == normal_tag(tag)
    assert locale_for(None, tag).term("edition") == "edition"


@pytest.mark.parametrize(
    ("lang", "known"),
    [("de", True), ("de-XX", True), ("no", True), ("german", False), ("xx", False), ("?", False)],
)
def test_a_language_is_known_by_any_of_its_dialects(lang: str, known: bool) -> None:  # noqa: FBT001
    assert has_locale(find_style("apa"), lang) is known
