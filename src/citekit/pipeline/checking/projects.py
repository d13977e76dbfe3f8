"""A project put together from the texts of its files."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from citekit.checker.bib_file import BibFile, is_bib_path
from citekit.checker.document_file import DocumentFile
from citekit.checker.paper import Paper
from citekit.checker.project import Manuscript, Project
from citekit.drafts.key_uses.file_names import bibliography_names, included_names
from citekit.drafts.key_uses.uses import CitedKeys
from citekit.errors import CitekitError
from citekit.model.document import Document
from citekit.pipeline.checking.named_paths import by_file_name, paths_of

_GENERATED = frozenset({".aux", ".bcf"})


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The texts of a project's files by path, in the order in which they were named.

    ``has_papers`` tells that notes and printed bibliographies are to be read. ``dialect`` is that
    of all ``.bib`` files, empty to let each show its own. ``documents`` are those among the files
    whose text is laid out of another format, such as PDF: they cite in words alone.
    """

    texts: Mapping[str, str]
    dialect: str = ""
    has_papers: bool = True
    documents: Mapping[str, Document] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Libraries:
    """The bibliographies of a project: ``.bib`` files, and the keys of others, by path."""

    bib_files: Mapping[str, BibFile]
    others: Mapping[str, frozenset[str]]
    by_name: Mapping[str, str]

    def path_of(self, document: str, name: str) -> str:
        """The path of the bibliography that a document calls ``name``, empty if it is not there."""
        names = bibliography_names(name, document)
        for one in paths_of(document, names):
            if one in self.bib_files or one in self.others:
                return one
        bare = (posixpath.basename(one) for one in names)
        return next((self.by_name[one] for one in bare if one in self.by_name), "")


def build_project(files: ProjectFiles) -> Project:
    """The project of ``files``; a path that ends with ``.bib`` is a bibliography.

    So is a file in another format that a document names as one. Documents that include one
    another make one manuscript. It is served by the bibliographies that its documents name, as
    far as they are among the files; if they name none, by those from which they cite, or by all.
    """
    bib_files = {
        path: BibFile(path, text, dialect=files.dialect)
        for path, text in files.texts.items()
        if is_bib_path(path)
    }
    cited = _cited_keys(
        {
            path: text
            for path, text in files.texts.items()
            if path not in bib_files and path not in files.documents
        }
    )
    named = {
        named_path
        for path, keys in cited.items()
        for use in keys.bibliographies
        for named_path in paths_of(path, bibliography_names(use.path, path))
    }
    others = {path: _keys_of(path, files.texts[path]) for path in cited if path in named}
    libraries = _Libraries(bib_files, others, by_file_name(bib_files))
    documents = [
        DocumentFile(
            path,
            files.texts[path],
            keys,
            tuple(use for use in keys.bibliographies if not libraries.path_of(path, use.path)),
        )
        for path, keys in cited.items()
        if path not in others
    ]
    manuscripts = tuple(_manuscript(members, libraries) for members in _by_inclusion(documents))
    return Project(
        tuple(bib_files.values()),
        manuscripts,
        _papers(files, manuscripts, tuple(bib_files.values())) if files.has_papers else (),
    )


# What reads documents takes longer to import than most .bib files to check, so that the functions
# below import it when there is a document.


def _cited_keys(texts: Mapping[str, str]) -> Mapping[str, CitedKeys]:
    if not texts:
        return {}
    from citekit.pipeline.checking.cited_keys import cited_keys

    return {path: cited_keys(text, path) for path, text in texts.items()}


def _papers(
    files: ProjectFiles, manuscripts: Iterable[Manuscript], bib_files: Sequence[BibFile]
) -> tuple[Paper, ...]:
    """The papers in the order of the files, each with the bibliographies that serve it."""
    serving = {
        document.path: manuscript.bib_files
        for manuscript in manuscripts
        for document in manuscript.documents
    } | dict.fromkeys(files.documents, bib_files)
    if not serving:
        return ()
    from citekit.pipeline.checking.papers import read_paper

    read = (
        read_paper(path, files.texts[path], serving[path], files.documents.get(path))
        for path in files.texts
        if path in serving
    )
    return tuple(paper for paper in read if paper is not None)


def _keys_of(path: str, text: str) -> frozenset[str]:
    """The keys of a bibliography in another format; none where it cannot be read."""
    from citekit.pipeline.converting import read_bibliography

    try:
        bibliography = read_bibliography(path, data=text.encode("utf-8", "surrogateescape"))
    except CitekitError:
        return frozenset()
    return frozenset(
        str(key)
        for reference in bibliography.references
        for key in (reference.key, *reference.aliases)
    )


def _manuscript(documents: Sequence[DocumentFile], libraries: _Libraries) -> Manuscript:
    """The manuscript of ``documents``, its bibliographies in the order in which it names them."""
    named = {
        libraries.path_of(document.path, use.path): None
        for document in documents
        for use in document.cited.bibliographies
    }
    named.pop("", None)
    bib_files = libraries.bib_files
    if named:
        serving = [bib_files[path] for path in named if path in bib_files]
    else:
        cited = {use.key for document in documents for use in document.cited.uses}
        holding = [file for file in bib_files.values() if not cited.isdisjoint(file.keys)]
        serving = holding or list(bib_files.values())
    return Manuscript(
        tuple(documents),
        tuple(serving),
        frozenset[str]().union(*(libraries.others.get(path, ()) for path in named)),
    )


def _by_inclusion(documents: Sequence[DocumentFile]) -> Iterable[list[DocumentFile]]:
    """The documents in groups that include one another, in their order.

    What LaTeX writes for a document (``.aux``, ``.bcf``) belongs to it.
    """
    by_path = {document.path: number for number, document in enumerate(documents)}
    group = list(range(len(documents)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = number = group[group[number]]
        return number

    def unite(number: int, other: int) -> None:
        one, two = sorted((root(number), root(other)))
        group[two] = one

    for number, document in enumerate(documents):
        for inclusion in document.cited.inclusions:
            names = included_names(inclusion.path, document.path)
            others = (by_path.get(path) for path in paths_of(document.path, names))
            other = next((one for one in others if one is not None), None)
            if other is not None:
                unite(number, other)
        stem, suffix = posixpath.splitext(document.path)
        if suffix.lower() in _GENERATED and f"{stem}.tex" in by_path:
            unite(number, by_path[f"{stem}.tex"])
    members: dict[int, list[DocumentFile]] = {}
    for number, document in enumerate(documents):
        members.setdefault(root(number), []).append(document)
    return members.values()
