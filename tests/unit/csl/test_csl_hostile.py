"""Styles and items that are hostile or extreme: bounded work, bounded depth, plain messages."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from citekit.csl import WRITERS, Citation, Cite, Item, Processor, Style, find_style, read_item
from citekit.csl.context import Disambiguation
from citekit.csl.processing.disambiguation import (
    AmbiguousCite,
    DisambiguationOptions,
    disambiguate,
)
from citekit.csl.reading import read_style
from citekit.errors import StyleError

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
FRAMES = 200
"""How deep in a program the engine may be called, of Python's 1,000."""


def style_of(layout: str, macros: str = "") -> Style:
    text = f"{HEAD}{macros}<citation><layout>{layout}</layout></citation></style>"
    return read_style(text.encode(), "test.csl")


def cited(style: Style, *items: Item) -> str:
    return Processor(style, items).cite([Citation((Cite(items[0].id),))], WRITERS["html"])[0].text


def called_deep(call: Callable[[], str], frames: int) -> str:
    return call() if not frames else called_deep(call, frames - 1)


def deepest_style() -> Style:
    """As many elements inside one another as are allowed, every one of them with a look."""
    group = '<group quotes="true" prefix="(" suffix=")" font-style="italic"><text value="x"/>'
    inner = f"{group * 56}<text variable='title' quotes='true'/>{'</group>' * 56}"
    outer = f"{group * 56}<text macro='m'/>{'</group>' * 56}"
    return style_of(outer, f"<macro name='m'>{inner}</macro>")


@pytest.mark.parametrize("title", ["“‘" * 60 + "x" + "’”" * 60, '<i>"' * 60 + "x" + '"</i>' * 60])
def test_the_deepest_markup_in_the_deepest_style_leaves_room_to_the_caller(title: str) -> None:
    style, item = deepest_style(), read_item({"id": "a", "type": "book", "title": title})
    assert "x" in called_deep(lambda: cited(style, item), FRAMES)


def test_a_long_word_is_cut_short_in_the_message() -> None:
    with pytest.raises(StyleError, match="text-case='ttt") as raised:
        style_of(f'<text variable="title" text-case="{"t" * 100_000}"/>')
    assert len(str(raised.value)) < 1000


def test_a_long_circle_is_cut_short_in_the_message() -> None:
    macros = "".join(
        f'<macro name="m{n}"><text macro="m{(n + 1) % 3000}"/></macro>' for n in range(3000)
    )
    with pytest.raises(StyleError, match="without end: m0 -> m1") as raised:
        style_of('<text macro="m0"/>', macros)
    assert len(str(raised.value)) < 1000


def test_a_thousand_faults_are_counted_not_all_told() -> None:
    with pytest.raises(StyleError, match="and 900 faults more") as raised:
        style_of('<text variable="titl"/>' * 1000)
    assert str(raised.value).count("titl'") == 100


def test_missing_macros_are_told_in_time() -> None:
    macros = "".join(f'<macro name="macro-{n}"><text value="x"/></macro>' for n in range(5000))
    start = process_time()
    with pytest.raises(StyleError, match="there is no macro 'marco-"):
        style_of("".join(f'<text macro="marco-{n}"/>' for n in range(2000)), macros)
    assert process_time() - start < 5


def works_of_one_year(count: int, **variables: Any) -> list[Item]:
    authors = [{"family": f"Family{n}", "given": f"Given{n} Middle"} for n in range(20)]
    record = {"type": "book", "author": authors, "issued": {"date-parts": [[1999]]}}
    return [
        read_item({"id": str(n), "title": f"T{n}", **record, **variables}) for n in range(count)
    ]


def by_cite() -> Style:
    apa = find_style("apa")
    options = {
        **apa.citation.options,
        "disambiguate-add-names": "true",
        "disambiguate-add-givenname": "true",
        "givenname-disambiguation-rule": "by-cite",
    }
    return replace(apa, citation=replace(apa.citation, options=options))


def test_works_of_the_same_authors_get_letters_without_trying_their_names() -> None:
    items = works_of_one_year(300)
    start = process_time()
    processor = Processor(by_cite(), items)
    text = processor.cite([Citation((Cite("299"),))], WRITERS["text"])[0].text
    assert text == "(Family0 et al., 1999kn)"
    assert process_time() - start < 5


def test_only_names_that_differ_are_tried() -> None:
    rendered: Counter[str] = Counter()
    names = {
        "a": read_item({"id": "a", "author": [{"family": "X", "given": "A"}] * 9 + ["L1"]}),
        "b": read_item({"id": "b", "author": [{"family": "X", "given": "A"}] * 9 + ["L2"]}),
    }

    def render(id_: str, disambiguation: Disambiguation) -> AmbiguousCite:
        from citekit.csl.context import NamesData  # noqa: PLC0415  # only here

        rendered[id_] += 1
        listed = names[id_].names["author"]
        shown = disambiguation.shown.get(0, 1)
        text = " ".join(name.family or name.literal for name in listed[:shown])
        return AmbiguousCite(text, (NamesData(0, "author", listed, 1),))

    def in_order(ids: Sequence[str]) -> Sequence[str]:
        return sorted(ids)

    options = DisambiguationOptions(
        add_names=True,
        add_givenname=True,
        givenname_rule="by-cite",
        add_year_suffix=True,
        has_condition=False,
    )
    needs = disambiguate(["a", "b"], options, render, lambda ids: in_order(list(ids)))
    assert {id_: need.shown for id_, need in needs.items()} == {"a": {0: 10}, "b": {0: 10}}
    assert rendered["a"] < 15
