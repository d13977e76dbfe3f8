"""Footnotes put together: begun by their numbers, gone on with over columns and pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from citekit.readers.pdf.foot_zones import NotedPage
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.note_heads import NoteHead, note_head, raised_marks
from citekit.readers.pdf.strand import Strand

_APART = 1.7
_FURTHEST = 5
_ENDED = re.compile(r"[.!?)\]”’\"»,;:]\s*$")


@dataclass(slots=True)
class ZoneContents:
    """What a zone holds in order: fragments of notes, and lines that belong to none."""

    fragments: list[tuple[Strand | None, list[Line]]] = field(default_factory=list)

    def add(self, note: Strand | None, line: Line) -> None:
        """Append ``line``, a part of ``note``."""
        if self.fragments and self.fragments[-1][0] is note:
            self.fragments[-1][1].append(line)
        else:
            self.fragments.append((note, [line]))


class NoteThreads:
    """Follows the notes of a document through its zones, in the order of its pages."""

    def __init__(self) -> None:
        """Before the first note."""
        self._last = 0
        self._open: Strand | None = None

    def follow(self, page: NotedPage, zone: Sequence[Line]) -> ZoneContents:
        """The notes in ``zone``, the last of which may go on in the next zone."""
        contents = ZoneContents()
        taken: set[str] = set()
        edge: float | None = None
        pitch = _pitch(zone)
        for place, line in enumerate(zone):
            head = note_head(line)
            if head and head.marker not in taken and self._accepts(head, line, edge, page.marks):
                taken.add(head.marker)
                edge = line.left if edge is None else edge
                self._begin(head)
                rest = _stripped(line.cut(head.end, len(line.text)))
                self._add(contents, rest, zone[place + 1 :])
                continue
            if place and self._is_foreign(zone[place - 1], line, pitch):
                self._open = None
            self._add(contents, line, zone[place + 1 :])
        return contents

    def _begin(self, head: NoteHead) -> None:
        self._open = Strand(marker=head.marker)
        self._last = head.number or self._last

    def _accepts(
        self, head: NoteHead, line: Line, edge: float | None, marks: frozenset[str]
    ) -> bool:
        number, called = head.number, head.marker in marks
        if not number:
            return head.is_raised or called or (self._last == 0 and edge is None)
        if number == self._last + 1:
            return head.is_raised or called or edge is None or _near(line, edge)
        if head.is_raised:
            return called or number == 1 or self._last == 0 or number <= self._last + _FURTHEST
        near = edge is None or _near(line, edge)
        within = self._last < number <= self._last + _FURTHEST
        return called and near and (within or number == 1 or self._last == 0)

    def _is_foreign(self, above: Line, line: Line, pitch: float) -> bool:
        """Whether ``line`` stands too far below the notes to belong to them."""
        return above.baseline - line.baseline > _APART * max(pitch, line.size)

    def _add(self, contents: ZoneContents, line: Line, below: Sequence[Line]) -> None:
        """Add ``line``, cut where further notes begin within it."""
        start = 0
        for mark in raised_marks(line):
            number = int(mark.marker) if mark.marker.isdecimal() else 0
            before = line.text[start : mark.start]
            if number != self._last + 1 or not _ENDED.search(before) or _heads(below, mark.marker):
                continue
            contents.add(self._open, _stripped(line.cut(start, mark.start)))
            self._begin(NoteHead(mark.marker, mark.end, is_raised=True))
            start = mark.end
        rest = _stripped(line.cut(start, len(line.text))) if start else line
        if rest.text:
            contents.add(self._open, rest)


def _heads(lines: Sequence[Line], marker: str) -> bool:
    return any((head := note_head(line)) and head.marker == marker for line in lines)


def _near(line: Line, edge: float) -> bool:
    return abs(line.left - edge) <= 1.5 * line.size


def _pitch(lines: Sequence[Line]) -> float:
    distances = [a.baseline - b.baseline for a, b in pairwise(lines)]
    return median(distances) if distances else 0.0


def _stripped(line: Line) -> Line:
    text = line.text
    start = len(text) - len(text.lstrip())
    return line.cut(start, len(text.rstrip()))
