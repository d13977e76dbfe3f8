"""What was read off a page, and the reference that comes of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citekit.model.citation import CitationKind, Label, Passage
from citekit.model.document import Document
from citekit.model.reference import Date, DateRange, Name, PersonalName, Reference
from citekit.model.spans import Origin, Span, TracedText
from citekit.model.variables import (
    DateVariable,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value read at ``span`` of ``line``; for a name variable, one name of the list."""

    variable: Variable
    value: str | Date | Name
    line: TracedText
    span: Span


def reference_of(document: Document, readings: Iterable[Reading]) -> Reference:
    """What ``document`` declares of itself, completed by ``readings``.

    A declared value is never replaced; of two readings of one variable the first counts, but
    names of one variable are gathered, in order.
    """
    declared = document.metadata
    taken = set(declared.variables)
    kept = [reading for reading in readings if reading.variable not in taken]
    origins = dict(declared.origins)
    for reading in kept:
        known = origins.get(reading.variable, ())
        origins[reading.variable] = (*known, *_origins(document, reading))
    return replace(
        declared,
        texts={**_texts(kept), **declared.texts},
        numbers={**_numbers(kept), **declared.numbers},
        dates={**_dates(kept), **declared.dates},
        names={**_names(kept), **declared.names},
        origins=origins,
    )


def _texts(readings: Iterable[Reading]) -> dict[TextVariable, str]:
    found: dict[TextVariable, str] = {}
    for reading in readings:
        if isinstance(reading.variable, TextVariable) and isinstance(reading.value, str):
            found.setdefault(reading.variable, reading.value)
    return found


def _numbers(readings: Iterable[Reading]) -> dict[NumberVariable, str]:
    found: dict[NumberVariable, str] = {}
    for reading in readings:
        if isinstance(reading.variable, NumberVariable) and isinstance(reading.value, str):
            found.setdefault(reading.variable, reading.value)
    return found


def _dates(readings: Iterable[Reading]) -> dict[DateVariable, Date]:
    found: dict[DateVariable, Date] = {}
    for reading in readings:
        if isinstance(reading.variable, DateVariable) and isinstance(reading.value, DateRange):
            found.setdefault(reading.variable, reading.value)
    return found


def _names(readings: Iterable[Reading]) -> dict[NameVariable, tuple[Name, ...]]:
    found: dict[NameVariable, tuple[Name, ...]] = {}
    for reading in readings:
        if isinstance(reading.variable, NameVariable) and isinstance(reading.value, PersonalName):
            names = found.get(reading.variable, ())
            found[reading.variable] = (*names, reading.value)
    return found


def _origins(document: Document, reading: Reading) -> tuple[Origin, ...]:
    spans = reading.line.source_spans(reading.span.start, reading.span.end)
    return tuple(Origin(document.path, span.start, span.end) for span in spans)


def passages_of(readings: Sequence[Reading]) -> tuple[Passage, ...]:
    """The lines that ``readings`` were read from, in the order of the file, with their labels."""
    lines: dict[int, TracedText] = {}
    labels: dict[int, list[Label]] = {}
    for reading in readings:
        at = reading.line.start
        lines.setdefault(at, reading.line)
        label = Label(reading.span.start, reading.span.end, reading.variable.value)
        if lines[at] == reading.line and label not in labels.setdefault(at, []):
            labels[at].append(label)
    return tuple(
        Passage(
            CitationKind.PAGE_METADATA,
            lines[at],
            labels=tuple(sorted(labels[at], key=lambda label: label.start)),
        )
        for at in sorted(lines)
    )
