"""The bibliographies that are read together."""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.project import Manuscript, Project


def libraries(project: Project) -> Iterator[tuple[BibFile, ...]]:
    """The files that serve one manuscript that names them or cites from them, and each other one.

    Without any document all files count as one library.
    """
    if not project.manuscripts:
        yield project.bib_files
        return
    served: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for manuscript in project.manuscripts:
        paths = tuple(file.path for file in manuscript.bib_files)
        if paths and paths not in seen and _is_served(manuscript):
            seen.add(paths)
            served.update(paths)
            yield manuscript.bib_files
    for file in project.bib_files:
        if file.path not in served:
            yield (file,)


def _is_served(manuscript: Manuscript) -> bool:
    """Whether ``manuscript`` names a bibliography, or cites a key of one."""
    return any(
        document.cited.bibliographies
        or document.cited.nocite_all
        or any(use.key in file.keys for file in manuscript.bib_files for use in document.cited.uses)
        for document in manuscript.documents
    )


def entries_of(library: tuple[BibFile, ...]) -> Iterator[Entry]:
    """The entries of all files of a library that have a key."""
    for file in library:
        for entry in file.entries:
            if entry.key:
                yield entry
