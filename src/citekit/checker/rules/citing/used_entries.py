"""Which entries of a project its documents cite."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.project import Manuscript, Project
from citekit.checker.rules.citing.linked_keys import links_of, may_link
from citekit.checker.rules.citing.manuscripts import known_keys, uses_of

_NOT_CITED = frozenset({"xdata", "set"})


@dataclass(frozen=True, slots=True)
class Uncited:
    """The entries of ``file`` that no document cites.

    ``in_other_case`` are keys, with the case of their letters put aside, that documents cite.
    """

    file: BibFile
    entries: Sequence[Entry]
    in_other_case: frozenset[str]


def uncited(project: Project, *, despite_nocite: bool = False) -> Iterator[Uncited]:
    r"""The files that serve manuscripts that cite, each with its entries that none of them cites.

    A file for which a manuscript asks for all works (``\nocite{*}``) is left out, unless
    ``despite_nocite`` takes those and no others. So are files without such an entry.
    """
    used: dict[str, set[str]] = {}
    files: dict[str, BibFile] = {}
    whole: set[str] = set()
    for manuscript in project.manuscripts:
        if not _cites_from_files(manuscript):
            continue
        cited = {one.key for one in uses_of(manuscript, known_keys(manuscript))}
        for file in manuscript.bib_files:
            files[file.path] = file
            used.setdefault(file.path, set()).update(cited)
            if _asks_for_all(manuscript):
                whole.add(file.path)
    linked = _linked_keys(list(files.values()))
    for path, file in files.items():
        if (path in whole) is despite_nocite:
            folded = frozenset(key.casefold() for key in used[path])
            named = _named(folded, linked)
            entries = [entry for entry in file.entries if _is_uncited(entry, used[path], named)]
            if entries:
                yield Uncited(file, entries, folded)


def _cites_from_files(manuscript: Manuscript) -> bool:
    """Whether it names a bibliography and cites by keys, or cites a key of one without naming it.

    What looks like a key in a document that does neither may be the name of a person.
    """
    if _asks_for_all(manuscript):
        return True
    cited = [use.key for document in manuscript.documents for use in document.cited.uses]
    cited += [
        use.key for document in manuscript.documents for use in document.cited.cross_references
    ]
    is_named = any(document.cited.bibliographies for document in manuscript.documents)
    return bool(cited) and (
        is_named or any(key in file.keys for file in manuscript.bib_files for key in cited)
    )


def _asks_for_all(manuscript: Manuscript) -> bool:
    return any(document.cited.nocite_all for document in manuscript.documents)


def _is_uncited(entry: Entry, used: set[str], named: set[str]) -> bool:
    return (
        bool(entry.key)
        and entry.type not in _NOT_CITED
        and not any(key in used or key.casefold() in named for key in keys_of_entry(entry))
    )


def keys_of_entry(entry: Entry) -> Iterator[str]:
    """The key of the entry and its aliases."""
    yield entry.key
    aliases = entry.get("ids")
    if aliases:
        yield from (alias.strip() for alias in aliases.value.split(","))


def _named(keys: frozenset[str], linked: Mapping[str, set[str]]) -> set[str]:
    """The keys that entries with ``keys`` name, and those that these name in turn."""
    named: set[str] = set()
    pending = [key for key in keys if key in linked]
    while pending:
        new = linked[pending.pop()] - named
        named |= new
        pending += [key for key in new if key in linked and key not in keys]
    return named


def _linked_keys(files: Sequence[BibFile]) -> dict[str, set[str]]:
    """The keys that entries name, by their own."""
    found: dict[str, set[str]] = {}
    for file in files:
        for entry in file.entries if may_link(file) else ():
            named = {link.key.casefold() for link in links_of(entry)}
            for key in keys_of_entry(entry) if named else ():
                found.setdefault(key.casefold(), set()).update(named)
    return found
