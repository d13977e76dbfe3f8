"""The code that is at work, told from any other: what it made can be kept only for itself."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_DISTRIBUTION = ".dist-info"


def code_digest() -> str:
    """A digest of this package's files, of Python, and of the versions of what else is installed.

    Files count by name, size and time of change, since to read them all takes too long.
    """
    digest = sha256(sys.version.encode())
    for line in (*_states(str(_PACKAGE)), *_distributions()):
        digest.update(f"\n{line}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _states(folder: str) -> Iterator[str]:
    """The files below ``folder`` in the order of their names, bytecode left out."""
    with os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _states(entry.path)
        else:
            state = entry.stat()
            yield f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}"


def _distributions() -> Iterator[str]:
    """The names of the installed distributions, which hold their versions."""
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - names are enough, and quick
        except OSError:
            continue  # such as an archive
        yield from (name for name in names if name.endswith(_DISTRIBUTION))
