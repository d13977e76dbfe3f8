"""The files that a list of paths means."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from citekit.errors import ReadError


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files at ``paths``: a file itself, a folder all files in it, sorted by name.

    A named pipe counts as a file where it is named, not in a folder.

    Hidden files and folders inside a folder are left out, and each file comes once. Links to
    folders inside a folder are not followed, so a circle of them does no harm.

    Raises:
        ReadError: A path does not exist, or a folder holds no file.
    """
    found: dict[Path, None] = {}
    for path in paths:
        files = [path] if path.is_file() or path.is_fifo() else list(_below(path))
        if not files:
            raise ReadError(_nothing_at(path))
        found.update(dict.fromkeys(files))
    return tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise ReadError(f"{folder}: cannot be listed: {error.strerror}") from error
    for path in inside:
        if path.name.startswith("."):
            continue
        if path.is_file():
            yield path
        elif path.is_dir() and not path.is_symlink():
            yield from _below(path)


def _nothing_at(path: Path) -> str:
    if path.is_dir():
        return f"{path}: the folder holds no file; give files or a folder with documents"
    if path.exists() or path.is_symlink():
        return f"{path}: neither a file nor a folder; give a regular file"
    return f"{path}: no such file or folder; check the path"
