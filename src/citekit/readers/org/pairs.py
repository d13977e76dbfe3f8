"""Which brackets and which signs of emphasis belong together in a stretch of Org.

Source: Org Syntax, "Text Markup".
"""

import re
from bisect import bisect_left

_BRACKET = re.compile(r"[\[\]]")
_CLOSING = re.compile(
    r"(?<=\S)(?P<sign>[*/_+=~])"
    r"(?=(?P<sure>[\s\-–—.,;:!?'\"”’)}\[\\|]|\Z)|[*/_+~\]])"  # as printed
)


class Pairs:
    """The brackets and signs in ``text[start:end]``, looked up once, when one is met."""

    __slots__ = ("_brackets", "_closers", "_end", "_start", "_text", "_unsure")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Those of a stretch."""
        self._text, self._start, self._end = text, start, end
        self._brackets: dict[int, int] | None = None
        self._closers: dict[str, list[int]] | None = None
        self._unsure: set[tuple[str, int]] = set()

    def partner(self, bracket: int, limit: int) -> int:
        """Where the bracket at ``bracket`` closes, -1 for one that does not before ``limit``."""
        if self._brackets is None:
            self._brackets = {}
            opened: list[int] = []
            for match in _BRACKET.finditer(self._text, self._start, self._end):
                if match[0] == "[":
                    opened.append(match.start())
                elif opened:
                    self._brackets[opened.pop()] = match.start()
        closing = self._brackets.get(bracket, -1)
        return closing if closing < limit else -1

    def closer(self, sign: str, start: int, limit: int) -> int:
        """Where the next ``sign`` from ``start`` on ends emphasis, -1 where none does.

        Before the end of what it stands in, ``limit``, a sign may close whatever that looks like.
        """
        if self._closers is None:
            self._closers = {}
            for match in _CLOSING.finditer(self._text, self._start, self._end):
                if match["sure"] is not None:
                    self._closers.setdefault(match["sign"], []).append(match.start())
                else:
                    self._unsure.add((match["sign"], match.start()))
        places = self._closers.get(sign, [])
        index = bisect_left(places, start)
        if index < len(places) and places[index] < limit:
            return places[index]
        return limit - 1 if limit - 1 >= start and (sign, limit - 1) in self._unsure else -1
