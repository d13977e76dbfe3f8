r"""The files beside a LaTeX document that it may name, and no others."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath


class FileFault(StrEnum):
    """Why a file that is named is not read."""

    MISSING = "missing"
    OUTSIDE = "outside"
    NOT_A_FILE = "not a file"


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file in the folder of a document; ``name`` is its path from there."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class DocumentFolder:
    """The folder of the document at ``path``; nothing is in it where that is no file."""

    path: str

    def find(
        self, written: str, suffixes: tuple[str, ...], beside: str = ""
    ) -> NamedFile | FileFault:
        """The file that ``written`` names, with one of ``suffixes`` or as it is.

        It is looked for in the folder, then in that of the file ``beside``, which names it.
        What leaves the folder, be it by a link, is outside.
        """
        main = Path(self.path)
        if not main.is_file():
            return FileFault.MISSING
        root = main.parent.resolve()
        pure = PurePosixPath(written)
        if pure.is_absolute() or "\0" in written or written.startswith(("~", "|")):
            return FileFault.OUTSIDE
        fault = FileFault.MISSING
        for folder in dict.fromkeys((PurePosixPath(), PurePosixPath(beside).parent)):
            for suffix in (*suffixes, ""):
                if suffix and pure.suffix.lower() == suffix:
                    continue
                found = _in(root, f"{folder / pure}{suffix}")
                if isinstance(found, NamedFile):
                    return found
                fault = fault if found is FileFault.MISSING else found
        return fault


def _in(root: Path, name: str) -> NamedFile | FileFault:
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            return FileFault.OUTSIDE
        if path.is_file():
            return NamedFile(path.relative_to(root).as_posix(), path)
        return FileFault.NOT_A_FILE if path.exists() and not path.is_dir() else FileFault.MISSING
    except (OSError, RuntimeError, ValueError):
        return FileFault.MISSING  # a name too long, a circle of links
