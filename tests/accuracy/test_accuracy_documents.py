"""Real documents are extracted as well as ever; the sets stand in floors.toml."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from gold_data import PROJECT, data_folder

Scores = Mapping[str, Mapping[str, object]]
TABLE = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
FLOORS, RENDERED = TABLE["documents"], TABLE["renderings"]
ROWS = [(name, figure) for name, figures in FLOORS.items() for figure in figures]
RENDERED_ROWS = [(name, figure) for name, figures in RENDERED.items() for figure in figures]


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    folder = data_folder("documents")
    place = tmp_path_factory.mktemp("documents")
    return scored(folder, folder / "manifest.jsonl", FLOORS, place)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """The scores of the plain renderings of documents in XML."""
    folder = data_folder("documents")
    place = tmp_path_factory.mktemp("renderings")
    rows = map(json.loads, (folder / "manifest.jsonl").read_text("utf-8").splitlines())
    plain = (
        {**row, "path": str(folder / row["text_path"]), "format": "text"}
        for row in rows
        if row["set"] in RENDERED
    )
    manifest = place / "manifest.jsonl"
    manifest.write_text("".join(json.dumps(row) + "\n" for row in plain), "utf-8")
    return scored(folder, manifest, RENDERED, place)


def scored(folder: Path, listed: Path, floors: Mapping[str, object], place: Path) -> Scores:
    predictions = place / "predictions.jsonl"
    result = predictions.with_name("scores.json")
    sets = [part for name in floors for part in ("--set", name)]
    manifest = str(listed)
    program = [sys.executable, str(PROJECT / "bench/documents.py"), manifest, *sets]
    subprocess.run([*program, "-o", str(predictions)], check=True, capture_output=True)
    scorer = [sys.executable, str(folder / "evaluate_extraction.py"), manifest, str(predictions)]
    subprocess.run([*scorer, *sets, "--json", str(result)], check=True, capture_output=True)
    content: dict[str, dict[str, object]] = json.loads(result.read_text("utf-8"))
    return content


@pytest.mark.parametrize(("name", "figure"), ROWS)
def test_a_set_scores_no_less_than_before(name: str, figure: str, scores: Scores) -> None:
    assert reached(scores, name, figure) >= FLOORS[name][figure]["floor"]


@pytest.mark.parametrize(("name", "figure"), RENDERED_ROWS)
def test_a_rendering_scores_no_less_than_before(name: str, figure: str, rendered: Scores) -> None:
    assert reached(rendered, name, figure) >= RENDERED[name][figure]["floor"]


def reached(scores: Scores, name: str, figure: str) -> float:
    measure, _, part = figure.rpartition(".")
    values = scores[name][measure]
    assert isinstance(values, dict)
    return float(values[part])
