"""Whole bibliographies: order, numbers, blocks."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.reading import read_style

DATA = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "entries.toml").read_text(encoding="utf-8")
)
ITEMS = [read_item({"id": key, **record}) for key, record in DATA["works"].items()]
_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Case</title><id>case</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>{bibliography}</style>"""


@pytest.mark.parametrize("case", DATA["case"], ids=lambda case: case["name"])
def test_entries_stand_as_the_style_has_them(case: dict[str, Any]) -> None:
    style = read_style(_STYLE.format(bibliography=case["bibliography"]).encode(), "case")
    entries = Processor(style, ITEMS).bibliography(WRITERS["html"]).entries
    assert [entry.text.strip() for entry in entries] == case["expected"]
