"""The cites that short forms make: ibid., idem, and an author with a short title."""

import re
from dataclasses import dataclass, replace

from citekit.model.citation import Cite, Label, ShortForm, ShortFormKind
from citekit.model.reference import PersonalName, Reference
from citekit.model.spans import Span, TracedText
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable, Variable
from citekit.refparser.building import build_reference
from citekit.refparser.labelling import label_reference
from citekit.refparser.locators import NONE, CiteLocator, read_locator, read_locator_first, without
from citekit.refparser.note_works import NoteWork, emphasis_of, joined
from citekit.refparser.short_forms import FoundShortForm
from citekit.refparser.surnames import INITIALS, SURNAMES

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
# "S. Doe, ‘A chapter’ in Roe, op. cit.": the chapter is new, the book was cited before.
_CHAPTER_IN = re.compile(
    rf"(?P<head>.{{3,400}}[”’\"»]),?\s+in:?\s+(?P<editors>{INITIALS}{SURNAMES}),?\s*\(?$", re.DOTALL
)
_FEWEST_LETTERS = 6
_EDGES = " \t\r\n.,;:"
_AROUND = f"{_EDGES}()[]"


def short_cite(work: NoteWork, short: FoundShortForm, span: Span, path: str) -> Cite:
    """The cite of a short form; words after it that are no locator stand in the suffix."""
    rest = work.text.slice(short.end, len(work.text.text))
    chapter = _CHAPTER_IN.match(work.text.text[: short.start])
    if chapter is not None:
        return _chapter_cite(work, chapter, rest, path)
    draft = _work_after(rest, path) if _names_no_one(short.form) else None
    if draft is not None:
        return _idem_cite(work, short, draft, span)
    locator, after = NONE, ""
    if rest.text.strip(_EDGES):
        locator = read_locator(rest.text)
        if not locator.value:
            locator = read_locator(f"p. {rest.text.strip(_AROUND)}")
        if not locator.value:
            locator = read_locator_first(rest.text)
            after = _words(rest.text[locator.span.end :])
    return Cite(
        short.form,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=joined(after, work.suffix),
        span=span,
    )


def _chapter_cite(work: NoteWork, found: re.Match[str], rest: TracedText, path: str) -> Cite:
    """The cite of a chapter that is named in full, in a book that is cited short.

    The words that refer back to the book stand in the suffix.
    """
    head = work.text.slice(0, found.end("head"))
    labels = label_reference(head.text, emphasis_of(head))
    editors = Label(*found.span("editors"), NameVariable.EDITOR.value)
    reference = build_reference(
        work.text, [*labels, editors], path=path, item_type=ItemType.CHAPTER
    )
    locator = read_locator(rest.text) if rest.text.strip(_EDGES) else NONE
    back = work.text.text[found.end("head") :].strip(_EDGES)
    return Cite(
        reference,
        locator=locator.value,
        label=locator.label,
        prefix=work.prefix,
        suffix=joined(back, work.suffix),
        span=Span(work.start, work.start + len(work.text.text)),
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
    if not rest.text.lstrip().startswith((",", ":")):
        return None  # a page, or a sentence of its own
    start = len(rest.text) - len(rest.text.lstrip(_EDGES))
    inner = rest.slice(start, len(rest.text))
    if sum(char.isalpha() for char in inner.text) < _FEWEST_LETTERS:
        return None
    labels = label_reference(inner.text, emphasis_of(inner))
    locator = read_locator(inner.text, labels)
    reference = build_reference(inner, without(labels, locator), path=path)
    return _Draft(reference, locator) if reference.title else None


def _idem_cite(work: NoteWork, short: FoundShortForm, draft: _Draft, span: Span) -> Cite:
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


def as_short_title(reference: Reference) -> ShortForm | None:
    """The short form that a citation of nothing but author and title is."""
    if not reference.title or _FULL & set(reference.variables) or reference.numbers:
        return None
    families = families_of(reference)
    return ShortForm(ShortFormKind.SHORT_TITLE, families, reference.title, draft=reference)


def families_of(reference: Reference) -> tuple[str, ...]:
    """The family names of the authors, those of bodies whole."""
    names = reference.name_list(NameVariable.AUTHOR)
    return tuple(name.family if isinstance(name, PersonalName) else name.text for name in names)
