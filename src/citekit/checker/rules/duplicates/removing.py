"""Fixes that take out one of two entries of one work, and cite the other in its place."""

from collections.abc import Iterator

from citekit.checker.bib_file import BibFile, Entry
from citekit.checker.finding import FileEdit, Fix
from citekit.checker.project import Project
from citekit.checker.rules.citing.linked_keys import keys_named_in
from citekit.drafts.key_uses.uses import KeyNotation
from citekit.drafts.key_uses.writing import write_key
from citekit.errors import ConfigError
from citekit.formats.bib_keys.renaming import rename_keys
from citekit.formats.bib_syntax.changes import remove_entry


def replacing(project: Project, old: Entry, new: Entry, *, loses: bool = False) -> Fix | None:
    """The fix that removes ``old`` and puts the key of ``new`` in its place, in all files.

    It is safe where nothing is lost with ``old``, and the documents of the project are there and
    none of them, nor any entry, names it. There is none where a key cannot be written, or where
    another entry has the key of ``old``.
    """
    if not old.key or not new.key or len(project.by_key.get(old.key, ())) != 1:
        return None
    in_documents = list(_in_documents(project, old.key, new.key))
    in_files = [edit for file in project.bib_files for edit in _in_file(file, old, new)]
    if None in in_documents:
        return None
    uses = [edit for edit in (*in_documents, *in_files) if edit is not None]
    removal = FileEdit(old.file.path, remove_entry(old.file.source, old.node))
    is_safe = not loses and not uses and _is_cited_from(project, old.file)
    title = f"Remove '{old.key}'" + (f" and cite '{new.key}'" if uses else "")
    return Fix(title, (removal, *uses), is_safe)


def _is_cited_from(project: Project, file: BibFile) -> bool:
    """Whether there is a document that cites from ``file``: else nobody knows who does."""
    return any(
        file in manuscript.bib_files and any(one.cited.uses for one in manuscript.documents)
        for manuscript in project.manuscripts
    )


def _in_documents(project: Project, old: str, new: str) -> Iterator[FileEdit | None]:
    for document in project.documents:
        for use in document.cited.uses:
            if use.key == old and use.notation is not KeyNotation.GENERATED:
                edit = write_key(use, new)
                yield FileEdit(document.path, edit) if edit else None


def _in_file(file: BibFile, old: Entry, new: Entry) -> Iterator[FileEdit]:
    """The edits of fields of other entries that name ``old``."""
    if old.key.casefold() not in keys_named_in(file):
        return
    try:
        edits = rename_keys(file.source, {old.key: new.key})
    except ConfigError:
        return
    for edit in edits:
        if file is not old.file or not old.node.start <= edit.start < old.node.end:
            yield FileEdit(file.path, edit)
