"""Text laid out from a document that is no text: paragraphs one below the other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from citekit.model.live_citation import LiveCitation, LiveCite
from citekit.model.spans import Markup, MarkupRun, Segment, Span, TracedText
from citekit.readers.tracing import trimmed_runs

_BLANK = re.compile(r"[\s\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run of text is set."""

    markups: frozenset[Markup] = frozenset()
    target: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a note: ``start`` to ``end`` in the printed paragraph calls the note ``id``."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with its place in the laid-out text."""

    text: TracedText
    marks: tuple[Mark, ...] = ()
    live: tuple[LiveCitation, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """A paragraph being put together.

    What is printed goes into the laid-out text; marks of notes are printed and are not part of
    the text of the block. White space becomes one space, at the ends it goes.
    """

    printed: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    printed_length: int = 0
    length: int = 0
    segments: list[Segment] = field(default_factory=list)
    runs: list[MarkupRun] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    live: list[tuple[int, int, tuple[LiveCite, ...]]] = field(default_factory=list)
    _after_space: bool = True

    def add(self, text: str, setting: Setting) -> None:
        """Append ``text`` as it is set."""
        text = _BLANK.sub(" ", text)
        if self._after_space:
            text = text.removeprefix(" ")
        if not text:
            return
        start = self.length
        self._extend(len(text))
        self.shown.append(text)
        self.printed.append(text)
        self.length += len(text)
        self.printed_length += len(text)
        self._after_space = text.endswith(" ")
        for markup in sorted(setting.markups):
            self._mark_up(start, MarkupRun(start, self.length, markup))
        if setting.target:
            run = MarkupRun(start, self.length, Markup.LINK, setting.target)
            self._mark_up(start, run)

    def break_line(self) -> None:
        """Append a line end, which is a space in the text of the block."""
        if not self._after_space:
            self.add(" ", Setting())
            self.printed[-1] = "\n"

    def append(self, other: "Paragraph") -> None:
        """Append all of ``other``, with a space between the two."""
        self.add(" ", Setting())
        at, printed_at = self.length, self.printed_length
        self.printed += other.printed
        self.shown += other.shown
        self.segments += [
            Segment(s.at + at, s.source + printed_at, s.length) for s in other.segments
        ]
        self.runs += [MarkupRun(r.start + at, r.end + at, r.markup, r.target) for r in other.runs]
        self.marks += [Mark(m.start + printed_at, m.end + printed_at, m.id) for m in other.marks]
        self.live += [(start + at, end + at, cites) for start, end, cites in other.live]
        self.length += other.length
        self.printed_length += other.printed_length
        self._after_space = self._after_space if not other.shown else other.shown[-1].endswith(" ")

    def call(self, marker: str, note: str) -> None:
        """Append the mark that calls a note."""
        if not marker:
            return
        start = self.printed_length
        self.printed.append(marker)
        self.printed_length += len(marker)
        self.marks.append(Mark(start, self.printed_length, note))

    def hold(self, start: int, cites: tuple[LiveCite, ...]) -> None:
        """Remember that what was added since ``start`` is a live citation of ``cites``."""
        if start < self.length:
            self.live.append((start, self.length, cites))

    def _extend(self, length: int) -> None:
        last = self.segments[-1] if self.segments else None
        if last is not None and last.source + last.length == self.printed_length:
            self.segments[-1] = Segment(last.at, last.source, last.length + length)
        else:
            self.segments.append(Segment(self.length, self.printed_length, length))

    def _mark_up(self, start: int, run: MarkupRun) -> None:
        for index in range(len(self.runs) - 1, max(-1, len(self.runs) - 7), -1):
            last = self.runs[index]
            if last.markup is run.markup and last.target == run.target and last.end == start:
                self.runs[index] = MarkupRun(last.start, run.end, run.markup, run.target)
                return
        self.runs.append(run)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be printed."""
        return not self.marks and not any(map(str.strip, self.shown))


@dataclass(slots=True)
class LaidOut:
    """The text of a document as it grows, one paragraph a line."""

    lines: list[str] = field(default_factory=list)
    length: int = 0

    def place(self, paragraph: Paragraph, *, lead: str = "") -> Placed:
        """Print ``paragraph``, after ``lead`` (the number of a note), and say where it stands."""
        printed = "".join(paragraph.printed).rstrip()
        at = self.length + len(lead)
        self.lines.append(lead + printed)
        self.length = at + len(printed) + 1
        shown = "".join(paragraph.shown)
        whole = TracedText(
            shown,
            tuple(Segment(s.at, s.source + at, s.length) for s in paragraph.segments),
            trimmed_runs(paragraph.runs, shown),
            (Span(at, at + len(printed)),),
        )
        live = tuple(
            LiveCitation(part, cites)
            for start, end, cites in paragraph.live
            if (part := whole.slice(start, end).strip()).text
        )
        marks = tuple(Mark(m.start + at, m.end + at, m.id) for m in paragraph.marks)
        return Placed(_kept_whole(whole.strip(), at, printed), marks, live)

    def place_all(self, paragraphs: Iterable[Paragraph], *, lead: str) -> tuple[Placed, ...]:
        """Print the paragraphs of a note, the first after ``lead``; empty ones are left out."""
        placed: list[Placed] = []
        for paragraph in paragraphs:
            if not paragraph.is_empty:
                placed.append(self.place(paragraph, lead="" if placed else lead))
        return tuple(placed)

    @property
    def text(self) -> str:
        """The text so far, each paragraph ending in a line feed."""
        return "".join(f"{line}\n" for line in self.lines)


def _kept_whole(text: TracedText, at: int, printed: str) -> TracedText:
    """``text`` with the whole printed paragraph, marks included, as its piece."""
    lead = len(printed) - len(printed.lstrip())
    piece = Span(at + lead, at + len(printed))
    return TracedText(text.text, text.segments, text.runs, (piece,))
