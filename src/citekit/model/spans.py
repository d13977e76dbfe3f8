"""Places in a file, and text that knows which places it was taken from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code-point offsets into a file decoded as text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a value was read: a span of the file at ``path``."""

    path: str
    start: int
    end: int


class Markup(StrEnum):
    """How a run of text is set or what it does."""

    ITALIC = "italic"
    BOLD = "bold"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    SMALL_CAPS = "small-caps"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class MarkupRun:
    """A stretch of a text in one markup; ``start`` and ``end`` count in that text.

    ``target`` is the address a link leads to, empty for every other markup.
    """

    start: int
    end: int
    markup: Markup
    target: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """``length`` characters standing at ``at`` in a text and at ``source`` in the file."""

    at: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class TracedText:
    """Text cleaned of its markup, in which every character still knows its place in the file.

    ``segments`` are in the order of the text and cover it but for what was supplied in
    cleaning, such as the space between two joined pieces. ``pieces`` are the stretches of the
    file, markup included, that the text was made from: one for an unbroken passage, several
    for a note torn by a page break.

    Example:
        >>> text = TracedText.of("a note", at=10)
        >>> text.slice(2, 6).text, text.slice(2, 6).pieces
        ('note', (Span(start=12, end=16),))
    """

    text: str
    segments: tuple[Segment, ...] = ()
    runs: tuple[MarkupRun, ...] = ()
    pieces: tuple[Span, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(segment.at for segment in self.segments))

    @classmethod
    def of(cls, text: str, *, at: int = 0) -> "TracedText":
        """Plain text that stands in the file at ``at`` as it is."""
        segments = (Segment(0, at, len(text)),) if text else ()
        return cls(text, segments, (), (Span(at, at + len(text)),) if text else ())

    def source_offset(self, position: int) -> int:
        """The offset in the file of the character at ``position``.

        A supplied character, and the position after the last one, give the end of what stands
        before it; a text without any source gives -1.
        """
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return self.segments[0].source if self.segments else -1
        segment = self.segments[index]
        return segment.source + min(position - segment.at, segment.length)

    def position_of(self, source: int) -> int:
        """The position in the text of the character at ``source`` in the file, -1 without one."""
        for segment in self.segments:
            if segment.source <= source < segment.source + segment.length:
                return segment.at + source - segment.source
        return -1

    def source_spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the file that ``text[start:end]`` came from, in order.

        Stretches parted only by markup (at most a few characters of the same piece) are
        joined, so that a value with an italic word in it is one span.
        """
        spans: list[Span] = []
        first = max(0, bisect_right(self._starts, start) - 1)
        for segment in self.segments[first:]:
            if segment.at >= end:
                break
            low, high = max(start, segment.at), min(end, segment.at + segment.length)
            if low >= high:
                continue
            shift = segment.source - segment.at
            spans.append(Span(low + shift, high + shift))
        return self._joined_within_pieces(spans)

    def _joined_within_pieces(self, spans: list[Span]) -> tuple[Span, ...]:
        joined: list[Span] = []
        for span in spans:
            if joined and any(
                piece.start <= joined[-1].start and span.end <= piece.end for piece in self.pieces
            ):
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return tuple(joined)

    def slice(self, start: int, end: int) -> "TracedText":
        """The part from ``start`` to ``end``, with its own places and markup.

        A part that reaches an end of the text takes the markup there with it.
        """
        start, end = max(0, start), min(len(self.text), end)
        if start == 0 and end == len(self.text):
            return self
        if start >= end:
            return TracedText("")
        first = max(0, bisect_right(self._starts, start) - 1)
        segments = []
        for segment in self.segments[first:]:
            if segment.at >= end:
                break
            low, high = max(start, segment.at), min(end, segment.at + segment.length)
            if low < high:
                segments.append(Segment(low - start, segment.source + low - segment.at, high - low))
        runs = tuple(
            MarkupRun(
                max(run.start, start) - start, min(run.end, end) - start, run.markup, run.target
            )
            for run in self.runs
            if run.start < end and run.end > start
        )
        return TracedText(self.text[start:end], tuple(segments), runs, self._pieces_of(start, end))

    def _pieces_of(self, start: int, end: int) -> tuple[Span, ...]:
        spans = list(self.source_spans(start, end))
        if spans and start == 0:
            spans[0] = Span(min(spans[0].start, self.pieces[0].start), spans[0].end)
        if spans and end == len(self.text):
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, self.pieces[-1].end))
        return tuple(spans)

    def strip(self) -> "TracedText":
        """The text without white space at its ends."""
        stripped = self.text.strip()
        start = self.text.find(stripped) if stripped else 0
        return self.slice(start, start + len(stripped))

    def runs_of(self, markup: Markup) -> tuple[MarkupRun, ...]:
        """The runs in ``markup``, in order."""
        return tuple(run for run in self.runs if run.markup is markup)

    @property
    def start(self) -> int:
        """The offset in the file at which the text begins, -1 without a source."""
        return self.pieces[0].start if self.pieces else -1

    @property
    def end(self) -> int:
        """The offset in the file after the last piece, -1 without a source."""
        return self.pieces[-1].end if self.pieces else -1


def join_traced(parts: Iterable[TracedText], separator: str = " ") -> TracedText:
    """One text of ``parts`` with ``separator`` between them, which has no place in the file.

    Empty parts are left out. The pieces of the result are those of all parts, in order.
    """
    texts: list[str] = []
    segments: list[Segment] = []
    runs: list[MarkupRun] = []
    pieces: list[Span] = []
    position = 0
    for part in parts:
        if not part.text:
            continue
        if texts:
            texts.append(separator)
            position += len(separator)
        texts.append(part.text)
        segments += [Segment(s.at + position, s.source, s.length) for s in part.segments]
        runs += [
            MarkupRun(r.start + position, r.end + position, r.markup, r.target) for r in part.runs
        ]
        pieces += part.pieces
        position += len(part.text)
    return TracedText("".join(texts), tuple(segments), tuple(runs), tuple(pieces))
