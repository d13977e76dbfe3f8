"""What entries take over from others, case by case."""

import time
import tomllib
from pathlib import Path

import pytest

from citekit.formats.bib_blocks import read_blocks
from citekit.formats.bib_inheritance import resolve_inheritance

_CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "bib" / "inheritance.toml").read_text("utf-8")
)["case"]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES])
def test_fields_are_taken_over(case: dict[str, object]) -> None:
    entries = resolve_inheritance(read_blocks(str(case["text"]), "x.bib").entries)
    assert next(dict(entry.fields) for entry in entries if entry.key == "k") == case["fields"]


def test_a_web_of_containers_does_not_grow_without_end() -> None:
    keys = [f"x{number}" for number in range(200)]
    listed = ", ".join(keys)
    text = "\n".join(f"@xdata{{{key}, xdata = {{{listed}}}, f{key} = {{1}}}}" for key in keys)
    before = time.process_time()
    entries = resolve_inheritance(read_blocks(f"{text}\n@book{{k, xdata = {{x0}}}}", "x").entries)
    assert time.process_time() - before < 20
    assert len(entries) == 1
