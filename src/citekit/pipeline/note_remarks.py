"""Notes of documents that mark or list what they cite: pointers to the list, and mere remarks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from operator import itemgetter

from citekit.model.citation import Citation, CitationKind, Cite, Passage, ShortForm, ShortFormKind
from citekit.model.document import Document, DocumentFormat
from citekit.model.reference import DateRange, PersonalName, Reference
from citekit.model.spans import Span
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable
from citekit.refparser.author_year import find_author_year

NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})
_MARKED_UP = frozenset({DocumentFormat.JATS, DocumentFormat.TEI})
# The share of the entries of a list that the text cites where it is by them that it cites.
_LINKED = 0.5
_CITED = 0.3
# With fewer entries a list says nothing of what notes are for.
_FEWEST_ENTRIES = 5
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# "1963a": the first of several works of one year.
_LETTER = re.compile(r"[a-z](?!\w)")
# The places with one year that are looked at; they decide, if any do.
_MOST_PLACES = 500
# A word that may be a family name.
_FAMILY = re.compile(r"[^\W\d_][\w’'-]*")
# A name stands at most so far before the year of its work: "Smith, Jones and Miller (1999".
_CITED_BY = 60
# In a note, where titles may come between, no further than "Smith et al., ".
_CITED_IN_NOTES = 24
# Cited in notes whatever a list holds: sources, laws and cases.
_SOURCES = frozenset(
    {ItemType.MANUSCRIPT, ItemType.LEGAL_CASE, ItemType.LEGISLATION, ItemType.BILL}
)
# Of who made it, when, and what it appeared in, so much is said of a work that is cited.
_FEWEST_FACTS = 2
_HOSTS = (TextVariable.CONTAINER_TITLE, TextVariable.ARCHIVE, TextVariable.DOI)


def marks_citations(document: Document, passages: Sequence[Passage]) -> bool:
    """Whether ``document`` is XML that links its citations to its list, so that all are marked."""
    if document.format not in _MARKED_UP:
        return False
    lists, linked = set(), set()
    for passage in passages:
        items = {cite.item for live in passage.live for cite in live.cites}
        if passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY:
            lists |= items
        else:
            linked |= items
    return bool(lists) and len(lists & linked) >= _LINKED * len(lists)


def without_remarks(text: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """``citations`` of a document without the cites of notes that only mention something.

    ``text`` is that of the document. Where it cites the works of its list by author and date, a
    note that says of something no two of who made it, when, and what it appeared in, such as a
    site with its address, makes a remark. The note itself stays.
    """
    entries = tuple(
        pair
        for one in citations
        if one.kind is CitationKind.BIBLIOGRAPHY_ENTRY
        for cite in one.cites
        if isinstance(cite.target, Reference)
        for pair in _family_and_year(cite.target)
    )
    if not _cites_by_author_and_date(text, citations, entries):
        return tuple(citations)
    listed = frozenset(entries)
    return tuple(
        replace(one, cites=tuple(_settled(one.passage.text.text, one.cites, listed)))
        if one.kind in NOTES and not one.passage.live
        else one
        for one in citations
    )


def _settled(
    text: str, cites: Sequence[Cite], listed: AbstractSet[tuple[str, str]]
) -> Iterator[Cite]:
    """The cites of a note, what points to entries of the list made short forms."""
    for cite in cites:
        pointers = []
        if isinstance(cite.target, Reference):
            has_address = bool(cite.target.text(TextVariable.URL))
            pointers = list(_pointers(text, cite.span, listed, bare=not has_address))
        if pointers:
            yield from pointers
        elif not _is_remark(cite):
            yield cite


def _pointers(
    text: str, span: Span, listed: AbstractSet[tuple[str, str]], *, bare: bool
) -> Iterator[Cite]:
    """Short forms for every "Smith (1999)" in a stretch of a note that means an entry.

    What stands between name and year must be further names, unless the stretch is ``bare`` of
    addresses: beside one a work may be cited in full.
    """
    start = span.start
    for match in _YEAR.finditer(text, span.start, span.end):
        near = max(start, match.start() - _CITED_BY)
        families = [
            (place.start(), place.group())
            for place in _FAMILY.finditer(text, near, match.start())
            if (place.group(), match.group()) in listed
        ]
        if families:
            place, family = families[-1]
            letter = _LETTER.match(text, match.end())
            end = letter.end() if letter else match.end()
            dated = find_author_year(text[place:end])
            if dated is None and not (bare and match.start() - place <= _CITED_IN_NOTES):
                continue
            alone = ShortForm(ShortFormKind.SHORT_TITLE, (family,), year=match.group())
            yield Cite(dated[0] if dated else alone, span=Span(place, end))
            start = end


def _cites_by_author_and_date(
    text: str, citations: Sequence[Citation], entries: Sequence[tuple[str, str]]
) -> bool:
    """Whether the text names author and year of no few entries of its list."""
    if len(entries) < _FEWEST_ENTRIES or not any(one.kind in NOTES for one in citations):
        return False
    before = _before_years(text, citations)
    cited = sum(family in before.get(year, "") for family, year in entries)
    return cited >= _CITED * len(entries)


def _family_and_year(work: Reference) -> Iterator[tuple[str, str]]:
    names = work.name_list(NameVariable.AUTHOR) or work.name_list(NameVariable.EDITOR)
    issued = work.dates.get(DateVariable.ISSUED)
    if names and isinstance(issued, DateRange):
        first = names[0]
        family = first.family if isinstance(first, PersonalName) else first.text
        yield family, str(issued.start.year)


def _before_years(text: str, citations: Sequence[Citation]) -> Mapping[str, str]:
    """What stands before each year in the text, the list aside; close before it in notes."""
    taken = sorted(
        (piece.start, piece.end, one.kind in NOTES)
        for one in citations
        if one.kind in NOTES or one.kind is CitationKind.BIBLIOGRAPHY_ENTRY
        for piece in one.passage.text.pieces
    )
    found: dict[str, list[str]] = {}
    for match in _YEAR.finditer(text):
        index = bisect_right(taken, match.start(), key=itemgetter(0)) - 1
        within = index >= 0 and match.start() < taken[index][1]
        if not within or taken[index][2]:
            start = max(0, match.start() - (_CITED_IN_NOTES if within else _CITED_BY))
            texts = found.setdefault(match.group(), [])
            if len(texts) < _MOST_PLACES:
                texts.append(text[start : match.start()])
    return {year: "|".join(texts) for year, texts in found.items()}


def _is_remark(cite: Cite) -> bool:
    work = cite.target
    if not isinstance(work, Reference) or work.type in _SOURCES:
        return False
    host = any(work.text(variable) for variable in _HOSTS)
    return bool(work.names) + (DateVariable.ISSUED in work.dates) + host < _FEWEST_FACTS
