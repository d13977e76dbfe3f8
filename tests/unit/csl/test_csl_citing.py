"""Citations as small styles print them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.csl.citation import Citation, Cite
from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.reading import read_style

DATA = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "citing.toml").read_text(encoding="utf-8")
)
ITEMS = [read_item({"id": key, **record}) for key, record in DATA["items"].items()]
_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{class}">
<info><title>Case</title><id>case</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation {citation}>{layout}</citation></style>"""


def _processor(name: str) -> Processor:
    return Processor(read_style(_STYLE.format(**DATA["styles"][name]).encode(), name), ITEMS)


def _cite(text: str) -> Cite:
    key, _, locator = text.lstrip("+-").partition("@")
    return Cite(
        key,
        locator=locator,
        suppress_author=text.startswith("-"),
        author_only=text.startswith("+"),
    )


def _citation(text: str) -> Citation:
    note, colon, cites = text.rpartition(": ")
    return Citation(tuple(map(_cite, cites.split())), note_number=int(note) if colon else 0)


@pytest.mark.parametrize("case", DATA["case"], ids=lambda case: case["name"])
def test_citations_print_as_the_style_has_them(case: dict[str, Any]) -> None:
    citations = [_citation(text) for text in case["citations"]]
    rendered = _processor(case["style"]).cite(citations, WRITERS["html"])
    assert [one.text for one in rendered] == case["expected"]


def test_author_in_the_text_stands_apart() -> None:
    citation = Citation((Cite("owl2004", locator="5"),), author_in_text=True)
    (rendered,) = _processor("author-date").cite([citation], WRITERS["text"])
    assert (rendered.author, rendered.text) == ("Owl and Elk", "(2004, 5)")


def test_further_works_of_the_author_in_the_text_do_not_name_them_again() -> None:
    citation = Citation((Cite("fox1999"), Cite("fox2001"), Cite("foxb")), author_in_text=True)
    (rendered,) = _processor("year-letters").cite([citation], WRITERS["text"])
    assert (rendered.author, rendered.text) == ("Fox", "1999a, 2001, 2003")


def test_author_in_the_text_is_named_though_the_note_says_ibid() -> None:
    citations = [
        Citation((Cite("fox2001"),), note_number=1),
        Citation((Cite("fox2001"),), note_number=2, author_in_text=True),
    ]
    *_, rendered = _processor("note").cite(citations, WRITERS["text"])
    assert (rendered.author, rendered.text) == ("Fox", "Ibid.")


def test_a_style_of_numbers_has_no_author_for_the_text() -> None:
    citation = Citation((Cite("foxb"),), author_in_text=True)
    (rendered,) = _processor("numeric").cite([citation], WRITERS["text"])
    assert (rendered.author, rendered.text) == ("", "[4]")


def test_author_alone_in_a_numeric_style_names_the_work_by_its_number() -> None:
    citation = Citation((Cite("foxb", author_only=True),))
    (rendered,) = _processor("numeric").cite([citation], WRITERS["text"])
    assert rendered.text == "Reference 4"


def test_author_of_a_missing_work_is_shown_once() -> None:
    citation = Citation((Cite("nobody"),), author_in_text=True)
    (rendered,) = _processor("author-date").cite([citation], WRITERS["text"])
    assert (rendered.author, rendered.text) == ("", "([?nobody])")


def test_missing_works_are_told() -> None:
    (rendered,) = _processor("note").cite([Citation((Cite("x y"),))], WRITERS["text"])
    assert rendered.missing == ("x y",)
