"""The fixtures of the CSL test-suite run in this process, and the lists they are held against.

The suite lies in the folder ``csl-suite`` of the data (CITEKIT_DATA, else a folder ``shared``
beside the project); it has no licence, so nothing of it but names stands in the project.
"""

import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import adapter

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
PASSING = HERE / "passing.txt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a fixture; ``fault`` is empty where it passed, else a diff or an error."""

    name: str
    fault: str

    @property
    def has_passed(self) -> bool:
        """Whether the output is the expected one, character for character."""
        return not self.fault


def suite_folder() -> Path | None:
    """Where the suite lies; ``None`` where it is absent."""
    root = Path(os.environ.get("CITEKIT_DATA") or PROJECT.parent / "shared")
    folder = root / "csl-suite"
    return folder if folder.is_dir() else None


def run(folder: Path, pattern: str = "*_*") -> Iterator[Outcome]:
    """The outcomes of the fixtures by name, those of ``nonstandard.txt`` left out."""
    runner = _load(folder / "csl_suite.py")
    excluded = runner.read_list(folder / "nonstandard.txt")
    for number, path in enumerate(sorted((folder / "fixtures").glob(f"{pattern}.txt"))):
        if path.stem not in excluded and "_" in path.stem:
            fixture = runner.load_fixture(path)
            answer = adapter.reply(fixture.request(number))
            yield Outcome(path.stem, _fault(runner, fixture.result, answer))


def read_passing() -> set[str]:
    """The names of ``passing.txt``."""
    return set(PASSING.read_text("utf-8").split())


def _fault(runner: ModuleType, expected: str, answer: Mapping[str, object]) -> str:
    if "output" not in answer:
        return str(answer["error"])
    wanted, got = runner.exact_form(expected), runner.exact_form(str(answer["output"]))
    return "" if wanted == got else str(runner.diff(wanted, got)) or "differs"


def _load(path: Path) -> ModuleType:
    """The runner, which lies outside the project, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module
