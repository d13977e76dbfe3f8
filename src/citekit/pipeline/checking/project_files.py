"""The files of a project: those named, those in folders, and those that they name."""

import glob
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from citekit.checker.bib_file import is_bib_path
from citekit.checker.settings import CheckSettings, is_excluded
from citekit.drafts.key_uses.file_names import bibliography_names, included_names
from citekit.errors import ReadError
from citekit.pipeline.checking.named_paths import paths_of
from citekit.pipeline.sources import files_of
from citekit.pipeline.tidying import read_bib_text

_GENERATED = frozenset({".sty", ".cls", ".aux", ".bcf"})
_MAGIC = frozenset("*?[")
# What reading a document says where nothing of it could be read.
_DAMAGE = frozenset({"unread-notebook", "unread-control-file"})


@dataclass(frozen=True, slots=True)
class GatheredFiles:
    """The texts of files by path, bytes that are no UTF-8 in them as surrogates.

    ``unreadable`` says of each file that could not be read what is the matter.
    """

    texts: Mapping[str, str]
    unreadable: tuple[str, ...] = ()


def gather_files(
    paths: Sequence[str], settings: CheckSettings, *, given: Mapping[str, str] | None = None
) -> GatheredFiles:
    """The files at ``paths``, and those that documents among them include or cite from.

    A path is a file, a folder (``.bib`` files and documents in it) or a pattern. ``given`` are
    texts that stand in for files on disk.

    Raises:
        ReadError: A path leads nowhere, or there is nothing to check at any of them.
    """
    texts: dict[str, str] = dict(given or {})
    unreadable: list[str] = []
    pending = [path for path in _named(paths, settings) if path not in texts]
    pending += [name for path, text in texts.items() for name in _mentioned(path, text)]
    is_first = len(pending)
    done: set[str] = set(texts)
    while pending:
        path = pending.pop(0)
        if path in done:
            continue
        done.add(path)
        try:
            texts[path] = read_bib_text(path)
        except ReadError as error:
            unreadable.append(str(error))
            continue
        unreadable += _damaged(path, texts[path])
        pending += [name for name in _mentioned(path, texts[path]) if name not in done]
    if not texts and not unreadable and not is_first:
        raise ReadError(f"{', '.join(paths)}: there is no .bib file or document to check")
    return GatheredFiles(texts, tuple(unreadable))


def _named(paths: Iterable[str], settings: CheckSettings) -> list[str]:
    found: dict[str, None] = {}
    for path in paths:
        if _MAGIC & set(path) and not Path(path).exists():
            matching = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - takes absolute ones too
            if not matching:
                raise ReadError(f"{path}: no file fits this pattern; check its spelling")
        else:
            matching = [path]
        for one in matching:
            if Path(one).is_dir():
                found.update(dict.fromkeys(_in_folder(Path(one), settings)))
            else:
                found[_posix(one)] = None
    return list(found)


def _in_folder(folder: Path, settings: CheckSettings) -> list[str]:
    """The files in a folder that are ``.bib`` files, or documents that are written by hand."""
    names = (path.as_posix() for path in files_of([folder]))
    return [name for name in names if _is_source(name) and not is_excluded(name, settings)]


def _is_source(name: str) -> bool:
    from citekit.drafts.key_uses.reading import READERS

    suffix = PurePosixPath(name).suffix.lower()
    return is_bib_path(name) or (suffix in READERS and suffix not in _GENERATED)


def _posix(path: str) -> str:
    return PurePosixPath(Path(path).as_posix()).as_posix()


def _damaged(path: str, text: str) -> list[str]:
    """What is wrong with a document that is not what its name says, such as a broken notebook."""
    if is_bib_path(path):
        return []
    from citekit.pipeline.checking.cited_keys import cited_keys

    return [
        f"{path}: {found.message}; {found.hint[:1].lower()}{found.hint[1:].rstrip('.')}"
        for found in cited_keys(text, path).diagnostics
        if found.code in _DAMAGE
    ]


def _mentioned(path: str, text: str) -> list[str]:
    """The files that a document takes in or cites from, as far as they are there."""
    if is_bib_path(path):
        return []
    from citekit.pipeline.checking.cited_keys import cited_keys

    cited = cited_keys(text, path)
    candidates = [included_names(inclusion.path, path) for inclusion in cited.inclusions]
    candidates += [bibliography_names(use.path, path) for use in cited.bibliographies]
    found = []
    for names in candidates:
        places = paths_of(path, names)
        place = next((place for place in places if Path(place).is_file()), None)
        if place is not None:
            found.append(place)
    return found
