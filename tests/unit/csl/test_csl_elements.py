"""Elements of a style, each for one record."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from rendered_element import rendered, rendered_text, style_of

from citekit.csl.context import Context
from citekit.csl.items import read_item
from citekit.csl.locales import locale_for
from citekit.csl.nodes import TextMacro
from citekit.csl.processing.tree_parts import find_first
from citekit.csl.rendering import compile_children, compile_element, environment
from citekit.csl.rendering.sort_values import compile_sort_variable
from citekit.csl.style_nodes import Style
from citekit.csl.tree import Node, Tag, plain_text
from citekit.errors import StyleError


def _cases(name: str) -> list[dict[str, Any]]:
    path = Path(__file__).parents[2] / "cases" / "csl" / f"{name}.toml"
    cases: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return cases


@pytest.mark.parametrize("case", _cases("elements"), ids=lambda case: case["name"])
def test_element(case: dict[str, Any]) -> None:
    assert rendered_text(case, case.get("record", {})) == case["expected"]


@pytest.mark.parametrize("case", _cases("rendered_dates"), ids=lambda case: case["name"])
def test_date(case: dict[str, Any]) -> None:
    record = {"issued": case["issued"]} if "issued" in case else {}
    assert rendered_text(case, record) == case["expected"]


@pytest.mark.parametrize(
    ("variable", "value", "address"),
    [
        ("DOI", "10.1234/abc", "https://doi.org/10.1234/abc"),
        ("DOI", "https://doi.org/10.1234/abc", "https://doi.org/10.1234/abc"),
        ("URL", "http://example.org/a", "http://example.org/a"),
        ("PMID", "1234", "https://www.ncbi.nlm.nih.gov/pubmed/1234"),
        ("PMCID", "PMC12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"),
    ],
)
@pytest.mark.parametrize("prefix", ["", "see https://doi.org/"])
def test_links_lead_to_an_address(variable: str, value: str, address: str, prefix: str) -> None:
    case = {"elements": f'<text variable="{variable}" prefix="{prefix}"/>'}
    output = rendered(case, {variable: value})
    link = find_first(output, Tag.LINK)
    assert isinstance(link, Node)
    assert link.data == address
    assert plain_text(output) == prefix + value
    assert plain_text(link) == prefix.removeprefix("see ") + value


def test_a_citation_number_is_an_integer() -> None:
    style = style_of('<text variable="citation-number" prefix="["/>')
    env = environment(style, locale_for(style), is_citation=True)
    ctx = Context(read_item({"id": "x"}), specials={"citation-number": "12"})
    node = find_first(
        compile_children(style.citation.layout.children, env)(ctx), Tag.CITATION_NUMBER
    )
    assert isinstance(node, Node)
    assert node.data == 12


def test_a_macro_that_is_missing_is_a_fault_of_the_style() -> None:
    style = style_of('<text value="x"/>')
    env = environment(style, locale_for(style), is_citation=True)
    with pytest.raises(StyleError, match="'gone'"):
        compile_element(TextMacro("gone"), env)


def test_a_macro_that_calls_itself_is_a_fault_of_the_style() -> None:
    sane = style_of('<text value="x"/>')
    macros = {"a": (TextMacro("b"),), "b": (TextMacro("a"),)}
    style = Style(sane.class_, sane.citation, macros=macros)
    env = environment(style, locale_for(style), is_citation=True)
    with pytest.raises(StyleError, match="a → b → a"):
        compile_element(TextMacro("a"), env)


def _sort_value(variable: str, record: dict[str, object]) -> str:
    style = style_of('<text value="x"/>')
    env = environment(style, locale_for(style), is_citation=False, sort_options={})
    item = read_item({"id": "x", "type": "book", **record})
    return plain_text(compile_sort_variable(variable, env)(Context(item, specials={})))


def _dated(*parts: list[int]) -> dict[str, object]:
    return {"issued": {"date-parts": list(parts)}}


@pytest.mark.parametrize(
    ("variable", "records"),
    [
        (
            "issued",
            [
                _dated([-100, 7]),
                _dated([-44, 3]),
                _dated([54]),
                _dated([1999]),
                _dated([1999, 2]),
                _dated([1999, 2, 3]),
                _dated([1999, 2, 3], [1999, 2, 4]),
                _dated([1999, 10]),
                _dated([12000]),
            ],
        ),
        ("volume", [{"volume": "2"}, {"volume": "12"}, {"volume": "13b"}, {"volume": "100"}]),
    ],
)
def test_values_sort_as_what_they_mean(variable: str, records: list[dict[str, object]]) -> None:
    values = [_sort_value(variable, record) for record in records]
    assert values == sorted(values)
    assert len(set(values)) == len(values)


def test_no_value_sorts_as_nothing() -> None:
    for variable in ("issued", "title", "author", "volume"):
        assert _sort_value(variable, {}) == ""


def test_a_date_in_words_sorts_as_nothing() -> None:
    assert _sort_value("issued", {"issued": {"literal": "in press"}}) == ""


def test_markup_does_not_sort() -> None:
    assert _sort_value("title", {"title": "<i>Weather</i> reports"}) == "Weather reports"


def test_a_date_in_a_macro_sorts_by_the_parts_it_shows() -> None:
    before = '<macro name="m"><date variable="issued" form="text" date-parts="year"/></macro>'
    style = style_of('<text macro="m"/>', before=before)
    env = environment(style, locale_for(style), is_citation=True, sort_options={})

    def value(*parts: int) -> str:
        item = read_item({"id": "x", **_dated(list(parts))})
        return plain_text(env.macro("m", env)(Context(item, specials={})))

    assert value(1999, 2) == value(1999, 10) < value(2000)


def test_words_in_the_place_of_a_date_do_not_sort() -> None:
    before = (
        '<macro name="m"><choose><if variable="issued"><date variable="issued" form="numeric"/>'
        '</if><else><text term="no date"/></else></choose></macro>'
    )
    style = style_of('<text macro="m"/>', before=before)
    env = environment(style, locale_for(style), is_citation=True, sort_options={})
    assert env.macro("m", env)(Context(read_item({"id": "x"}), specials={})) == ""
