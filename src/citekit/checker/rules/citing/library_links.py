"""The links between the entries of files that are read together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.project import Project
from citekit.checker.rules.citing.linked_keys import Link, links_of, may_link
from citekit.checker.rules.keys.libraries import libraries


@dataclass(frozen=True, slots=True)
class LinkedLibrary:
    """Files that are read together, their links, and their entries by key and alias.

    ``keys`` are all keys, those of entries that are broken or in other formats among them;
    ``folded`` are the same without regard to case.
    """

    files: tuple[BibFile, ...]
    links: tuple[Link, ...]
    entries: Mapping[str, Entry]
    keys: frozenset[str]
    folded: frozenset[str]

    def target(self, link: Link) -> Entry | None:
        """The entry that ``link`` leads to; BibTeX lets the case of letters differ."""
        return self.entries.get(link.key) or self.entries.get(link.key.casefold())


def linked_libraries(project: Project) -> Iterator[LinkedLibrary]:
    """The libraries of ``project`` that have links; a file is looked at as part of the first."""
    others = {key for manuscript in project.manuscripts for key in manuscript.other_keys}
    done: set[str] = set()
    for files in libraries(project):
        new = [file for file in files if file.path not in done and may_link(file)]
        done.update(file.path for file in files)
        links = tuple(link for file in new for entry in file.entries for link in links_of(entry))
        if links:
            yield _library(files, links, others)


def _library(
    files: tuple[BibFile, ...], links: tuple[Link, ...], others: set[str]
) -> LinkedLibrary:
    keys = frozenset(others).union(*(file.keys for file in files))
    entries: dict[str, Entry] = {}
    for file in files:
        for entry in file.entries:
            entries.setdefault(entry.key, entry)
    for file in files:
        for entry in file.entries:
            aliases = entry.get("ids")
            for alias in aliases.value.split(",") if aliases else ():
                entries.setdefault(alias.strip(), entry)
    for key in list(entries):
        entries.setdefault(key.casefold(), entries[key])
    return LinkedLibrary(files, links, entries, keys, frozenset(key.casefold() for key in keys))
