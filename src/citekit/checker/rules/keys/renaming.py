"""Fixes that give entries other keys, in the ``.bib`` files and in all documents together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from citekit.checker.bib_file import BibFile
from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import FileEdit, Fix
from citekit.checker.project import Project
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.drafts.key_uses.writing import write_key
from citekit.errors import ConfigError
from citekit.formats.bib_keys.renaming import rename_keys

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class FreeKeys:
    """Gives out keys that nothing in the project has yet, whatever their case."""

    def __init__(self, project: Project) -> None:
        """All keys and aliases of the project are taken."""
        self._taken = {entry.key.casefold() for entry in project.entries}
        for entry in project.entries:
            aliases = entry.get("ids")
            if aliases:
                self._taken.update(one.strip().casefold() for one in aliases.value.split(","))
        self._suffixes: dict[str, Iterator[str]] = {}

    def take(self, wanted: str) -> str:
        """``wanted``, or with the first letter or number behind it that makes it free."""
        suffixes = self._suffixes.setdefault(wanted.casefold(), _suffixes())
        new = next(
            wanted + suffix
            for suffix in suffixes
            if (wanted + suffix).casefold() not in self._taken
        )
        self._taken.add(new.casefold())
        return new


def _suffixes() -> Iterator[str]:
    yield ""
    yield from _LETTERS
    yield from (f"-{number}" for number in count(1))


def renaming_fixes(project: Project, renames: Mapping[str, str]) -> Mapping[str, Fix]:
    """For each old key of ``renames`` the fix that puts the new one in its place everywhere.

    Changed are the entry, the entries that name it (``crossref``, ``xdata``, …) and every
    document. There is none for a key that several entries have, or that a document cannot write.
    """
    single = {old: new for old, new in renames.items() if len(project.by_key.get(old, ())) == 1}
    edits: dict[str, list[FileEdit]] = {old: [] for old in single}
    lost: set[str] = set()
    for file in project.bib_files:
        for old, edit in _in_bib_file(file, single):
            edits[old].append(edit)
    for document in project.documents:
        for use in _renamed_uses(document, single):
            written = write_key(use, single[use.key])
            if written is None:
                lost.add(use.key)
            else:
                edits[use.key].append(FileEdit(document.path, written))
    return {
        old: Fix(f"Call it '{single[old]}' everywhere", tuple(made), is_safe=False)
        for old, made in edits.items()
        if made and old not in lost
    }


def _in_bib_file(file: BibFile, renames: Mapping[str, str]) -> Iterator[tuple[str, FileEdit]]:
    """The edits of a file, each with the key that it is about."""
    folded = {old.casefold(): old for old in renames}
    try:
        edits = rename_keys(file.source, renames)
    except ConfigError:
        return
    for edit in edits:
        written = file.text[edit.start : edit.end]
        old = written if written in renames else folded.get(written.casefold())
        if old is not None:
            yield old, FileEdit(file.path, edit)


def _renamed_uses(document: DocumentFile, renames: Mapping[str, str]) -> Sequence[KeyUse]:
    own = {use.key for use in document.cited.inline_bib}
    return [
        use
        for use in document.cited.uses
        if use.key in renames and use.key not in own and use.notation is not KeyNotation.GENERATED
    ]
