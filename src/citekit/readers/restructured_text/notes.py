"""Footnotes of reStructuredText: their numbers and signs, and the places that call them.

Source: reStructuredText Markup Specification, "Footnotes".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from citekit.model.document import Note
from citekit.model.spans import Span, TracedText, join_traced

_SIGNS = "*†‡§¶#♠♥♦♣"  # as docutils has them


@dataclass(frozen=True, slots=True)
class RstMark:
    """A place in the text that calls a note by ``label``: ``1``, ``#``, ``#name`` or ``*``."""

    label: str
    span: Span


@dataclass(slots=True)
class RstNote:
    """A footnote with the label it is defined by, and its paragraphs."""

    label: str
    parts: list[TracedText] = field(default_factory=list)


def assemble_rst_notes(notes: Mapping[int, RstNote], marks: Sequence[RstMark]) -> tuple[Note, ...]:
    """The notes in the order of their first mark, those without one last.

    Notes that ask for a number get the next one that no other has, those that ask for a sign the
    next sign; a mark without a name calls the next note without one.
    """
    shown = _markers([note.label for note in notes.values()])
    called = _called([note.label for note in notes.values()], marks)
    found: list[tuple[Note, int]] = []
    for index, note in enumerate(notes.values()):
        if note.parts:
            label = note.label.removeprefix("#").strip("*") or shown[index]
            text = _one_passage(note.parts)
            found.append((Note(label, shown[index], text, mark=called.get(index)), text.start))
    found.sort(key=lambda pair: (pair[0].mark is None, pair[0].mark or Span(pair[1], 0)))
    return tuple(note for note, _ in found)


def _markers(labels: Sequence[str]) -> list[str]:
    taken = {label for label in labels if label.isdecimal()}
    markers: list[str] = []
    number = signs = 0
    for label in labels:
        if label.startswith("#"):
            number += 1
            while str(number) in taken:
                number += 1
            markers.append(str(number))
        elif label == "*":
            markers.append(_SIGNS[signs % len(_SIGNS)] * (1 + signs // len(_SIGNS)))
            signs += 1
        else:
            markers.append(label)
    return markers


def _called(labels: Sequence[str], marks: Sequence[RstMark]) -> Mapping[int, Span]:
    """The first mark of each note, by its number in the file."""
    named: dict[str, int] = {}
    unnamed: dict[str, list[int]] = {"#": [], "*": []}
    for index, label in enumerate(labels):
        if label in unnamed:
            unnamed[label].append(index)
        else:
            named.setdefault(label, index)
    queues = {label: iter(indices) for label, indices in unnamed.items()}
    called: dict[int, Span] = {}
    for mark in marks:
        queue = queues.get(mark.label)
        meant = next(queue, None) if queue is not None else named.get(mark.label)
        if meant is not None:
            called.setdefault(meant, mark.span)
    return called


def _one_passage(parts: list[TracedText]) -> TracedText:
    joined = join_traced(parts)
    return TracedText(
        joined.text, joined.segments, joined.runs, (Span(parts[0].start, parts[-1].end),)
    )
