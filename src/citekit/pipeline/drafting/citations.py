"""The citations of a draft as rendered, and where they go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.csl.citation import Citation
from citekit.csl.item import Item
from citekit.csl.markup import Writer
from citekit.csl.processor import Processor, RenderedCitation
from citekit.drafts.affixes import NOTHING, restore
from citekit.drafts.draft import Draft, DraftCitation, Form
from citekit.drafts.notation import Notation
from citekit.drafts.note_labels import fresh_labels
from citekit.drafts.note_marks import Habits, NoteMark, place_marks
from citekit.drafts.notes_inside import (
    as_note,
    continues_sentence,
    fitted_into_note,
    without_brackets,
)
from citekit.drafts.reading_order import PlacedCitation
from citekit.drafts.splicing import Splice
from citekit.pipeline.drafting.cites import asked, is_unsorted, with_missing
from citekit.pipeline.drafting.forms import rendered_form

_LONGEST_LEAD = 100
_LEADS = " \t>-+*0123456789.)"
_LABEL_END = "]"
_RAISED = ("^", "<sup>", "\\textsuperscript{")


@dataclass(frozen=True, slots=True)
class CitationSettings:
    """What citations are rendered with; ``items`` are all works by key."""

    items: Mapping[str, Item]
    writer: Writer
    notation: Notation
    has_links: bool


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A citation of the draft and its text; ``author`` stands before it in the sentence."""

    placed: PlacedCitation
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPieces:
    """What goes into a draft: pieces at their places, and paragraphs at its end."""

    splices: tuple[Splice, ...]
    paragraphs: tuple[str, ...] = ()


def place_citations(
    draft: Draft,
    placed: Sequence[PlacedCitation],
    processor: Processor,
    settings: CitationSettings,
) -> PlacedPieces:
    """What puts the rendered citations into the draft, with the definitions of new notes."""
    rendered = _rendered(draft, placed, processor, settings)
    labels = fresh_labels(
        [one.placed.note_number for one in rendered if one.placed.is_new_note], draft.note_labels
    )
    marks: list[NoteMark] = []
    raised: list[NoteMark] = []
    splices: list[Splice] = []
    definitions: list[str] = []
    names = iter(labels)
    for one in rendered:
        citation = one.placed.citation
        if one.placed.is_new_note:
            label = next(names)
            text = settings.writer.finish(one.text)
            mark = settings.notation.note(label, text)
            definitions.append(settings.notation.definition(label, text))
            marks.append(NoteMark(citation.span, mark, one.author, citation.can_move))
        elif not one.author and one.text.startswith(_RAISED):
            raised.append(NoteMark(citation.span, one.text, can_move=citation.can_move))
        else:
            text = f"{one.author} {one.text}" if one.author and one.text else one.author or one.text
            if _begins_line(draft.text, citation.span.start):
                text = settings.writer.finish(text)
            if text.startswith("(") and draft.text.endswith(_LABEL_END, 0, citation.span.start):
                text = settings.notation.parenthesis + text[1:]
            splices.append(Splice(citation.span, text))
    notation, behind = settings.notation, draft.metadata.notes_after_punctuation
    in_quotes = processor.locale.has_punctuation_in_quote
    splices += place_marks(draft.text, marks, notation, Habits(behind is not False, in_quotes))
    raised.sort(key=lambda mark: mark.span)
    splices += place_marks(draft.text, raised, notation, Habits(behind is True, in_quotes))
    return PlacedPieces(tuple(splices), tuple(text for text in definitions if text))


def _rendered(
    draft: Draft,
    placed: Sequence[PlacedCitation],
    processor: Processor,
    settings: CitationSettings,
) -> list[_Rendered]:
    """Every citation with its text; one without any work is ``[?key]`` where it stands."""
    is_note_style = processor.style.class_ == "note"
    known = [one for one in placed if _has_work(one.citation, settings.items)]
    requests = [_citation(draft, one, settings, is_note_style=is_note_style) for one in known]
    writer = replace(
        settings.writer,
        finish=_on_one_line,
        has_links=settings.writer.has_links or settings.has_links,
    )
    printed = iter(processor.cite(requests, writer))
    return [
        _fitted(draft, one, next(printed), processor, settings)
        if _has_work(one.citation, settings.items)
        else _Rendered(one, "; ".join(f"[?{cite.key}]" for cite in one.citation.cites))
        for one in placed
    ]


def _on_one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip(" ")


def _begins_line(text: str, at: int) -> bool:
    """Whether only blanks and marks of quotations and lists stand before ``at`` on its line."""
    before = text[max(0, at - _LONGEST_LEAD) : at]
    is_near = len(before) < _LONGEST_LEAD or "\n" in before
    return is_near and not before.rpartition("\n")[2].strip(_LEADS)


def _has_work(citation: DraftCitation, items: Mapping[str, Item]) -> bool:
    return any(cite.key in items for cite in citation.cites)


def _citation(
    draft: Draft, placed: PlacedCitation, settings: CitationSettings, *, is_note_style: bool
) -> Citation:
    """What the processor is asked for.

    Inside a note, a note style has no sentence to put the author into.
    """
    citation = placed.citation
    is_inside = is_note_style and placed.note is not None
    cites = asked(citation, settings.items, has_links=settings.has_links)
    if is_inside and placed.note and continues_sentence(draft.text, citation, placed.note):
        cites = (replace(cites[0], prefix=cites[0].prefix or NOTHING), *cites[1:])
    return Citation(
        cites,
        note_number=placed.note_number,
        is_unsorted=is_unsorted(citation),
        author_in_text=citation.form is Form.AUTHOR_IN_TEXT and not is_inside,
    )


def _fitted(
    draft: Draft,
    placed: PlacedCitation,
    printed: RenderedCitation,
    processor: Processor,
    settings: CitationSettings,
) -> _Rendered:
    citation = placed.citation
    printed = with_missing(printed, settings.writer)
    text = rendered_form(citation, printed.text, processor, settings.writer, settings.items)
    layout = processor.style.citation.layout.look
    if processor.style.class_ != "note":
        if placed.is_new_note:
            text = as_note(text, layout.prefix, layout.suffix)
        elif citation.is_bare:
            text = without_brackets(text, layout.prefix, layout.suffix)
    elif placed.note and citation.form is not Form.AUTHOR:
        text = fitted_into_note(draft.text, citation, placed.note, text, layout.suffix)
    elif placed.is_new_note and citation.cites[0].prefix:
        text = text[:1].upper() + text[1:]
    text = restore(text, citation.kept)
    return _Rendered(placed, text, restore(printed.author, citation.kept))
