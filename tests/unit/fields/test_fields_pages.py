"""Pages and locators."""

import tomllib
from pathlib import Path

import pytest

from citekit.fields.pages import Locator, find_locator, parse_locator, parse_pages
from citekit.text.data import load_mapping

CASES = Path(__file__).parents[2] / "cases" / "fields"
PAGES = {
    printed: expected
    for file in sorted(CASES.glob("pages*.toml"))
    for printed, expected in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
LOCATORS = tomllib.loads((CASES / "locators.toml").read_text(encoding="utf-8"))
CUES = load_mapping("citekit.fields", "locators", "labels")


@pytest.mark.parametrize(("printed", "expected"), PAGES.items())
def test_pages_get_their_normal_form(printed: str, expected: str) -> None:
    assert parse_pages(printed) == expected


@pytest.mark.parametrize(("printed", "expected"), LOCATORS.items())
def test_locator_is_read_as_a_whole(printed: str, expected: str) -> None:
    locator = parse_locator(printed)
    assert (f"{locator.label} {locator.value}" if locator else "") == expected


@pytest.mark.parametrize(("cue", "label"), CUES.items())
def test_cue_word_gives_its_label(cue: str, label: str) -> None:
    assert parse_locator(f"{cue} 17") == Locator(label, "17")
    assert parse_locator(f"{cue}. 17") == Locator(label, "17")


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Hinge, The book (Oxford 1998), pp. 12-15.", "pp. 12-15", "12-15"),
        ("佐藤太郎『海洋』2007年、15-22頁。", "15-22頁", "15-22"),
        ("李明,《海洋》,2013年,第33页。", "第33页", "33"),
        ("Hinge 1998, S. 82 ff.", "S. 82 ff.", "82ff"),
        ("12 J. Law (1998) 45, at 171.", "at 171", "171"),
        ("see above, n. 4, p. 12", "p. 12", "12"),
        ("Hinge, pg.115)", "pg.115", "115"),
    ],
)
def test_last_locator_at_the_end_is_found(text: str, printed: str, value: str) -> None:
    found = find_locator(text)
    assert found is not None
    assert text[found.start : found.end] == printed
    assert found.locator == Locator("page", value)


@pytest.mark.parametrize("text", ["", "Hinge, p. 7 and see there", "The map 12", "Vol", "1998"])
def test_no_locator_at_the_end(text: str) -> None:
    assert find_locator(text) is None
