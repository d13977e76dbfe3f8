"""Output files, written whole or not at all."""

import os
from pathlib import Path

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


def _write_device(target: Path, data: bytes) -> None:
    with target.open("wb") as file:
        file.write(data)


def _replace(target: Path, data: bytes) -> None:
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
