"""Entries that others take over from and that stand before them, where BibTeX reads on."""

import re
from collections.abc import Iterator

from citekit.checker.bib_file import Entry
from citekit.checker.dialects import BIBTEX
from citekit.checker.finding import FileEdit, Fix, Problem
from citekit.checker.project import Manuscript, Project
from citekit.checker.rules.citing.library_links import LinkedLibrary, linked_libraries
from citekit.checker.rules.citing.linked_keys import Link
from citekit.checker.rules.citing.rings import on_rings
from citekit.formats.bib_syntax.changes import remove_entry
from citekit.model.edits import Edit

_BIBLATEX = re.compile(r"\\addbibresource|\\printbibliography|\{biblatex\}")


def early_parents(project: Project, *, served: bool) -> Iterator[Problem]:
    """A problem for each entry that stands before one that takes over from it.

    ``served`` takes files for BibTeX that serve a document of LaTeX, which does not use BibLaTeX;
    else those that serve no document, of which nobody knows which program reads them.
    """
    serving = {
        file.path: _is_bibtex(manuscript)
        for manuscript in project.manuscripts
        for file in manuscript.bib_files
    }
    for library in linked_libraries(project):
        links = [
            link
            for link in library.links
            if link.field.name == "crossref"
            and link.field.entry.file.dialect == BIBTEX
            and serving.get(link.field.entry.file.path) is (True if served else None)
        ]
        yield from _of_library(library, links)


def _is_bibtex(manuscript: Manuscript) -> bool:
    return any(
        document.path.lower().endswith((".tex", ".ltx", ".latex", ".rnw"))
        for document in manuscript.documents
    ) and not any(_BIBLATEX.search(document.text) for document in manuscript.documents)


def _of_library(library: LinkedLibrary, links: list[Link]) -> Iterator[Problem]:
    children: dict[int, list[Entry]] = {}
    parents: dict[int, Entry] = {}
    for link in links:
        parent = library.target(link)
        if parent is not None and parent is not link.field.entry:
            parents[id(parent)] = parent
            children.setdefault(id(parent), []).append(link.field.entry)
    rings = on_rings(library)
    for number, parent in parents.items():
        own = [child for child in children[number] if child.file is parent.file]
        late = [child for child in own if child.index > parent.index]
        if late and id(parent) not in rings:
            yield _problem(parent, late)


def _problem(parent: Entry, late: list[Entry]) -> Problem:
    last = max(late, key=lambda child: child.index)
    return parent.problem(
        f"stands before '{late[0].key}', which takes over from it: BibTeX will not find it",
        hint=f"Move it behind '{last.key}'.",
        fix=_move(parent, last),
        related=tuple(child.related("takes over from it") for child in late[:10]),
    )


def _move(parent: Entry, last: Entry) -> Fix:
    file = parent.file
    text = file.text[parent.node.start : parent.node.end]
    end = "\r\n" if "\r\n" in file.text else "\n"
    edits = (
        remove_entry(file.source, parent.node),
        Edit(last.node.end, last.node.end, f"{end}{end}{text}"),
    )
    title = f"Move '{parent.key}' behind '{last.key}'"
    return Fix(title, tuple(FileEdit(file.path, edit) for edit in edits))
