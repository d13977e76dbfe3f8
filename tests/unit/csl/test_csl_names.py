"""Names print in the order, number and form that the options ask for."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.csl.citation import Position
from citekit.csl.context import Context, Disambiguation, Render
from citekit.csl.item import Item, Name
from citekit.csl.items import read_item
from citekit.csl.locales import locale_for
from citekit.csl.reading import read_style
from citekit.csl.rendering import compile_children, environment
from citekit.csl.tree import Node, Output, Tag, plain_text

CASES = Path(__file__).parents[2] / "cases" / "csl"
NAMES = tomllib.loads((CASES / "names.toml").read_text(encoding="utf-8"))["cases"]

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {style}>
<info><id>names</id><title>Names</title><updated>2024-01-01T00:00:00Z</updated></info>
<locale><terms>{terms}</terms></locale>
<citation {citation}><layout>{names}</layout></citation></style>"""

TWO = '<names variable="author"><name form="short" {options}/></names>'
PEOPLE = (Name("Amsel", "Ada Eva"), Name("Bach", "Ben"), Name("Celan", "Carl"))


def compiled(
    names: str,
    *,
    style: str = "",
    citation: str = "",
    terms: str = "",
    sort_options: Mapping[str, str] | None = None,
) -> Render:
    source = STYLE.format(style=style, citation=citation, terms=terms, names=names)
    parsed = read_style(source.encode(), "names.csl")
    env = environment(parsed, locale_for(parsed), is_citation=True, sort_options=sort_options)
    return compile_children(parsed.citation.layout.children, env)


def context(
    item: Item,
    position: Position = Position.FIRST,
    disambiguation: Disambiguation | None = None,
) -> Context:
    return Context(
        item,
        specials={},
        position=position,
        disambiguation=disambiguation or Disambiguation(),
    )


def people(*names: Name) -> Item:
    return Item("work", "book", names={"author": names or PEOPLE})


def nodes(output: Output, tag: Tag) -> list[Node]:
    if isinstance(output, str):
        return []
    inner = [node for child in output.children for node in nodes(child, tag)]
    return [output, *inner] if output.tag is tag else inner


@pytest.mark.parametrize("case", NAMES, ids=[case["id"] for case in NAMES])
def test_names_print(case: Mapping[str, str]) -> None:
    record = {"id": "work", "type": "book", **json.loads(case["item"])}
    render = compiled(
        case["names"] + case.get("also", ""),
        style=case.get("style", ""),
        citation=case.get("citation", ""),
        terms=case.get("terms", ""),
    )
    assert plain_text(render(context(read_item(record)))) == case["prints"]


def test_later_cites_have_their_own_et_al() -> None:
    render = compiled(
        TWO.format(options='et-al-min="4" et-al-use-first="1" et-al-subsequent-min="3"')
    )
    assert plain_text(render(context(people()))) == "Amsel, Bach, Celan"
    for position in (Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR):
        assert plain_text(render(context(people(), position))) == "Amsel et al."


@pytest.mark.parametrize(
    ("shown", "given_names", "prints"),
    [
        ({}, {}, "Amsel et al."),
        ({0: 2}, {}, "Amsel, Bach, et al."),
        ({0: 3}, {}, "Amsel, Bach, Celan"),
        ({1: 3}, {}, "Amsel et al."),
        ({}, {(0, 0): 1}, "A. E. Amsel et al."),
        ({}, {(0, 0): 2}, "Ada Eva Amsel et al."),
        ({0: 2}, {(0, 1): 1}, "Amsel, B. Bach, et al."),
    ],
)
def test_disambiguation_adds_names_and_given_names(
    shown: Mapping[int, int], given_names: Mapping[tuple[int, int], int], prints: str
) -> None:
    render = compiled(TWO.format(options='et-al-min="3" et-al-use-first="1" initialize-with=". "'))
    ctx = context(people(), disambiguation=Disambiguation(shown=shown, given=given_names))
    assert plain_text(render(ctx)) == prints


