"""The places in the text that call the notes, and the text without them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.spans import Markup, Span, TracedText, join_traced

_MARKS = re.compile(r"\d{1,4}|[*∗†‡§¶⋆★]{1,4}")
_SIGNS = str.maketrans("∗⋆★", "***")
_BETWEEN = re.compile(r"[\s,;()\[\]]*")


@dataclass(frozen=True, slots=True)
class Call:
    """A raised marker at ``start`` to ``end`` in the text of a block; ``place`` is in the file."""

    marker: str
    block: int
    start: int
    end: int
    place: Span


def find_calls(texts: Iterable[TracedText]) -> list[Call]:
    """The raised markers in ``texts``, which are those of the blocks, in order."""
    calls: list[Call] = []
    for block, text in enumerate(texts):
        for run in text.runs_of(Markup.SUPERSCRIPT):
            raised = text.text[run.start : run.end]
            if any(char.isalpha() for char in raised):
                continue
            for match in _MARKS.finditer(raised):
                start, end = run.start + match.start(), run.start + match.end()
                spans = text.source_spans(start, end)
                if spans:
                    marker = match.group().translate(_SIGNS)
                    calls.append(Call(marker, block, start, end, spans[0]))
    return calls


def match_calls(calls: Sequence[Call], notes: Sequence[tuple[str, int]]) -> list[Call | None]:
    """The last call before each of ``notes``, which are given by marker and offset.

    A call is used once, and calls of one marker in their order.
    """
    waiting: dict[str, list[Call]] = defaultdict(list)
    for call in calls:
        waiting[call.marker].append(call)
    matched: list[Call | None] = []
    for marker, offset in notes:
        before = [call for call in waiting[marker] if call.place.start < offset]
        matched.append(before[-1] if before else None)
        waiting[marker] = waiting[marker][len(before) :]
    return matched


def without_calls(text: TracedText, calls: Iterable[Call]) -> TracedText:
    """``text`` without ``calls`` and what stands between them; its pieces stay whole."""
    parts: list[TracedText] = []
    position = 0
    for call in sorted(calls, key=lambda call: call.start):
        start = call.start
        if parts and _BETWEEN.fullmatch(text.text[position:start]):
            start = position
        parts.append(text.slice(position, start))
        position = call.end
    parts.append(text.slice(position, len(text.text)))
    joined = join_traced(parts, "").strip()
    return TracedText(joined.text, joined.segments, joined.runs, text.pieces)
