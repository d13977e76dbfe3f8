"""Epigraphs take the works of the notes that their marks call."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from citekit.model.citation import Citation, CitationKind, Cite


def link_epigraphs(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """``citations`` in their order, each epigraph citing what the notes called in it cite."""
    marks = sorted(
        (
            (citation.passage.mark.start, citation.path, citation.cites)
            for citation in citations
            if citation.passage.mark is not None
        ),
        key=lambda mark: mark[:2],
    )
    starts = [start for start, _, _ in marks]
    linked: list[Citation] = []
    for citation in citations:
        if citation.kind is not CitationKind.EPIGRAPH or citation.cites:
            linked.append(citation)
            continue
        text = citation.passage.text
        cites: list[Cite] = []
        for start, path, noted in marks[bisect_left(starts, text.start) :]:
            if start >= text.end:
                break
            if path == citation.path:
                cites += noted
        linked.append(replace(citation, cites=tuple(cites)))
    return tuple(linked)
