"""Sources named in sentences."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from finder_documents import document_of

from citekit.finder.running_text import find_named_sources
from citekit.model.citation import Passage

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases" / "finder" / "running_text.toml").read_text("utf-8")
)["case"]


def works(passages: tuple[Passage, ...]) -> list[dict[str, str]]:
    """What the passages say of each work, by thread, in the order of their first mention."""
    found: dict[str, dict[str, str]] = {}
    for passage in passages:
        work = found.setdefault(passage.thread, {})
        for label in passage.labels:
            work.setdefault(label.variable, passage.text.text[label.start : label.end])
    return list(found.values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_finds_the_sources_that_a_sentence_names(case: Mapping[str, object]) -> None:
    assert works(find_named_sources(document_of(str(case["text"])))) == case["sources"]
