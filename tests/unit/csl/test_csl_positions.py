"""Positions of cites over a document."""

import tomllib
from pathlib import Path

import pytest

from citekit.csl.citation import Citation, Cite, Position
from citekit.csl.processing.positions import set_positions

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "positions.toml").read_text(encoding="utf-8")
)["case"]


def _citation(text: str) -> Citation:
    note, _, cites = text.partition(": ")
    pairs = [cite.partition("@") for cite in cites.split()]
    return Citation(
        tuple(Cite(id_, locator=locator) for id_, _, locator in pairs), note_number=int(note)
    )


def _shown(cite: Cite) -> str:
    assert cite.position is not None
    words = [cite.position.value]
    if cite.first_note:
        words.append(str(cite.first_note))
    if cite.near_note:
        words.append("near")
    return " ".join(words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_positions_follow_the_order_of_the_document(case: dict[str, list[str]]) -> None:
    placed = set_positions([_citation(text) for text in case["citations"]])
    assert [", ".join(map(_shown, one.cites)) for one in placed] == case["expected"]


def test_position_that_is_given_stays() -> None:
    cite = Cite("a", position=Position.SUBSEQUENT, first_note=7)
    (placed,) = set_positions([Citation((cite,), note_number=9)])
    assert placed.cites == (cite,)


def test_near_note_distance_is_the_style_s() -> None:
    citations = [_citation("1: a"), _citation("2: b"), _citation("3: a")]
    *_, last = set_positions(citations, near_note_distance=1)
    assert not last.cites[0].near_note
