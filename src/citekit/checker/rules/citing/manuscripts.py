"""What a manuscript cites, and whether its bibliographies are known well enough to judge that."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.checker.document_file import DocumentFile
from citekit.checker.finding import FileEdit
from citekit.checker.project import Manuscript, Project
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.drafts.key_uses.writing import write_key

# Notations in which a reference to a part of the document looks like a citation.
_LIKE_REFERENCES = frozenset(
    {KeyNotation.TYPST_REFERENCE, KeyNotation.TYPST_LABEL, KeyNotation.PANDOC}
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class PlacedUse:
    """A key that ``document`` cites."""

    document: DocumentFile
    use: KeyUse

    @property
    def key(self) -> str:
        """The key."""
        return self.use.key

    @property
    def is_latex(self) -> bool:
        """Whether LaTeX cites here, in its source or in what it writes."""
        return self.use.notation in {KeyNotation.LATEX, KeyNotation.GENERATED}

    @property
    def is_written(self) -> bool:
        """Whether a person wrote it, not a program."""
        return self.use.notation is not KeyNotation.GENERATED


def known_keys(manuscript: Manuscript) -> set[str]:
    """All keys that the documents of ``manuscript`` can cite."""
    known = set(manuscript.other_keys)
    for file in manuscript.bib_files:
        known |= file.keys
    for document in manuscript.documents:
        known.update(use.key for use in document.cited.inline_bib)
    return known


def uses_of(manuscript: Manuscript, known: set[str]) -> list[PlacedUse]:
    """What ``manuscript`` cites, given the keys that it can cite.

    What looks like a citation and names a part of another document of the manuscript is none,
    unless a work has that key; a cross-reference whose name is a known key is one.
    """
    labels: set[str] = set()
    for document in manuscript.documents:
        labels |= document.cited.defined_ids
    found: list[PlacedUse] = []
    for document in manuscript.documents:
        for use in document.cited.uses:
            is_part = use.notation in _LIKE_REFERENCES and use.key in labels
            if use.key in known or not is_part:
                found.append(PlacedUse(document, use))
        found += (
            PlacedUse(document, use)
            for use in document.cited.cross_references
            if use.key in known and use.key not in document.cited.defined_ids
        )
    return found


def missing_uses(project: Project) -> Iterator[tuple[Mapping[str, list[PlacedUse]], set[str]]]:
    """For each manuscript the uses of keys that no work has, by key; and the keys that works have.

    Nothing is said of a manuscript of whose bibliographies one is not there, since the work may
    stand in it; other files stand in for it if they have most of the works. Nor is a bare ``@name``
    in a document that names no bibliography and cites nothing from any: it may be a person's.
    """
    for manuscript in project.manuscripts:
        known = known_keys(manuscript)
        uses = [one for one in uses_of(manuscript, known) if not one.key.startswith("#")]
        missing = [one for one in uses if one.key not in known]
        if not missing or not _may_judge(manuscript, known, uses):
            continue
        if not _names_bibliography(manuscript) and len(missing) == len(uses):
            missing = [one for one in missing if _is_surely_cite(one)]
        written = {(one.key) for one in missing if one.is_written}
        by_key: dict[str, list[PlacedUse]] = {}
        for one in missing:
            if one.is_written or one.key not in written:
                by_key.setdefault(one.key, []).append(one)
        yield by_key, known


def _may_judge(manuscript: Manuscript, known: set[str], uses: list[PlacedUse]) -> bool:
    if not known and not manuscript.bib_files:
        return False
    if not any(document.missing for document in manuscript.documents):
        return True
    if any(
        len(document.cited.bibliographies) > len(document.missing)
        for document in manuscript.documents
    ):
        return False
    cited = {one.key for one in uses}
    return 2 * len(cited & known) >= len(cited)


def _names_bibliography(manuscript: Manuscript) -> bool:
    return any(
        document.cited.bibliographies or document.cited.inline_bib
        for document in manuscript.documents
    )


def _is_surely_cite(one: PlacedUse) -> bool:
    if one.use.notation is not KeyNotation.PANDOC:
        return True
    opening = one.document.text[one.use.group.start : one.use.group.start + 1]
    return opening == "[" or bool(_YEAR.search(one.key))


def rewritten(uses: list[PlacedUse], key: str) -> tuple[FileEdit, ...]:
    """The edits that make all of ``uses`` cite ``key``; none if one of them cannot."""
    edits: list[FileEdit] = []
    for one in uses:
        if one.is_written:
            edit = write_key(one.use, key)
            if edit is None:
                return ()
            edits.append(FileEdit(one.document.path, edit))
    return tuple(edits)


def folded_keys(known: set[str]) -> Mapping[str, tuple[str, ...]]:
    """The keys by their form without regard to case."""
    found: dict[str, tuple[str, ...]] = {}
    for key in known:
        folded = key.casefold()
        found[folded] = (*found.get(folded, ()), key)
    return found
