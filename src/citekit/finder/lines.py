"""The lines of a block as they are printed."""

from itertools import pairwise

from citekit.model.document import Block
from citekit.model.spans import TracedText


def printed_lines(block: Block, source: str) -> tuple[TracedText, ...]:
    """The lines of ``block``, without white space at their ends; empty ones are left out.

    A line ends where the file breaks it (``source`` is the whole file), even where the reader
    put a space for the break.
    """
    text = block.text
    cuts = sorted({0, len(text.text), *_breaks_within(text), *_breaks_between(text, source)})
    lines = (text.slice(start, end).strip() for start, end in pairwise(cuts))
    return tuple(line for line in lines if line.text)


def _breaks_within(text: TracedText) -> set[int]:
    breaks = set()
    at = text.text.find("\n")
    while at >= 0:
        breaks.add(at)
        at = text.text.find("\n", at + 1)
    return breaks


def _breaks_between(text: TracedText, source: str) -> set[int]:
    breaks = set()
    for segment in text.segments:
        at = source.find("\n", segment.source, segment.source + segment.length)
        while at >= 0:
            breaks.add(segment.at + at - segment.source)
            at = source.find("\n", at + 1, segment.source + segment.length)
    for before, after in pairwise(text.segments):
        if source.find("\n", before.source + before.length, after.source) >= 0:
            breaks.add(after.at)
    return breaks
