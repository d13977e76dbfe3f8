"""Strands of text written out in the order of the pages, each character with its place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.model.pages import Box, PrintedLine
from citekit.model.spans import Markup, MarkupRun, Segment, Span, TracedText, join_traced
from citekit.readers.pdf.hyphenation import mend
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.strand import Placed, Strand


class PageText:
    """The text of a document and the texts of its strands, which count in it.

    A line feed stands between two lines of a paragraph, an empty line between two fragments; a
    heading or an entry with a hanging indent is one line. ``heights`` are
    those of the pages, from which boxes are measured downwards.
    """

    def __init__(
        self, placed: Sequence[Placed], words: Counter[str], heights: Mapping[int, float]
    ) -> None:
        """The text of ``placed``; ``words`` tell which hyphens belong to words."""
        self._heights = heights
        self._parts: list[str] = []
        self._length = 0
        self.lines: list[PrintedLine] = []
        self._texts: dict[int, list[TracedText]] = {}
        mended: dict[int, list[list[Line]]] = {}
        for place in placed:
            key = id(place.strand)
            if key not in mended:
                mended[key] = _mend_strand(place.strand, words)
            whole = place.strand.level or place.strand.is_hanging
            text = self._write(mended[key][place.fragment], " " if whole else "\n")
            self._texts.setdefault(key, []).append(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def of(self, strand: Strand) -> TracedText:
        """The text of ``strand``, its fragments joined."""
        return join_traced(self._texts.get(id(strand), ()))

    def _write(self, lines: Sequence[Line], between: str) -> TracedText:
        start = self._length + (2 if self._parts else 0)
        texts: list[str] = []
        runs: list[MarkupRun] = []
        at = 0
        for line in lines:
            if not line.text:
                continue
            if texts:
                at += 1
            runs += [replace(run, start=run.start + at, end=run.end + at) for run in line.runs]
            self.lines.append(self._printed(line, start + at))
            texts.append(line.text)
            at += len(line.text)
        if not texts:
            return TracedText("")
        if self._parts:
            self._put("\n\n")
        self._put(between.join(texts))
        return TracedText(
            " ".join(texts),
            (Segment(0, start, at),),
            _joined(runs),
            (Span(start, start + at),),
        )

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _printed(self, line: Line, start: int) -> PrintedLine:
        height = self._heights.get(line.page, 0.0)
        box = Box(
            round(line.left, 1),
            round(height - line.top, 1),
            round(line.right, 1),
            round(height - line.bottom, 1),
        )
        return PrintedLine(start, start + len(line.text), line.page, box)


def _mend_strand(strand: Strand, words: Counter[str]) -> list[list[Line]]:
    flat = mend([line for fragment in strand.fragments for line in fragment], words)
    mended: list[list[Line]] = []
    start = 0
    for fragment in strand.fragments:
        mended.append(flat[start : start + len(fragment)])
        start += len(fragment)
    return mended


def _joined(runs: Sequence[MarkupRun]) -> tuple[MarkupRun, ...]:
    """``runs``, those of one markup joined over a line end or a blank."""
    joined: list[MarkupRun] = []
    for run in sorted(runs, key=lambda run: (run.markup, run.start)):
        last = joined[-1] if joined else None
        gap = 0 if run.markup is Markup.SUPERSCRIPT else 1
        if last is not None and last.markup is run.markup and run.start - last.end <= gap:
            joined[-1] = replace(last, end=run.end)
        else:
            joined.append(run)
    return tuple(sorted(joined, key=lambda run: (run.start, -run.end)))
