"""Duplicates are found as well as ever; the sets stand in floors.toml."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from gold_data import PROJECT, data_folder

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))["dedup"]
FIGURES = re.compile(r"F1 ([0-9.]+), false merges ([0-9]+)")


@pytest.mark.parametrize("name", FLOORS)
def test_duplicates_are_found_and_no_two_works_made_one(name: str, tmp_path: Path) -> None:
    folder = data_folder("dedup")
    clusters = tmp_path / "clusters.json"
    bench = [sys.executable, str(PROJECT / "bench/dedup_clusters.py")]
    found = subprocess.run(
        [*bench, str(folder / name / "records.csv")], check=True, capture_output=True
    )
    clusters.write_bytes(found.stdout)
    scorer = [sys.executable, str(folder / "evaluate_dedup.py"), str(folder / name), str(clusters)]
    said = subprocess.run(scorer, check=True, capture_output=True, text=True).stdout
    figures = FIGURES.search(said)
    assert figures, said
    row = FLOORS[name]
    assert float(figures[1]) >= row["f1"], f"{said}target is {row['target']}"
    assert int(figures[2]) <= row["false"], said
