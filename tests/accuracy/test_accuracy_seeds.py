"""The seeds are extracted as well as ever, and their renamed copies no worse."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from gold_data import SEEDS, data_folder, extract, load_program
from renaming import find_faults, rename_seeds

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
FIGURES = [(bound, figure) for bound in ("at_least", "at_most") for figure in FLOORS[bound]]
RENAMINGS = (1, 2)

Scores = Mapping[str, tuple[int, int]]


def score(seeds: Path, gold: Path, folder: Path) -> Scores:
    (folder / "extraction.json").write_bytes(extract(seeds))
    extraction = json.loads((folder / "extraction.json").read_text("utf-8"))
    figures, _ = load_program(data_folder("gold") / "score_seeds.py").score(extraction, gold)
    return cast("Scores", figures)


@pytest.fixture(scope="module")
def seed_scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    return score(SEEDS, data_folder("gold"), tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module", params=RENAMINGS)
def renamed_scores(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Scores:
    copy = tmp_path_factory.mktemp(f"renamed{request.param}")
    rename_seeds(SEEDS, data_folder("gold"), copy, request.param)
    return score(copy / "seeds", copy / "gold", copy)


@pytest.mark.parametrize("seed", RENAMINGS)
def test_a_renamed_copy_keeps_no_name_and_no_title(seed: int, tmp_path: Path) -> None:
    gold = data_folder("gold")
    renaming = rename_seeds(SEEDS, gold, tmp_path, seed)
    assert list(find_faults(gold, tmp_path, renaming)) == []


def test_two_renamings_differ_throughout(tmp_path: Path) -> None:
    gold = data_folder("gold")
    titles = []
    for seed in RENAMINGS:
        rename_seeds(SEEDS, gold, tmp_path / str(seed), seed)
        references = json.loads((tmp_path / str(seed) / "gold/references.json").read_text("utf-8"))
        titles.append({reference["id"]: reference.get("title") for reference in references})
    same = [key for key in titles[0] if titles[0][key] and titles[0][key] == titles[1][key]]
    assert len(same) <= 2


@pytest.mark.parametrize(("bound", "figure"), FIGURES)
def test_the_seeds_score_no_less_than_before(bound: str, figure: str, seed_scores: Scores) -> None:
    check_figure(bound, figure, "seeds", seed_scores)


@pytest.mark.parametrize(("bound", "figure"), FIGURES)
def test_a_renamed_copy_scores_no_less_than_before(
    bound: str, figure: str, renamed_scores: Scores
) -> None:
    check_figure(bound, figure, "renamed", renamed_scores)


def check_figure(bound: str, figure: str, kind: str, scores: Scores) -> None:
    right, total = scores[figure]
    row = FLOORS[bound][figure]
    message = f"{figure}: {right}/{total}, floor {row[kind]}, target {row['target']}"
    assert right >= row[kind] if bound == "at_least" else right <= row[kind], message


@pytest.mark.parametrize(("bound", "figure"), FIGURES)
def test_a_renamed_copy_scores_within_two_of_the_seeds(
    bound: str, figure: str, seed_scores: Scores, renamed_scores: Scores
) -> None:
    loss = seed_scores[figure][0] - renamed_scores[figure][0]
    if bound == "at_most":
        loss = -loss
    assert loss <= 2, f"{figure}: {seed_scores[figure]}, renamed {renamed_scores[figure]}"
