"""Citations by key of works that the document itself lists: ``[Knuth84]_`` and its entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from citekit.model.citation import Citation, CitationKind, Cite
from citekit.model.live_citation import LiveCite
from citekit.model.reference import CitationKey, Reference
from citekit.model.spans import Origin, Span, TracedText


def link_listed_keys(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """``citations`` of one document, those by key made cites of the entry that has the key.

    The work of such an entry has that key. A key that no entry has cites nothing: the document
    holds no data of its work. Of two entries with one key the first counts.
    """
    works: dict[str, Reference] = {}
    for citation in citations:
        key = _key_of_entry(citation)
        target = citation.cites[0].target if key and citation.cites else None
        if isinstance(target, Reference):
            works.setdefault(key, replace(target, key=CitationKey(key)))
    if not works:
        return tuple(citations)
    return tuple(_linked(citation, works) for citation in citations)


def _key_of_entry(citation: Citation) -> str:
    is_entry = citation.kind is CitationKind.BIBLIOGRAPHY_ENTRY
    cites = [cite for live in citation.passage.live for cite in live.cites] if is_entry else []
    return cites[0].key if len(cites) == 1 and not cites[0].item else ""


def _linked(citation: Citation, works: Mapping[str, Reference]) -> Citation:
    key = _key_of_entry(citation)
    if key:
        first, *others = citation.cites or (None,)
        if first is None or works.get(key) is None or not isinstance(first.target, Reference):
            return citation
        keyed = replace(first, target=replace(first.target, key=CitationKey(key)))
        return replace(citation, cites=(keyed, *others))
    found = tuple(_cites(citation, works))
    if not found:
        return citation
    cites = sorted((*citation.cites, *found), key=lambda cite: cite.span)
    return replace(citation, cites=tuple(cites))


def _cites(citation: Citation, works: Mapping[str, Reference]) -> Iterator[Cite]:
    text = citation.passage.text
    for live in citation.passage.live:
        span = _span_in(text, live.text)
        origin = Origin(citation.path, live.text.start, live.text.end)
        for cite in live.cites:
            work = works.get(cite.key) if not cite.item else None
            if work is not None:
                yield _cite(cite, work, origin, span)


def _span_in(text: TracedText, part: TracedText) -> Span:
    """Where ``part`` stands in ``text``; all of it where that cannot be told."""
    start, last = text.position_of(part.start), text.position_of(part.end - 1)
    return Span(start, last + 1) if 0 <= start <= last else Span(0, len(text.text))


def _cite(cite: LiveCite, work: Reference, origin: Origin, span: Span) -> Cite:
    placed = replace(work, origins=dict.fromkeys(work.variables, (origin,)))
    return Cite(
        placed,
        locator=cite.locator,
        label=cite.label,
        prefix=cite.prefix,
        suffix=cite.suffix,
        span=span,
    )
