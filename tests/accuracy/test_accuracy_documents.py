"""Real documents are extracted as well as ever; the sets stand in floors.toml."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from gold_data import PROJECT, data_folder

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))["documents"]
ROWS = [(name, figure) for name, figures in FLOORS.items() for figure in figures]


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, object]]:
    folder = data_folder("documents")
    predictions = tmp_path_factory.mktemp("documents") / "predictions.jsonl"
    result = predictions.with_name("scores.json")
    sets = [part for name in FLOORS for part in ("--set", name)]
    manifest = str(folder / "manifest.jsonl")
    program = [sys.executable, str(PROJECT / "bench/documents.py"), manifest, *sets]
    subprocess.run([*program, "-o", str(predictions)], check=True, capture_output=True)
    scorer = [sys.executable, str(folder / "evaluate_extraction.py"), manifest, str(predictions)]
    subprocess.run([*scorer, *sets, "--json", str(result)], check=True, capture_output=True)
    content: dict[str, dict[str, object]] = json.loads(result.read_text("utf-8"))
    return content


@pytest.mark.parametrize(("name", "figure"), ROWS)
def test_a_set_scores_no_less_than_before(
    name: str, figure: str, scores: Mapping[str, Mapping[str, object]]
) -> None:
    measure, _, part = figure.rpartition(".")
    values = scores[name][measure]
    assert isinstance(values, dict)
    row = FLOORS[name][figure]
    assert values[part] >= row["floor"], f"{name} {figure}: floor and target are {row}"
