"""Noise is checked in linear time, whatever it is called: calls are counted, not seconds."""

import json
from collections.abc import Callable

import pytest

from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.running import check_texts

UNITS = (
    "[", "(", "*", "`", "<", "![", "[^", "@", "{", "}", "]", '"', "$", "^[", "[@a", "@a{", "\\",
    "\\cite{", "#cite(", "`` ` ``", "<!--", "- ", "> ", "[^1]: a\n\n", "%\n", "(Doe, 1999) ",
)  # fmt: skip
SUFFIXES = (".md", ".tex", ".typ", ".rst", ".org", ".ipynb", ".html", ".bib", ".adoc", ".txt")
SIZE = 1_500


def content(unit: str, suffix: str, times: int) -> str:
    body = unit * (SIZE * times // len(unit))
    if suffix != ".ipynb":
        return body
    cell = {"cell_type": "markdown", "source": [body], "metadata": {}}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("unit", UNITS)
def test_noise_takes_calls_in_proportion_to_its_size(
    unit: str, suffix: str, calls_of: Callable[[Callable[[], object]], int]
) -> None:
    def checking(times: int) -> Callable[[], object]:
        texts = {f"noise{suffix}": content(unit, suffix, times)}
        return lambda: check_texts(texts, CheckSettings())

    checking(1)()  # so that tables and patterns are loaded
    one, four = (calls_of(checking(times)) for times in (2, 8))
    assert four <= 4.6 * one + 3_000
