"""Passages taken apart into cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.model.citation import (
    CitationKind,
    Cite,
    Label,
    Passage,
    ShortForm,
    ShortFormKind,
)
from citekit.model.reference import PersonalName, Reference
from citekit.model.spans import Markup, Span, TracedText
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.refparser.building import build_reference
from citekit.refparser.labelling import label_reference
from citekit.refparser.locators import (
    NONE,
    CiteLocator,
    read_locator,
    read_locator_first,
    without,
)
from citekit.refparser.short_forms import FoundShortForm, find_short_form
from citekit.refparser.signals import find_lead_in, is_statement
from citekit.refparser.works import Part, split_works

NOTES = frozenset({CitationKind.FOOTNOTE, CitationKind.ENDNOTE})
# These say who speaks, of the document itself or of a quotation, and cite no work by it.
_ABOUT_ITSELF = frozenset({CitationKind.PAGE_METADATA, CitationKind.EPIGRAPH})
# What only a full citation says; an author and a title without any of it refer back.
_FULL: frozenset[Variable] = frozenset(
    {
        TextVariable.CONTAINER_TITLE,
        TextVariable.COLLECTION_TITLE,
        TextVariable.PUBLISHER,
        TextVariable.PUBLISHER_PLACE,
        TextVariable.URL,
        TextVariable.DOI,
        TextVariable.GENRE,
        DateVariable.ISSUED,
        DateVariable.ACCESSED,
        NameVariable.EDITOR,
    }
)
# What the tagger may see in a sentence that cites nothing.
_PROSE: frozenset[Variable] = frozenset(
    {
        TextVariable.TITLE,
        TextVariable.LANGUAGE,
        TextVariable.NOTE,
        TextVariable.MEDIUM,
        TextVariable.ARCHIVE,
    }
)
_ADDRESSES: frozenset[Variable] = frozenset({TextVariable.URL, TextVariable.DOI})
_COUNTS = frozenset({NumberVariable.VOLUME.value, NumberVariable.ISSUE.value})
_MOST_WORDS = 2
_LONGEST_TITLE = 30
_FEWEST_LETTERS = 6
_AUTHOR = NameVariable.AUTHOR.value
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]{3,80})[”\"“»]")
# The conjunction that joins a work to the one before it.
_JOINT = re.compile(r"\s*(?:and|und|sowie|et|y|e)\s+(?=[^\W\d_a-z])")
_EDGES = " \t\r\n.,;:"


@dataclass(frozen=True, slots=True)
class _Work:
    """One work of a passage: its own text and what stands before and after it."""

    text: TracedText
    start: int
    prefix: str = ""
    suffix: str = ""


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


def emphasis_of(text: TracedText) -> tuple[tuple[int, int], ...]:
    """The stretches of ``text`` in italics."""
    return tuple((run.start, run.end) for run in text.runs_of(Markup.ITALIC))


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
        families = _families(reference)
        if quoted and families:
            words = ShortForm(ShortFormKind.SHORT_TITLE, families, quoted.group(1))
            return Cite(words, span=span)
    return Cite(reference, span=span)


def _families(reference: Reference) -> tuple[str, ...]:
    names = reference.name_list(NameVariable.AUTHOR)
    return tuple(name.family if isinstance(name, PersonalName) else name.text for name in names)


def _parse_note(text: TracedText, path: str) -> tuple[Cite, ...]:
    cites: list[Cite] = []
    for work in _works(text):
        cite = _parse_note_work(work, path)
        if cite is not None:
            cites.append(cite)
        elif cites:
            words = _joined(work.prefix, _joined(work.text.text, work.suffix))
            cites[-1] = replace(cites[-1], suffix=_joined(cites[-1].suffix, words))
    return tuple(cites)


def _works(text: TracedText) -> list[_Work]:
    """The works of a note; commentary goes before the first or after the one it follows."""
    parts = split_works(text.text, emphasis_of(text))
    works: list[_Work] = []
    prefix = ""
    for part in parts:
        if part.is_work:
            works.append(_work(text, part, prefix))
            prefix = ""
        elif works:
            words = _joined(works[-1].suffix, text.text[part.start : part.end])
            works[-1] = replace(works[-1], suffix=words)
        else:
            prefix = _joined(prefix, text.text[part.start : part.end])
    return works


def _work(text: TracedText, part: Part, prefix: str) -> _Work:
    piece = text.slice(part.start, part.end)
    lead = find_lead_in(piece.text, emphasis_of(piece)).end
    if part.start and not lead:
        joint = _JOINT.match(piece.text)
        lead = joint.end() if joint else 0
    prefix = _joined(prefix, piece.text[:lead])
    inner = piece.slice(lead, len(piece.text))
    start = part.start + lead + len(inner.text) - len(inner.text.lstrip())
    return _Work(inner.strip(), start, prefix)


def _joined(first: str, second: str) -> str:
    return " ".join(f"{first} {second}".split())


def _parse_entry(text: TracedText, path: str) -> Cite:
    lead = find_lead_in(text.text, emphasis_of(text))
    # Only a second-hand lead-in can stand in a list; "see" there is part of a title.
    end = lead.end if lead.second_hand else 0
    core = text.slice(end, len(text.text))
    labels = label_reference(core.text, emphasis_of(core))
    reference = build_reference(core, labels, path=path)
    return Cite(reference, prefix=text.text[:end].strip(), span=Span(end, len(text.text)))


def _parse_note_work(work: _Work, path: str) -> Cite | None:
    """The cite that a work of a note makes, or none where it proves to be commentary."""
    span = Span(work.start, work.start + len(work.text.text))
    short = find_short_form(work.text.text, emphasis_of(work.text))
    if short is not None:
        return _short_cite(work, short, span, path)
    labels = [
        label
        for label in label_reference(work.text.text, emphasis_of(work.text))
        if not _is_clause(label, work.text.text)
    ]
    locator = read_locator(work.text.text, labels)
    kept = without(labels, locator)
    reference = build_reference(work.text, kept, path=path)
    if _is_commentary(reference, work.text):
        return None
    return Cite(
        _as_short_title(reference) or reference,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=_joined(_after(work.text.text, labels, locator.span.end), work.suffix),
        span=span,
    )


def _is_clause(label: Label, text: str) -> bool:
    """Whether what was taken for a volume or issue is words of a sentence."""
    words = text[label.start : label.end].split()
    numbered = any(char.isdigit() for word in words for char in word)
    return label.variable in _COUNTS and not numbered and len(words) > _MOST_WORDS


def _short_cite(work: _Work, short: FoundShortForm, span: Span, path: str) -> Cite:
    """The cite of a short form; words after it that are no locator stand in the suffix."""
    rest = work.text.slice(short.end, len(work.text.text))
    draft = _work_after(rest, path) if _names_no_one(short.form) else None
    if draft is not None:
        return _idem_cite(work, short, draft, span)
    locator, after = NONE, ""
    if rest.text.strip(_EDGES):
        locator = read_locator(rest.text)
        if not locator.value:
            locator = read_locator(f"p. {rest.text.strip(_EDGES)}")
        if not locator.value:
            locator = read_locator_first(rest.text)
            after = _words(rest.text[locator.span.end :])
    return Cite(
        short.form,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=_joined(after, work.suffix),
        span=span,
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A work that was named after an idem, with its locator."""

    reference: Reference
    locator: CiteLocator


