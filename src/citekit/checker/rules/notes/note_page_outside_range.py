"""A page cited in a note that lies outside of the pages of the work.

    [^1]: Jane Doe, "Harbours", Shipping 3 (1984), 150.      pages = {97--111}

The page, the work or the bibliography is wrong. Compare the work. The rule holds notes against the
`.bib` entry or the printed bibliography, for articles, chapters and the like, whose pages are one
plain range; citations by key have a rule of their own, `cited-page-outside-range`.

It is wrong where the cited page counts otherwise than the bibliography, as that of a reprint or a
preprint does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.checker.finding import Problem
from citekit.checker.paper import Paper
from citekit.checker.rule import PaperCheck, Rule
from citekit.checker.rule_options import RuleOptions
from citekit.checker.rules.notes.listed_works import first_author, year_of
from citekit.checker.rules.notes.page_extent import outside
from citekit.model.citation import Citation, CitationKind, Cite, ShortFormKind
from citekit.model.diagnostic import Severity
from citekit.model.reference import CitationKey, Reference
from citekit.model.variables import ItemType, NumberVariable
from citekit.text.folding import fold

_WHOLE_WORKS = frozenset({ItemType.BOOK, ItemType.THESIS, ItemType.REPORT})
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PAGE = "page"
_NEAR = 12


@dataclass(frozen=True, slots=True)
class _Extent:
    pages: str
    author: str
    year: str


def _check(paper: Paper, _options: RuleOptions) -> Iterator[Problem]:
    extents = _extents(paper)
    for citation in paper.citations:
        if citation.kind is CitationKind.BIBLIOGRAPHY_ENTRY:
            continue
        for cite in citation.cites:
            extent = extents.get(cite.key) if cite.label == _PAGE else None
            said = outside(cite.locator, extent.pages) if extent else ""
            if said and extent and _names(cite, extent.author):
                yield from _problem(paper, citation, cite, said, extent.year)


def _extents(paper: Paper) -> dict[CitationKey, _Extent]:
    """The pages of the works that fill a part of something: listed ones, and those cited live."""
    listed = [(reference.key, reference) for reference in paper.filed]
    listed += [(mention.key, mention.reference) for mention in paper.entries]
    listed += [
        (cite.key, cite.target)
        for citation in paper.citations
        if citation.passage.live
        for cite in citation.cites
        if isinstance(cite.target, Reference)
    ]
    found: dict[CitationKey, _Extent] = {}
    for key, reference in listed:
        if key and reference.type not in _WHOLE_WORKS:
            pages = reference.number(NumberVariable.PAGE)
            found.setdefault(key, _Extent(pages, first_author(reference), year_of(reference)))
    return found


def _problem(
    paper: Paper, citation: Citation, cite: Cite, said: str, year: str
) -> Iterator[Problem]:
    text = citation.passage.text
    end = cite.span.end or len(text.text)
    start = max(text.text.rfind(cite.locator.partition("-")[0], 0, end), 0)
    other = _YEAR.search(text.text[max(0, start - _NEAR) : start])
    if other is not None and other[0] != year:
        return  # It stands behind another work.
    spans = text.source_spans(start, end)
    yield paper.problem(
        spans[0] if spans else text.pieces[0],
        f"page {cite.locator} lies outside of the pages {said} of '{cite.key}'",
        hint="Compare the work, and correct the page or the bibliography.",
    )


def _names(cite: Cite, author: str) -> bool:
    """Whether a cite names the author of the work, or is one that names nobody."""
    if isinstance(cite.target, Reference):
        return first_author(cite.target) == author
    if not cite.target.authors:
        return cite.target.kind is ShortFormKind.IBID
    return fold(cite.target.authors[0]) in author


RULE = Rule(
    "NOT078",
    "note-page-outside-range",
    __doc__,
    Severity.WARNING,
    PaperCheck(_check),
)
