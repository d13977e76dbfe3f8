"""Putting the notes of a Markdown document together from their parts and marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.model.document import Note
from citekit.model.spans import Span, TracedText, join_traced
from citekit.readers.markdown_inline import InlineNote, NoteMark


@dataclass(frozen=True, slots=True)
class NotePart:
    """A paragraph of a note's definition; all but the first one ``continues`` it."""

    label: str
    text: TracedText
    continues: bool = False


def assemble_notes(
    parts: Sequence[NotePart], marks: Sequence[NoteMark], inline: Sequence[InlineNote]
) -> tuple[Note, ...]:
    """The notes in the order of their first mark, those without one last.

    A label that is a number is what a reader sees, if all labels are; otherwise the notes are
    numbered in order, as pandoc does. A label defined twice gives two notes, the mark is the
    first one's.
    """
    defined = _joined(parts)
    first_mark: dict[str, Span] = {}
    for mark in marks:
        first_mark.setdefault(mark.label, mark.span)
    found: list[tuple[Span | None, str, TracedText]] = [
        (first_mark.pop(label, None), label, text) for label, text in defined
    ]
    found += [(note.mark, "", note.text) for note in inline]
    found.sort(key=lambda item: (item[0] is None, item[0] or Span(item[2].start, 0)))
    numeric = all(label.isdecimal() for _, label, _ in found)
    return tuple(
        Note(label or str(number), label if numeric else str(number), text, mark=mark)
        for number, (mark, label, text) in enumerate(found, start=1)
    )


def _joined(parts: Sequence[NotePart]) -> list[tuple[str, TracedText]]:
    groups: list[tuple[str, list[TracedText]]] = []
    for part in parts:
        if part.continues and groups and groups[-1][0] == part.label:
            groups[-1][1].append(part.text)
        else:
            groups.append((part.label, [part.text]))
    return [(label, _one_passage(texts)) for label, texts in groups]


def _one_passage(texts: list[TracedText]) -> TracedText:
    """The paragraphs of a note as one unbroken passage."""
    joined = join_traced(texts)
    piece = Span(texts[0].start, texts[-1].end)
    return TracedText(joined.text, joined.segments, joined.runs, (piece,))
