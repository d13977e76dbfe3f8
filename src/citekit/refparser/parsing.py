"""Passages taken apart into cites."""

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.model.citation import CitationKind, Cite, Label, Passage, ShortForm, ShortFormKind
from citekit.model.reference import Reference
from citekit.model.spans import Span, TracedText
from citekit.model.variables import ItemType, NameVariable
from citekit.refparser.archival import ArchivalSource, read_archival
from citekit.refparser.building import build_reference
from citekit.refparser.commentary import is_clause, is_commentary
from citekit.refparser.labelling import label_reference
from citekit.refparser.locators import read_locator, without
from citekit.refparser.note_works import NoteWork, emphasis_of, joined, works_of
from citekit.refparser.short_cites import as_short_title, families_of, short_cite
from citekit.refparser.short_forms import find_short_form
from citekit.refparser.signals import find_lead_in

NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})
# These say who speaks, of the document itself or of a quotation, and cite no work by it.
_ABOUT_ITSELF = frozenset({CitationKind.PAGE_METADATA, CitationKind.EPIGRAPH})
_AUTHOR = NameVariable.AUTHOR.value
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]{3,80})[”\"“»]")
_EDGES = " \t\r\n.,;:。、，；："


def parse_passage(passage: Passage, *, path: str = "") -> tuple[Cite, ...]:
    """The works that ``passage`` cites, in order; none where it only comments.

    The page at the end of a note is the locator of its cite, never the ``page`` of the work
    (CSL 1.0.2, "Locators"). Nothing is dropped: what is neither work nor locator stands in
    ``prefix`` or ``suffix``.
    """
    if passage.kind in _ABOUT_ITSELF:
        return ()
    if passage.labels or passage.thread:
        return (_parse_labelled(passage, path),)
    if passage.kind in NOTES:
        return _parse_note(passage.text, path)
    if passage.kind is CitationKind.BIBLIOGRAPHY_ENTRY:
        return (_parse_entry(passage.text, path),)
    return ()


def parse_reference(text: str, *, path: str = "") -> Reference:
    """The reference that a string from a bibliography holds."""
    cite = _parse_entry(TracedText.of(text), path)
    return cite.target if isinstance(cite.target, Reference) else Reference()


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


def _parse_note(text: TracedText, path: str) -> tuple[Cite, ...]:
    cites: list[Cite] = []
    for work in works_of(text):
        cite = _parse_note_work(work, path)
        if cite is not None:
            cites.append(cite)
        elif cites:
            words = joined(work.prefix, joined(work.text.text, work.suffix))
            cites[-1] = replace(cites[-1], suffix=joined(cites[-1].suffix, words))
    return tuple(cites)


def _parse_entry(text: TracedText, path: str) -> Cite:
    lead = find_lead_in(text.text, emphasis_of(text))
    # Only a second-hand lead-in can stand in a list; "see" there is part of a title.
    end = lead.end if lead.second_hand else 0
    core = text.slice(end, len(text.text))
    archival = read_archival(core.text)
    labels = archival.labels if archival else label_reference(core.text, emphasis_of(core))
    item_type = ItemType.MANUSCRIPT if archival else None
    reference = build_reference(core, labels, path=path, item_type=item_type)
    return Cite(reference, prefix=text.text[:end].strip(), span=Span(end, len(text.text)))


def _parse_note_work(work: NoteWork, path: str) -> Cite | None:
    """The cite that a work of a note makes, or none where it proves to be commentary."""
    span = Span(work.start, work.start + len(work.text.text))
    short = find_short_form(work.text.text, emphasis_of(work.text))
    if short is not None:
        return short_cite(work, short, span, path)
    archival = read_archival(work.text.text)
    if archival is not None:
        return _archival_cite(work, archival, span, path)
    labels = [
        label
        for label in label_reference(work.text.text, emphasis_of(work.text))
        if not is_clause(label, work.text.text)
    ]
    locator = read_locator(work.text.text, labels)
    kept = without(labels, locator)
    reference = build_reference(work.text, kept, path=path)
    if is_commentary(reference, work.text):
        return None
    return Cite(
        as_short_title(reference) or reference,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=joined(_after(work.text.text, labels, locator.span.end), work.suffix),
        span=span,
    )


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
