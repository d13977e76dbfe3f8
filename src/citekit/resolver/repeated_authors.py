"""Entries of a bibliography in which a dash stands for the author of the entry above."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.model.citation import Citation, CitationKind, Cite
from citekit.model.reference import Name, Reference
from citekit.model.variables import NameVariable

# "———.", "---,", "Ders.:", "Idem,"; then, it may be, what he did there ("ed.").
_SAME = re.compile(
    r"\s*(?:[-–—―_]{2,}|—|―|(?:[Dd]ers|[Dd]ies|[Ii]dem|[Ii]d|[Ee]adem)(?=[.,:]))[\s.,:]*"
    r"(\(?(?:eds?|hrsg|hg|dir)\b)?"
)


def with_repeated_authors(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """``citations`` with the author of the entry above written into entries that repeat it.

    Only the entry right above in the same document counts. The names are given no origin,
    since they are printed elsewhere. Nothing is changed where that entry has no author.
    """
    done: list[Citation] = []
    above: dict[str, tuple[Name, ...]] = {}
    for citation in citations:
        current = _repeating(citation, above.get(citation.path, ()))
        if current.kind is CitationKind.BIBLIOGRAPHY_ENTRY:
            above[current.path] = _names(current)
        done.append(current)
    return tuple(done)


def _repeating(citation: Citation, names: tuple[Name, ...]) -> Citation:
    if citation.kind is not CitationKind.BIBLIOGRAPHY_ENTRY or len(citation.cites) != 1:
        return citation
    cite = citation.cites[0]
    match = _SAME.match(citation.passage.text.text)
    if not names or match is None or not isinstance(cite.target, Reference):
        return citation
    if NameVariable.AUTHOR in cite.target.names:
        return citation
    variable = NameVariable.EDITOR if match.group(1) else NameVariable.AUTHOR
    return replace(citation, cites=(_named(cite, cite.target, variable, names),))


def _named(
    cite: Cite, reference: Reference, variable: NameVariable, names: tuple[Name, ...]
) -> Cite:
    if variable in reference.names:
        return cite
    return replace(cite, target=replace(reference, names={**reference.names, variable: names}))


def _names(citation: Citation) -> tuple[Name, ...]:
    """The author of an entry, or else its editor."""
    for cite in citation.cites:
        if isinstance(cite.target, Reference):
            return cite.target.name_list(NameVariable.AUTHOR) or cite.target.name_list(
                NameVariable.EDITOR
            )
    return ()
