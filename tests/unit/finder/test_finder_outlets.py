"""Outlets of the press by their names."""

import pytest

from citekit.finder.outlets import is_acronym, may_be_outlet, outlet_type
from citekit.model.variables import ItemType


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harbour Evening Post", ItemType.ARTICLE_NEWSPAPER),
        ("The Lakeside Times", ItemType.ARTICLE_NEWSPAPER),
        ("Hansong Ilbo", ItemType.ARTICLE_NEWSPAPER),
        ("Neue Uferzeitung Zeitung", ItemType.ARTICLE_NEWSPAPER),
        ("Reuters", ItemType.ARTICLE_NEWSPAPER),
        ("Lakeside Review", ItemType.ARTICLE_MAGAZINE),
        ("Newsweek", ItemType.ARTICLE_MAGAZINE),
        ("Journal of Bridges", ItemType.ARTICLE_JOURNAL),
        ("River Blog", ItemType.POST_WEBLOG),
        ("Post", None),
        ("Ann Arbor", None),
        ("Ministry of Daily News", None),
        ("", None),
    ],
)
def test_tells_what_an_outlet_prints(name: str, kind: ItemType | None) -> None:
    assert outlet_type(name) is kind


@pytest.mark.parametrize(
    ("name", "outlet"), [("QRT", True), ("EU", False), ("Qrt", False), ("Q", False), ("Q2", False)]
)
def test_acronyms_may_be_outlets_unless_they_are_bodies(name: str, *, outlet: bool) -> None:
    assert is_acronym(name) is outlet


@pytest.mark.parametrize("name", ["NATO", "Supreme Court", "Lakeside University", "the UN"])
def test_bodies_are_no_outlets(name: str) -> None:
    assert not may_be_outlet(name)
