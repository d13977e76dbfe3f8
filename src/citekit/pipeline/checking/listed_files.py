"""The files that named paths lead to, before anything is known of what is in them."""

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from citekit.errors import ReadError
from citekit.pipeline.sources import files_of

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file that was named, by itself or by a pattern, or that is ``in_folder`` of one."""

    path: str
    in_folder: bool = False

    @property
    def suffix(self) -> str:
        """The suffix of its name in lower case."""
        return PurePosixPath(self.path).suffix.lower()


def list_files(paths: Iterable[str]) -> Iterator[ListedFile]:
    """The files at ``paths`` in their order: files, folders and patterns.

    What is named itself comes whether it is there or not.

    Raises:
        ReadError: A pattern fits no file, or a folder holds none.
    """
    for path in paths:
        for one in _matching(path):
            if Path(one).is_dir():
                for file in files_of([Path(one)]):
                    yield ListedFile(file.as_posix(), in_folder=True)
            else:
                yield ListedFile(PurePosixPath(Path(one).as_posix()).as_posix())


def listing_digest(listed: Iterable[ListedFile], suffixes: Sequence[str]) -> str:
    """A digest of the paths of ``listed``, those in folders if they end with ``suffixes``."""
    paths = (one.path for one in listed if not one.in_folder or one.suffix in suffixes)
    return sha256("\0".join(paths).encode("utf-8", "surrogateescape")).hexdigest()


def _matching(path: str) -> list[str]:
    if not _MAGIC & set(path) or Path(path).exists():
        return [path]
    matching = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - takes absolute ones too
    if not matching:
        raise ReadError(f"{path}: no file fits this pattern; check its spelling")
    return matching
