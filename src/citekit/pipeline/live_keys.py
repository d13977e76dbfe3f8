"""The users' own keys of works that are cited live: each stays with one work."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.model.citation import Citation, Cite
from citekit.model.reference import NO_KEY, Reference
from citekit.model.variables import TextVariable
from citekit.text.folding import fold


def settle_keys(citations: Sequence[Citation]) -> Iterator[Citation]:
    """``citations`` of all documents, in order, without keys that another work has already.

    A key is that of the work first cited by it, whatever the case of its letters.
    """
    owners: dict[str, tuple[str, str]] = {}
    for citation in citations:
        cites = tuple(_settled(cite, owners) for cite in citation.cites)
        yield citation if cites == citation.cites else replace(citation, cites=cites)


def _settled(cite: Cite, owners: dict[str, tuple[str, str]]) -> Cite:
    work = cite.target
    if not isinstance(work, Reference) or not work.key:
        return cite
    told_by = fold(work.title), work.text(TextVariable.DOI).lower()
    if owners.setdefault(work.key.casefold(), told_by) == told_by:
        return cite
    return replace(cite, target=replace(work, key=NO_KEY))
