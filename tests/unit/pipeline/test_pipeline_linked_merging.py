"""Entries that take over from others, strings and containers, brought together from files."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from citekit.formats.bibtex_reader import read
from citekit.pipeline.converting import open_bibliography
from citekit.pipeline.merging.bringing_together import write_merger
from citekit.pipeline.merging.inputs import read_inputs
from citekit.pipeline.merging.merger import merge_inputs
from citekit.pipeline.merging.uniting import values_of

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "pipeline" / "linked_merging.toml").read_text("utf-8")
)["case"]


def merged(*texts: str) -> str:
    """The merged file of ``.bib`` texts called ``0.bib``, ``1.bib`` and so on."""
    opened = [open_bibliography(f"{n}.bib", data=text.encode()) for n, text in enumerate(texts)]
    return write_merger(merge_inputs(read_inputs(opened)), "biblatex").text


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_what_entries_share_stays_theirs(case: Mapping[str, object]) -> None:
    files = case["files"]
    assert isinstance(files, list)
    text = merged(*files)
    assert text == case["merged"]
    assert merged(text) == text


def test_what_entries_take_from_other_files_is_in_the_merged_one() -> None:
    texts = (
        "@book{a, title = {Alpha One}, publisher = nor, xdata = {x}}\n",
        '@string{nor = "North"}\n@xdata{x, location = {Kobe}}\n@xdata{y, location = {Oslo}}\n',
    )
    (reference,) = read(merged(*texts), "").references
    values = values_of(reference)
    assert (values["publisher"], values["publisher-place"]) == ("North", "Kobe")


def test_rings_of_parents_end() -> None:
    ring = "".join(
        f"@inbook{{k{n}, title = {{Part {n} of it}}, crossref = {{k{(n + 1) % 40}}}}}\n"
        for n in range(40)
    )
    assert merged(ring) == ring
    both = merged(ring, ring.replace(", crossref", ", pages = {1--9}, crossref"))
    assert merged(both) == both