def _names_no_one(form: ShortForm) -> bool:
    return form.kind is ShortFormKind.IDEM and not (form.authors or form.title or form.note)


def _work_after(rest: TracedText, path: str) -> _Draft | None:
    """The new work that stands after an idem, ``None`` where only a locator does."""
    start = len(rest.text) - len(rest.text.lstrip(_EDGES))
    inner = rest.slice(start, len(rest.text))
    if sum(char.isalpha() for char in inner.text) < _FEWEST_LETTERS:
        return None
    labels = label_reference(inner.text, emphasis_of(inner))
    locator = read_locator(inner.text, labels)
    reference = build_reference(inner, without(labels, locator), path=path)
    return _Draft(reference, locator) if reference.title else None


def _idem_cite(work: _Work, short: FoundShortForm, draft: _Draft, span: Span) -> Cite:
    """The cite of a new work by the author before, or of one known by its title alone."""
    full = _FULL & set(draft.reference.variables)
    return Cite(
        replace(
            short.form,
            title=draft.reference.title,
            draft=draft.reference if full else None,
        ),
        locator=draft.locator.value,
        label=draft.locator.label,
        prefix=work.prefix,
        suffix=work.suffix,
        span=span,
    )


def _words(text: str) -> str:
    """The text without the marks around it, empty if it holds no word or number."""
    text = text.strip(_EDGES)
    return text if any(char.isalnum() for char in text) else ""


def _is_commentary(reference: Reference, text: TracedText) -> bool:
    """Whether what was taken for a title is a sentence: nobody's, whole, and not set apart."""
    set_apart = emphasis_of(text) or text.text.lstrip()[:1] in "“\"„«‘'"
    if set(reference.variables) - _PROSE:
        anchored = reference.names or _ADDRESSES & set(reference.variables)
        return not (set_apart or anchored) and is_statement(reference.title)
    return not set_apart or len(reference.title.split()) > _LONGEST_TITLE


def _as_short_title(reference: Reference) -> ShortForm | None:
    """The short form that a citation of nothing but author and title is."""
    if not reference.title or _FULL & set(reference.variables) or reference.numbers:
        return None
    families = _families(reference)
    return ShortForm(ShortFormKind.SHORT_TITLE, families, reference.title, draft=reference)


def _after(text: str, labels: Sequence[Label], end: int) -> str:
    """The words after the last thing that was read, if they are words at all."""
    last = max([end, *(label.end for label in labels)])
    rest = text[last:].strip(_EDGES + ">)]”’\"'")
    return rest if sum(char.isalpha() for char in rest) > 2 and labels else ""  # noqa: PLR2004
