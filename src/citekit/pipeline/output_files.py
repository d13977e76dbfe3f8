"""Output files, written whole or not at all."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from citekit.errors import ConfigError


def write_file(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8, replacing a file there in one step.

    A reader sees the old file or the new one, never a part. A link is written through, a
    device is written to as it is. Folders on the way are made.

    Raises:
        ConfigError: The file cannot be written; nothing is left behind.
    """
    write_file_bytes(path, text.encode("utf-8"))


def write_file_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` as ``write_file`` does text.

    Raises:
        ConfigError: The file cannot be written; nothing is left behind.
    """
    try:
        if path.exists() and not path.is_file():
            _write_device(path, data)
            return
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written: {error.strerror}") from error


def write_files_bytes(contents: Mapping[Path, bytes]) -> None:
    """Write several files together: all of them, or none if one cannot be written.

    Each is replaced in one step, after the new content of all lies beside them.

    Raises:
        ConfigError: A file cannot be written; all are as they were.
    """
    staged: list[_Staged] = []
    try:
        for path, data in contents.items():
            staged.append(_stage(path, data))
        for number, file in enumerate(staged):
            try:
                file.temporary.replace(file.target)
            except OSError:
                _restore(staged[:number])
                raise
    except OSError as error:
        raise ConfigError(f"{error.filename}: cannot be written: {error.strerror}") from error
    finally:
        for file in staged:
            file.temporary.unlink(missing_ok=True)


class _Staged(NamedTuple):
    """A file that waits to take the place of ``target``, which held ``before``."""

    temporary: Path
    target: Path
    before: bytes | None


def _stage(path: Path, data: bytes) -> _Staged:
    target = path.resolve()
    before = target.read_bytes() if target.exists() else None
    return _Staged(_written_beside(target, data), target, before)


def _restore(staged: Sequence[_Staged]) -> None:
    for file in staged:
        if file.before is None:
            file.target.unlink(missing_ok=True)
        else:
            _replace(file.target, file.before)


def _write_device(target: Path, data: bytes) -> None:
    with target.open("wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes) -> None:
    temporary = _written_beside(target, data)
    try:
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _written_beside(target: Path, data: bytes) -> Path:
    """A new file in the folder of ``target``, with its mode; none is left if it cannot be."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
