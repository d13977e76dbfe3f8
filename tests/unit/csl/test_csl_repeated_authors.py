"""Entries of one author after another."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.reading import read_style

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "csl" / "repeated_authors.toml").read_text("utf-8")
)["case"]
_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Case</title><id>case</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography subsequent-author-substitute="——" {bibliography}><layout>
<names variable="author">{names}</names><text variable="title" prefix=": "/></layout>
</bibliography></style>"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_repeated_authors_are_replaced(case: dict[str, Any]) -> None:
    style = _STYLE.format(names=case["names"], bibliography=case.get("bibliography", ""))
    works = enumerate(case["works"])
    items = [read_item({"id": str(number), "type": "book", **work}) for number, work in works]
    entries = Processor(read_style(style.encode(), "case"), items).bibliography(WRITERS["html"])
    assert [entry.text for entry in entries.entries] == case["expected"]
