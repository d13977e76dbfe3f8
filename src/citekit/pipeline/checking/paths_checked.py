"""The files at some paths checked, as ``citekit check`` does."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from citekit.checker.settings import CheckSettings
from citekit.pipeline.checking.checked import Checked
from citekit.pipeline.checking.configuration import find_configuration
from citekit.pipeline.checking.project_files import gather_files
from citekit.pipeline.checking.running import check_texts


def check(
    paths: str | Path | Iterable[str | Path] = ".",
    settings: CheckSettings | None = None,
    *,
    fix: bool = False,
    unsafe: bool = False,
) -> Checked:
    """What the rules find in the files and folders at ``paths``, by file and place.

    Without ``settings`` those of the nearest ``citekit.toml`` or ``pyproject.toml`` hold; a
    baseline is not looked at. With ``fix`` the safe fixes are made, with ``unsafe`` the others
    too: ``texts`` of the result are the files after them, and no file is written.

    Raises:
        ConfigError: A file of settings cannot be read, or sets what does not exist.
        ReadError: A pattern fits no file, or there is nothing to check at any of the paths.
    """
    named = [str(paths)] if isinstance(paths, str | Path) else [str(path) for path in paths]
    if settings is None:
        start = Path(named[0]) if named else Path()
        settings = find_configuration(start if start.is_dir() else start.parent).settings
    files = gather_files(named, settings)
    checked = check_texts(files.texts, settings, documents=files.documents, fix=fix, unsafe=unsafe)
    return replace(checked, unreadable=files.unreadable)
