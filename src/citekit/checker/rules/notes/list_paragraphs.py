"""The paragraphs in which the entries of a printed bibliography stand, and moving one of them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.checker.finding import FileEdit
from citekit.checker.mention import Mention
from citekit.checker.paper import Paper
from citekit.model.document import DocumentFormat
from citekit.model.spans import Span

_IN_LINES = frozenset({DocumentFormat.MARKDOWN, DocumentFormat.TEXT})
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")


def list_paragraphs(paper: Paper, heads: Sequence[Mention]) -> tuple[Span, ...]:
    """The paragraph of each of ``heads``, the entries of a list in their order.

    They go without the last line end. None at all where two stand in one paragraph, where
    something else stands between them, and in formats that are not written in lines.
    """
    if paper.document.format not in _IN_LINES or not heads:
        return ()
    text = paper.text
    starts = [text.rfind("\n", 0, one.traced.start) + 1 for one in heads]
    found: list[Span] = []
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(text)
        match = _PARAGRAPH.match(text, start, max(limit, start))
        if match is None:
            return ()
        found.append(Span(start, start + len(match[0].rstrip())))
    if any(
        text[one.end : other.start].strip() or one.end >= other.start
        for one, other in pairwise(found)
    ):
        return ()
    return tuple(found)


def moved(
    paper: Paper, paragraphs: Sequence[Span], number: int, before: int | None
) -> tuple[FileEdit, ...]:
    """The edits that move the paragraph ``number`` before another, or to the end without one."""
    text = paper.text
    mine = paragraphs[number]
    words = text[mine.start : mine.end]
    if number:
        removal = paper.edit(paragraphs[number - 1].end, mine.end)
    else:
        removal = paper.edit(mine.start, paragraphs[1].start)
    if before is None:
        last = paragraphs[-1].end
        gap = text[paragraphs[-2].end : paragraphs[-1].start]
        return removal, paper.edit(last, last, gap + words)
    place = paragraphs[before].start
    other = max(before, 1)
    gap = text[paragraphs[other - 1].end : paragraphs[other].start]
    return removal, paper.edit(place, place, words + gap)
