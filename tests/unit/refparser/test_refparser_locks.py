"""Values that need no tagger."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from citekit.refparser.locks import find_locks

_FOLDER = Path(__file__).parents[2] / "cases" / "refparser"
CASES = tomllib.loads((_FOLDER / "locks.toml").read_text(encoding="utf-8"))["case"]
_ACCESS = Path(__file__).parents[3] / "src" / "citekit" / "refparser" / "data" / "access.toml"
CUES = tomllib.loads(_ACCESS.read_text(encoding="utf-8"))["cues"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_addresses_identifiers_and_days_of_access_are_locked(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[lock.variable, text[lock.value : lock.end]] for lock in find_locks(text)]
    assert found == case["locks"]


@pytest.mark.parametrize("cue", CUES)
def test_every_cue_announces_a_day_of_access(cue: str) -> None:
    text = f"Title, {cue} 12.03.2014."
    assert [text[lock.value : lock.end] for lock in find_locks(text)] == ["12.03.2014"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://doi.org/10.5555/abc", "10.5555/abc"),
        ("DOI: 10.5555/abc", "10.5555/abc"),
        ("PMID: 1234567", "1234567"),
        ("accessed on 3 May 2011", "3 May 2011"),
    ],
)
def test_cues_and_resolvers_belong_to_the_lock_but_not_to_the_value(text: str, value: str) -> None:
    (lock,) = find_locks(f"x, {text}")
    assert (lock.start, lock.value) == (3, 3 + text.index(value))


@pytest.mark.parametrize(
    "piece", ["accessed ", "www.", "a.b.com/", "accessed on 3 ", "retrieved: "]
)
def test_repetition_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    find_locks(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 5
