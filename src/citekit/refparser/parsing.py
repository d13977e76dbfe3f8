"""Passages taken apart into cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.model.citation import CitationKind, Cite, Label, Passage, ShortForm, ShortFormKind
from citekit.model.reference import Reference
from citekit.model.spans import Span, TracedText
from citekit.model.variables import ItemType, NameVariable
from citekit.refparser.american_books import page_of_book
from citekit.refparser.archival import ArchivalSource, read_archival
from citekit.refparser.building import build_reference
from citekit.refparser.commentary import is_clause, is_commentary
from citekit.refparser.labelling import label_references
from citekit.refparser.locators import read_locator, without
from citekit.refparser.note_works import NoteWork, emphasis_of, joined, works_of
from citekit.refparser.short_cites import as_short_title, families_of, short_cite
from citekit.refparser.short_forms import (
    FoundShortForm,
    find_short_form,
    names_short_form,
    starts_with_short_form,
)
from citekit.refparser.signals import find_lead_in

NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})
# These say who speaks, of the document itself or of a quotation, and cite no work by it.
_ABOUT_ITSELF = frozenset({CitationKind.PAGE_METADATA, CitationKind.EPIGRAPH})
_AUTHOR = NameVariable.AUTHOR.value
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]{3,80})[”\"“»]")
_BRACKETED = re.compile(r"\(([^()]{2,80})\)[.\s]*$")
_EDGES = " \t\r\n.,;:。、，；："


def parse_passage(passage: Passage, *, path: str = "") -> tuple[Cite, ...]:
    """The works that ``passage`` cites, in order; none where it only comments.

    The page at the end of a note is the locator of its cite, never the ``page`` of the work
    (CSL 1.0.2, "Locators"). Nothing is dropped: what is neither work nor locator stands in
    ``prefix`` or ``suffix``.
    """
    return parse_passages([passage], path=path)[0]


def parse_passages(passages: Sequence[Passage], *, path: str = "") -> list[tuple[Cite, ...]]:
    """What ``parse_passage`` gives for each; many at a time take half the time each."""
    found: list[tuple[Cite, ...]] = [()] * len(passages)
    notes: dict[int, list[_Work]] = {}
    entries: list[int] = []
    for i, passage in enumerate(passages):
        if passage.kind in _ABOUT_ITSELF:
            continue
        if passage.labels or passage.thread:
            found[i] = (_parse_labelled(passage, path),)
        elif passage.kind in NOTES:
            notes[i] = [_work(work) for work in works_of(passage.text)]
        elif passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY:
            entries.append(i)
    for i, cite in zip(
        entries, _parse_entries([passages[i].text for i in entries], path), strict=True
    ):
        found[i] = (cite,)
    _label([work for works in notes.values() for work in works])
    for i, works in notes.items():
        found[i] = _cites_of_note(works, path)
    return found


def parse_reference(text: str, *, path: str = "") -> Reference:
    """The reference that a string from a bibliography holds."""
    return parse_references([text], path=path)[0]


def parse_references(texts: Sequence[str], *, path: str = "") -> list[Reference]:
    """The reference that each string holds; many at a time take half the time each."""
    targets = [cite.target for cite in _parse_entries([TracedText.of(x) for x in texts], path)]
    return [target if isinstance(target, Reference) else Reference() for target in targets]


def _parse_labelled(passage: Passage, path: str) -> Cite:
    """The cite of a passage whose finding showed what is what.

    A person named with nothing but words of theirs ("X's term “…”") refers to a work that is
    cited elsewhere, if to any.
    """
    item_type = passage.type or (ItemType.DOCUMENT if passage.thread else None)
    reference = build_reference(passage.text, passage.labels, path=path, item_type=item_type)
    span = Span(0, len(passage.text.text))
    if passage.type is None and [label.variable for label in passage.labels] == [_AUTHOR]:
        quoted = _QUOTED.search(passage.text.text, passage.labels[0].end)
        families = families_of(reference)
        if quoted and families:
            words = ShortForm(ShortFormKind.SHORT_TITLE, families, quoted.group(1))
            return Cite(words, span=span)
    return Cite(reference, span=span)


@dataclass(slots=True)
class _Work:
    """A work of a note, and what was read of it: at most one of the three."""

    note: NoteWork
    short: FoundShortForm | None = None
    archival: ArchivalSource | None = None
    labels: Sequence[Label] = ()


def _work(note: NoteWork) -> _Work:
    """The work with what can be told without the tagger."""
    short = find_short_form(note.text.text, emphasis_of(note.text))
    return _Work(note, short, read_archival(note.text.text) if short is None else None)


def _label(works: Sequence[_Work]) -> None:
    """Tags those that are neither short forms nor archival sources, all together."""
    unread = [work for work in works if work.short is None and work.archival is None]
    texts = [work.note.text for work in unread]
    labels = label_references([text.text for text in texts], [emphasis_of(text) for text in texts])
    for work, found in zip(unread, labels, strict=True):
        work.labels = found


def _cites_of_note(works: Sequence[_Work], path: str) -> tuple[Cite, ...]:
    cites: list[Cite] = []
    for work in works:
        cite = _cite_of_work(work, path)
        if cite is not None:
            cites.append(cite)
        elif cites:
            words = joined(work.note.prefix, joined(work.note.text.text, work.note.suffix))
            cites[-1] = replace(cites[-1], suffix=joined(cites[-1].suffix, words))
    return tuple(cites)


def _parse_entries(texts: Sequence[TracedText], path: str) -> list[Cite]:
    ends = [_end_of_lead_in(text) for text in texts]
    cores = [text.slice(end, len(text.text)) for text, end in zip(texts, ends, strict=True)]
    archival = [read_archival(core.text) for core in cores]
    unread = [core for core, source in zip(cores, archival, strict=True) if source is None]
    labels = iter(label_references([x.text for x in unread], [emphasis_of(x) for x in unread]))
    cites = []
    for text, end, core, source in zip(texts, ends, cores, archival, strict=True):
        reference = build_reference(
            core,
            source.labels if source else next(labels),
            path=path,
            item_type=ItemType.MANUSCRIPT if source else None,
        )
        span = Span(end, len(text.text))
        cites.append(Cite(reference, prefix=text.text[:end].strip(), span=span))
    return cites


def _end_of_lead_in(text: TracedText) -> int:
    """Only a second-hand lead-in can stand in a list; "see" there is part of a title."""
    lead = find_lead_in(text.text, emphasis_of(text))
    return lead.end if lead.second_hand else 0


def _cite_of_work(read: _Work, path: str) -> Cite | None:
    """The cite that a work of a note makes, or none where it proves to be commentary."""
    work = read.note
    span = Span(work.start, work.start + len(work.text.text))
    if read.short is not None:
        return short_cite(work, read.short, span, path)
    if read.archival is not None:
        return _archival_cite(work, read.archival, span, path)
    labels = [label for label in read.labels if not is_clause(label, work.text.text)]
    labels = list(page_of_book(work.text.text, labels))
    locator = read_locator(work.text.text, labels)
    kept = without(labels, locator)
    reference = build_reference(work.text, kept, path=path)
    if is_commentary(reference, work.text):
        return _bracketed_at_end(work, path)
    return Cite(
        as_short_title(reference) or reference,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=joined(_after(work.text.text, labels, locator.span.end), work.suffix),
        span=span,
    )


def _bracketed_at_end(work: NoteWork, path: str) -> Cite | None:
    """The short form in brackets that ends words of the author's own: "… (Hart, op. cit., 5)."."""
    match = _BRACKETED.search(work.text.text)
    if match is None:
        return None
    inner = work.text.slice(match.start(1), match.end(1))
    if not (starts_with_short_form(inner.text) or names_short_form(inner.text)):
        return None
    short = find_short_form(inner.text)
    if short is None:
        return None
    start = work.start + match.start(1)
    before = joined(work.prefix, work.text.text[: match.start()])
    held = NoteWork(inner, start, before, work.suffix)
    return short_cite(held, short, Span(start, start + len(inner.text)), path)


def _archival_cite(work: NoteWork, archival: ArchivalSource, span: Span, path: str) -> Cite:
    reference = build_reference(
        work.text, archival.labels, path=path, item_type=ItemType.MANUSCRIPT
    )
    locator = archival.locator
    after = _after(work.text.text, archival.labels, locator.span.end)
    return Cite(
        reference,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=joined(after, work.suffix),
        span=span,
    )


def _after(text: str, labels: Sequence[Label], end: int) -> str:
    """The words after the last thing that was read, if they are words at all."""
    last = max([end, *(label.end for label in labels)])
    rest = text[last:].strip(_EDGES + ">)]”’\"'")
    return rest if sum(char.isalpha() for char in rest) > 2 and labels else ""  # noqa: PLR2004
