"""Real ``.bib`` files, well-formed and broken on purpose: tidied once is tidied for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gold_data import data_folder

from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_tidy.options import TidyOptions
from citekit.formats.bib_tidy.tidying import tidy_source
from citekit.formats.bib_tidy.transforms import TRANSFORMS

_EVERYTHING = TidyOptions(
    indent="\t",
    align=0,
    sort=("type", "-year", "key"),
    order=("standard",),
    chosen=frozenset(transform.name for transform in TRANSFORMS) - {"ascii"},
)
_LAYOUT_ONLY = TidyOptions(left_out=frozenset(transform.name for transform in TRANSFORMS))


def _texts() -> Iterator[tuple[Path, str]]:
    for path in sorted(data_folder("bib-corpus").rglob("*.bib")):
        yield path, path.read_bytes().decode("utf-8", "surrogateescape")


def _tidy(text: str, options: TidyOptions) -> str:
    return tidy_source(parse_bib(text), options)


@pytest.mark.parametrize("options", [TidyOptions(), _EVERYTHING], ids=["default", "everything"])
def test_tidying_twice_changes_nothing_more(options: TidyOptions) -> None:
    for path, text in _texts():
        once = _tidy(text, options)
        assert _tidy(once, options) == once, path


def test_layout_changes_nothing_that_is_read() -> None:
    for path, text in _texts():
        before, after = (read_blocks(it, "") for it in (text, _tidy(text, _LAYOUT_ONLY)))
        assert [(entry.type, entry.key, entry.fields) for entry in after.entries] == [
            (entry.type, entry.key, entry.fields) for entry in before.entries
        ], path
        codes = [item.code for item in before.diagnostics]
        assert [item.code for item in after.diagnostics] == codes, path


def test_what_is_no_entry_stays_to_the_byte() -> None:
    for path, text in _texts():
        found = []
        for written in (text, _tidy(text, TidyOptions())):
            blocks = parse_bib(written).blocks
            others = (written[it.start : it.end] for it in blocks if not isinstance(it, EntryNode))
            found.append([other.strip() for other in others if other.strip()])
        assert found[0] == found[1], path
