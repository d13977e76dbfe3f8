"""The seed paper, checked without a .bib, against what a reader found wrong with it by hand."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from gold_data import SEEDS, data_folder
from inconsistency_score import SCOPE, Known, Score, check_paper, score
from renaming import rename_seeds

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["paper_checks"]
COPIES = [(1, False), (2, False), (3, True), (4, True)]


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    path = data_folder("gold") / "inconsistencies.json"
    return list(json.loads(path.read_text("utf-8"))["findings"])


def _paper(gold: list[dict[str, Any]]) -> str:
    return str(next(one for one in gold if one["scope"] == SCOPE)["locations"][0]["document"])


def _known(gold: list[dict[str, Any]]) -> list[Known]:
    return [
        Known(
            one["id"],
            one["rule"],
            one["severity"],
            tuple((place["start"], place["end"]) for place in one["locations"]),
        )
        for one in gold
        if one["scope"] == SCOPE
    ]


def _shares(result: Score) -> dict[str, float]:
    shares = {name: count / result.known[name] for name, count in result.found.items()}
    return shares | {"others": len(result.others) / max(1, len(result.findings))}


def _explained(result: Score) -> str:
    missed = [f"missed {one.id} {one.rule}" for one in result.missed]
    others = [f"other {one.line} {one.code} {one.message}" for one in result.others]
    return "\n".join((*missed, *others))


def test_the_paper_gets_the_findings_of_a_reader(gold: list[dict[str, Any]]) -> None:
    name = _paper(gold)
    text = (SEEDS / name).read_bytes().decode("utf-8")
    result = score(check_paper(name, text), _known(gold), text)
    shares = _shares(result)
    for severity in ("error", "warning", "style"):
        assert shares[severity] >= FLOORS[severity]["seeds"], _explained(result)
    assert shares["others"] <= FLOORS["others"]["seeds"], _explained(result)


@pytest.mark.parametrize(("seed", "invented"), COPIES)
def test_so_does_a_copy_with_other_words(
    gold: list[dict[str, Any]], tmp_path: Path, seed: int, *, invented: bool
) -> None:
    """Lines are the same in the copy, so that the known findings keep their places."""
    rename_seeds(SEEDS, data_folder("gold"), tmp_path, seed, invented=invented)
    name = _paper(gold)
    text = (SEEDS / name).read_bytes().decode("utf-8")
    copy = (tmp_path / "seeds" / name).read_bytes().decode("utf-8")
    assert copy.count("\n") == text.count("\n")
    result = score(check_paper(name, copy), _known(gold), text)
    shares = _shares(result)
    for severity in ("error", "warning", "style"):
        assert shares[severity] >= FLOORS[severity]["renamed"], _explained(result)
    assert shares["others"] <= FLOORS["others"]["renamed"], _explained(result)
