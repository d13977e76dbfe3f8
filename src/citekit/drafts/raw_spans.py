"""Raw HTML and TeX in a Markdown draft that may run over several blocks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from citekit.model.spans import Span

_OPENER = re.compile(
    r"<!--|<(?P<tag>script|style|pre|textarea)(?=[\s>])|\\begin\{(?P<environment>[A-Za-z]+\*?)\}"
    r"|(?P<ticks>`+)|\\[\\`<]",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"-->|</(?P<tag>script|style|pre|textarea)\s*>|\\end\{(?P<environment>[A-Za-z]+\*?)\}",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})[ \t]*\r?$", re.MULTILINE)


class RawSpans:
    """The comments, raw elements and TeX environments of a text.

    Where each ends is found beforehand, so that a search is never made in vain.
    """

    __slots__ = ("_ends", "_fences", "_next", "_text")

    def __init__(self, text: str) -> None:
        """Look through ``text`` for all that may end such a stretch."""
        self._text = text
        self._ends: dict[str, list[int]] = {}
        self._next: dict[str, int] = {}
        for match in _CLOSER.finditer(text):
            self._ends.setdefault(_name(match), []).append(match.end())
        self._fences = _longest_from(_FENCE.finditer(text))

    def has_closing_fence(self, fence: str, at: int) -> bool:
        """Whether a line from ``at`` on closes the code that ``fence`` opens."""
        starts, longest = self._fences.get(fence[0], ([], []))
        index = bisect_left(starts, at)
        return index < len(starts) and longest[index] >= len(fence)

    def block_at(self, start: int) -> int:
        """The end of the raw stretch that begins at ``start``, -1 where none does."""
        match = _OPENER.match(self._text, start)
        if (
            match is None
            or match["ticks"]
            or (match[0].startswith("\\") and not match["environment"])
        ):
            return -1
        return self._end_after(_name(match), match.end())

    def inside(self, start: int, end: int) -> Iterator[Span]:
        """The raw stretches that begin from ``start`` on and before ``end``, outside of code."""
        at = start
        while match := _OPENER.search(self._text, at, end):
            at = match.end()
            if match["ticks"]:
                closing = re.compile(rf"(?<!`){match['ticks']}(?!`)").search(self._text, at, end)
                at = closing.end() if closing else at
            elif match["environment"] or match[0].startswith("<"):
                close = self._end_after(_name(match), at)
                if close > 0:
                    yield Span(match.start(), close)
                    at = close
                    if at >= end:
                        return

    def _end_after(self, name: str, at: int) -> int:
        """The first end of ``name`` beyond ``at``, -1 without one; calls go forwards."""
        ends = self._ends.get(name, [])
        index = self._next.get(name, 0)
        while index < len(ends) and ends[index] <= at:
            index += 1
        self._next[name] = index
        return ends[index] if index < len(ends) else -1


def _longest_from(fences: Iterable[re.Match[str]]) -> Mapping[str, tuple[list[int], list[int]]]:
    """For either sign the places of fences, with the length of the longest from each on."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for match in fences:
        starts, lengths = found.setdefault(match[1][0], ([], []))
        starts.append(match.start())
        lengths.append(len(match[1]))
    for _, lengths in found.values():
        for index in range(len(lengths) - 2, -1, -1):
            lengths[index] = max(lengths[index], lengths[index + 1])
    return found


def _name(match: re.Match[str]) -> str:
    if match["environment"]:
        return f"\\{match['environment']}"
    return match["tag"].lower() if match["tag"] else "--"
