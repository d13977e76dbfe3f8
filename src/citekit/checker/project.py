"""Everything that is checked together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.document_file import DocumentFile
from citekit.checker.paper import Paper


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Documents that belong together by inclusion, and the bibliographies that serve them.

    ``other_keys`` are those of works in bibliographies of other formats than ``.bib``.
    """

    documents: tuple[DocumentFile, ...]
    bib_files: tuple[BibFile, ...]
    other_keys: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Project:
    """The ``.bib`` files, the documents that cite from them, and papers with notes.

    Every document is in exactly one manuscript. The order is that in which the files were named.
    """

    bib_files: tuple[BibFile, ...] = ()
    manuscripts: tuple[Manuscript, ...] = ()
    papers: tuple[Paper, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries of all files, in their order."""
        return tuple(entry for file in self.bib_files for entry in file.entries)

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of each key, the case of which counts."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.key, []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    @cached_property
    def documents(self) -> tuple[DocumentFile, ...]:
        """All documents that cite by keys."""
        return tuple(document for one in self.manuscripts for document in one.documents)
