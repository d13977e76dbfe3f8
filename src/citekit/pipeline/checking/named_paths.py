"""The paths that a name in a document may mean."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

_RUN_FROM_ABOVE = frozenset({".tex", ".ltx", ".latex", ".rnw", ".sty", ".cls", ".aux"})
_FOLDERS_UP = 4


def paths_of(document: str, names: Iterable[str]) -> Iterator[str]:
    """The paths that ``names``, the likeliest first, may mean in the document at ``document``.

    They are relative to its folder. In LaTeX they are relative to the folder in which LaTeX is
    run, which is that of the main document: the same, or one above it.
    """
    listed = list(names)
    folder = posixpath.dirname(document)
    is_latex = PurePosixPath(document).suffix.lower() in _RUN_FROM_ABOVE
    for _ in range(1 + (_FOLDERS_UP if is_latex else 0)):
        for name in listed:
            yield posixpath.normpath(posixpath.join(folder, name))
        if not folder or folder in {"/", ".", ".."} or folder.endswith("/.."):
            break
        folder = posixpath.dirname(folder)


def by_file_name(paths: Iterable[str]) -> Mapping[str, str]:
    """The paths by the names of their files, as far as there is one of that name alone.

    TeX looks for a bibliography in folders of its own (``BIBINPUTS``), site generators in one of
    the site: the name alone decides.
    """
    found: dict[str, str] = {}
    for path in paths:
        name = posixpath.basename(path)
        found[name] = "" if name in found else path
    return {name: path for name, path in found.items() if path}
