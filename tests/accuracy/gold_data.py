"""Where the hand-made gold lies, and the programs that come with it."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).parents[2]
SEEDS = PROJECT / "seeds"


def data_folder(name: str) -> Path:
    """The folder of that name in the data; the test is skipped where it is absent.

    The data lie where the environment variable CITEKIT_DATA says, else in a folder ``shared``
    beside the project. They are not part of the project.
    """
    root = Path(os.environ.get("CITEKIT_DATA") or PROJECT.parent / "shared")
    folder = root / name
    if not folder.is_dir():
        pytest.skip(f"no data at {folder}; set CITEKIT_DATA to measure accuracy")
    return folder


def load_program(path: Path) -> ModuleType:
    """The module in a file outside the project."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def extract(*paths: Path) -> bytes:
    """What ``citekit extract --to json`` prints for the paths."""
    command = [sys.executable, "-m", "citekit", "extract", "--quiet", "--to", "json"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, check=True)
    return done.stdout
