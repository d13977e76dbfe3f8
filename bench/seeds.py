"""Print how the extraction of the seeds, and of renamed copies of them, scores against the gold.

    python bench/seeds.py [--copies N]

Needs the hand-made gold (``CITEKIT_DATA``, see CONTRIBUTING.md). Every second copy is of the
invented kind, whose names no list can know. Figures are right answers; the last three count what
is wrong.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import cast

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "accuracy"))

from gold_data import SEEDS, data_folder, extract, load_program
from renaming import rename_seeds

Scores = Mapping[str, tuple[int, int]]


def score(seeds: Path, gold: Path) -> Scores:
    """The figures of score_seeds.py for the documents in ``seeds``: right and total of each."""
    program = load_program(data_folder("gold") / "score_seeds.py")
    figures, _ = program.score(json.loads(extract(seeds)), gold)
    return cast("Scores", figures)


def score_copy(number: int, *, invented: bool) -> Scores:
    """The figures of the renamed copy made from the random seed ``number``."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        rename_seeds(SEEDS, data_folder("gold"), copy, number, invented=invented)
        return score(copy / "seeds", copy / "gold")


def main() -> None:
    """Print a table, a row for each figure and a column for each copy."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=4)
    copies = range(1, parser.parse_args().copies + 1)
    columns = {"seeds": score(SEEDS, data_folder("gold"))}
    for number in copies:
        invented = number % 2 == 0
        name = f"{'invented' if invented else 'renamed'} {number}"
        columns[name] = score_copy(number, invented=invented)
    print(f"{'':28}" + "".join(f"{name:>12}" for name in columns))
    for figure, (_, total) in columns["seeds"].items():
        if figure.startswith("field "):
            continue
        right = [str(scores[figure][0]) for scores in columns.values()]
        of = f" of {total}" if total else ""
        print(f"{figure + of:28}" + "".join(f"{value:>12}" for value in right))


if __name__ == "__main__":
    main()
