"""Building text that knows where each of its characters stands in the file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from citekit.model.spans import Markup, MarkupRun, Segment, Span, TracedText

# White space other than a lone space, and control characters, which no text needs.
_UNCLEAN = re.compile(r"\s{2,}|[^\S ]|[\x00-\x08\x0e-\x1b\x7f]+")


@dataclass(slots=True)
class TracedBuilder:
    """A text under construction: stretches of a source are added, white space is made one space.

    Every run of white space becomes a single space that stands for its first character; white
    space at the ends goes. Control characters are left out. Offsets given to the methods count
    in ``source``.
    """

    source: str
    length: int = 0
    _texts: list[str] = field(default_factory=list)
    _segments: list[Segment] = field(default_factory=list)
    _runs: list[MarkupRun] = field(default_factory=list)
    _after_space: bool = True

    @property
    def first_source(self) -> int:
        """Where the first character stands that has a place, -1 without one."""
        return self._segments[0].source if self._segments else -1

    def add(self, start: int, end: int) -> None:
        """Append ``source[start:end]``, cleaned."""
        position = start
        for unclean in _UNCLEAN.finditer(self.source, start, end):
            self._append(self.source[position : unclean.start()], position)
            if unclean.group()[0].isspace():
                self.put(" ", unclean.start())
            position = unclean.end()
        self._append(self.source[position:end], position)

    def put(self, text: str, at: int) -> None:
        """Append ``text``, the meaning of what begins at ``at``: an entity, a line break."""
        if text.isspace():
            self._append(" ", at)
        elif text:
            for character in text:
                self._push(character, at)

    def supply(self, text: str) -> None:
        """Append ``text`` that has no place in the file, such as a space between two cells."""
        if text.isspace() and self._after_space:
            return
        self._texts.append(text)
        self.length += len(text)
        self._after_space = text.isspace()

    def mark(self, start: int, end: int, markup: Markup, target: str = "") -> None:
        """Set the markup of a stretch, ``start`` and ``end`` counting in the text built."""
        if start < end:
            self._runs.append(MarkupRun(start, end, markup, target))

    def build(self, pieces: tuple[Span, ...]) -> TracedText:
        """The text as it stands, made from ``pieces``."""
        text = "".join(self._texts)
        trimmed = text.rstrip()
        length = len(trimmed)
        segments = self._segments
        while segments and segments[-1].at + segments[-1].length > length:
            last = segments.pop()
            if last.at < length:
                segments.append(replace(last, length=length - last.at))
        runs = trimmed_runs(self._runs, trimmed)
        return TracedText(trimmed, tuple(segments), runs, pieces)

    def _append(self, text: str, at: int) -> None:
        if self._after_space and text.startswith(" "):
            text, at = text[1:], at + 1
        if text:
            self._push(text, at)

    def _push(self, text: str, at: int) -> None:
        last = self._segments[-1] if self._segments else None
        if (
            last is not None
            and last.at + last.length == self.length
            and last.source + last.length == at
        ):
            self._segments[-1] = Segment(last.at, last.source, last.length + len(text))
        else:
            self._segments.append(Segment(self.length, at, len(text)))
        self._texts.append(text)
        self.length += len(text)
        self._after_space = text[-1].isspace()


def trimmed_runs(runs: Iterable[MarkupRun], text: str) -> tuple[MarkupRun, ...]:
    """The runs without white space at their ends, in order, empty ones left out."""
    kept = []
    for run in runs:
        start, end = run.start, min(run.end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            kept.append(MarkupRun(start, end, run.markup, run.target))
    return tuple(sorted(kept, key=lambda run: (run.start, -run.end)))


def clean(source: str, start: int, end: int) -> TracedText:
    """The text of ``source[start:end]`` with its white space cleaned and no markup."""
    builder = TracedBuilder(source)
    builder.add(start, end)
    return builder.build((Span(start, end),))


_FLAT = {code: " " for code in range(0x21) if chr(code).isspace()}


def verbatim(source: str, start: int, end: int) -> TracedText:
    """The text of ``source[start:end]`` as it stands, in one segment, line ends made spaces.

    For stretches too long to be prose: it costs no more than the text itself.
    """
    text = source[start:end].translate(_FLAT)
    return TracedText(text, (Segment(0, start, end - start),), (), (Span(start, end),))


def relocate(traced: TracedText, base: TracedText) -> TracedText:
    """``traced``, whose places count in ``base.text``, with places in the file instead."""
    segments: list[Segment] = []
    index = 0
    sources = base.segments
    for segment in traced.segments:
        low, high = segment.source, segment.source + segment.length
        while index and sources[min(index, len(sources) - 1)].at > low:
            index -= 1
        while index < len(sources) and sources[index].at + sources[index].length <= low:
            index += 1
        cursor = index
        while cursor < len(sources) and sources[cursor].at < high:
            part = sources[cursor]
            start, end = max(low, part.at), min(high, part.at + part.length)
            if start < end:
                at = segment.at + start - low
                segments.append(Segment(at, part.source + start - part.at, end - start))
            cursor += 1
    return TracedText(traced.text, tuple(segments), traced.runs, base.pieces)