def test_a_list_tells_how_it_was_rendered() -> None:
    render = compiled(
        '<names variable="author editor" delimiter=" "><name form="short" et-al-min="2"'
        ' et-al-use-first="1" initialize-with="."/><label prefix=" "/></names>'
    )
    item = Item("work", "book", names={"author": PEOPLE[:1], "editor": PEOPLE[1:]})
    ctx = context(item)
    output = render(ctx)
    author, editor = ctx.lists
    assert (author.index, author.variable, author.shown) == (0, "author", 1)
    assert (editor.index, editor.variable, editor.names, editor.shown) == (
        1,
        "editor",
        PEOPLE[1:],
        1,
    )
    assert author.form_at is not None
    assert [author.form_at(PEOPLE[0], level) for level in range(3)] == [
        "Amsel",
        "A.E. Amsel",
        "Ada Eva Amsel",
    ]
    [names] = nodes(output, Tag.NAMES)
    assert names.data == (author, editor)
    assert [node.data for node in nodes(output, Tag.NAME_LIST)] == [author, editor]
    assert [node.data for node in nodes(output, Tag.NAME)] == [0, 0]
    assert plain_text(nodes(output, Tag.NAME_LIST)[1]) == "Bach et al."


def test_what_stands_for_the_names_is_tagged_as_names() -> None:
    render = compiled(
        '<names variable="author"><substitute><text variable="title"/></substitute></names>'
    )
    ctx = context(Item("work", "book", texts={"title": "Winter"}))
    [names] = nodes(render(ctx), Tag.NAMES)
    assert isinstance(names.data, tuple)
    assert [data.names for data in names.data] == [()]
    assert ctx.lists == []
    assert ctx.suppressed == {"title"}


def test_counts_tell_a_group_whether_names_were_found() -> None:
    render = compiled('<names variable="author"/>')
    ctx = context(people())
    render(ctx)
    assert (ctx.called, ctx.filled) == (1, 1)
    ctx = context(Item("work", "book"))
    assert render(ctx) == ""
    assert (ctx.called, ctx.filled) == (1, 0)


@pytest.mark.parametrize(
    ("demotion", "key"),
    [
        ("never", "der Linde von Jan Jr."),
        ("sort-only", "Linde von der Jan Jr."),
        ("display-and-sort", "Linde von der Jan Jr."),
    ],
)
def test_sort_keys_begin_with_the_family_name(demotion: str, key: str) -> None:
    render = compiled(
        '<names variable="author" prefix="("><name and="text"/><label prefix=", "/></names>',
        style=f'demote-non-dropping-particle="{demotion}"',
        sort_options={},
    )
    linde = Name("Linde", "Jan", "von", "der", "Jr.")
    assert plain_text(render(context(people(linde)))) == key


def test_sort_keys_have_their_own_et_al() -> None:
    options = {"names-min": "3", "names-use-first": "1", "names-use-last": "true"}
    render = compiled(TWO.format(options='et-al-min="2" et-al-use-first="1"'), sort_options=options)
    assert plain_text(render(context(people()))) == "Amsel, Celan"
    render = compiled(TWO.format(options='et-al-min="2" et-al-use-first="1"'), sort_options={})
    assert plain_text(render(context(people()))) == "Amsel"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (Name("Amsel", "Ada"), "Amsel"),
        (Name("Linde", "Jan", "von", "der"), "der Linde"),
        (Name("Rashid", "Harun", "", "al-"), "al-Rashid"),
        (Name(literal="Town Archive"), "Town Archive"),
        (Name(given="Sophronia"), "Sophronia"),
    ],
)
def test_a_short_form_prints_the_family_name_with_its_particle(name: Name, key: str) -> None:
    render = compiled(TWO.format(options=""))
    assert plain_text(render(context(people(name)))) == key


@given(st.lists(st.builds(Name, *[st.text(max_size=12)] * 6), min_size=1, max_size=4))
def test_any_names_can_be_printed(names: list[Name]) -> None:
    for options in ('and="text" initialize-with="."', 'name-as-sort-order="all"'):
        render = RENDERERS.setdefault(options, compiled(LONG.format(options=options)))
        output = render(context(people(*names)))
        assert isinstance(plain_text(output), str)


LONG = '<names variable="author"><name {options} et-al-min="3" et-al-use-first="1"/></names>'
RENDERERS: dict[str, Render] = {}
