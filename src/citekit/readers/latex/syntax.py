r"""The signs of LaTeX: what pairs of braces enclose, and the arguments of commands.

Source: The TeXbook, chapters 7 and 8.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

MOST_BRACES = 1_000_000
"""The most braces that are paired; a book of 1,000 pages has some 100,000."""
_SIGN = re.compile(r"\\(?:[^\r\n]|\Z)|%[^\r\n]*|[{}]")
_BLANKS = re.compile(r"[ \t]*+(?:(?:%[^\r\n]*+)?(?:\r\n|\r|\n)[ \t]*+(?!\s*[\r\n]))?")
_IN_OPTION = re.compile(r"\\.|%[^\r\n]*|[{}\[\]]|(?:\r\n|\r|\n)[ \t]*(?=[\r\n])", re.DOTALL)
_IN_ROUND = re.compile(r"\\.|[{}()]|(?:\r\n|\r|\n)[ \t]*(?=[\r\n])", re.DOTALL)
_LONGEST_OPTION = 3000
# In noise, where brackets open and never close, no more is looked at.
_MOST_FAILURES, _SHORTER_OPTION = 10_000, 60
_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\r\n])")


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands in brackets from ``start`` to ``end``; ``after`` is behind the closing one."""

    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class Braces:
    """The pairs of braces: ``partners`` gives the closing one of each that opens.

    ``unclosed`` and ``surplus`` are those without a partner, in order. From ``limit`` on, no
    braces were paired, since there are too many.
    """

    partners: dict[int, int] = field(default_factory=dict)
    unclosed: tuple[int, ...] = ()
    surplus: tuple[int, ...] = ()
    limit: int = 0


def pair_braces(text: str, hidden: tuple[tuple[int, int], ...] = ()) -> Braces:
    r"""The braces of ``text`` but for those in comments, those after a backslash, and ``hidden``.

    ``hidden`` are stretches in order, such as verbatim text.
    """
    partners: dict[int, int] = {}
    opened: list[int] = []
    surplus: list[int] = []
    at, limit, count = 0, len(text), 0
    for start, end in (*hidden, (len(text), len(text))):
        for match in _SIGN.finditer(text, at, start):
            sign = match[0]
            if sign == "{":
                opened.append(match.start())
            elif sign == "}":
                if opened:
                    partners[opened.pop()] = match.start()
                else:
                    surplus.append(match.start())
            else:
                continue
            count += 1
            if count >= MOST_BRACES:
                return Braces(partners, tuple(opened), tuple(surplus), match.start())
        at = max(at, end)
    return Braces(partners, tuple(opened), tuple(surplus), limit)


@dataclass(slots=True)
class Arguments:
    """Finds the arguments of commands in ``text``."""

    text: str
    braces: Braces
    _failures: int = 0
    _blanks: list[int] | None = None

    def skip_blanks(self, at: int) -> int:
        """The offset behind blanks, and one line end with its comment, but not an empty line."""
        match = _BLANKS.match(self.text, at)
        return match.end() if match else at

    def group(self, at: int) -> Argument | None:
        """The argument in braces at ``at`` or behind blanks."""
        start = self.skip_blanks(at)
        if not self.text.startswith("{", start):
            return None
        end = self.braces.partners.get(start, -1)
        return Argument(start + 1, end, end + 1) if end >= 0 else None

    def unclosed(self, at: int) -> Argument | None:
        """The argument at ``at`` whose brace is never closed: the rest of the paragraph."""
        start = self.skip_blanks(at)
        if not self.text.startswith("{", start) or start in self.braces.partners:
            return None
        if self._blanks is None:
            self._blanks = [match.start() for match in _EMPTY_LINE.finditer(self.text)]
        index = bisect_right(self._blanks, start)
        end = self._blanks[index] if index < len(self._blanks) else len(self.text)
        return Argument(start + 1, end, end)

    def option(self, at: int, brackets: str = "[]") -> Argument | None:
        """The argument in ``brackets`` at ``at`` or behind blanks; it goes over no empty line."""
        start = self.skip_blanks(at)
        if not self.text.startswith(brackets[0], start):
            return None
        pattern = _IN_OPTION if brackets == "[]" else _IN_ROUND
        length = _LONGEST_OPTION if self._failures < _MOST_FAILURES else _SHORTER_OPTION
        position, stop, depth = start + 1, start + length, 0
        if self.text.find(brackets[1], position, stop) < 0:
            return None
        while match := pattern.search(self.text, position, stop):
            sign, position = match[0], match.end()
            if sign == brackets[1] and not depth:
                return Argument(start + 1, match.start(), match.end())
            if sign == "{":
                partner = self.braces.partners.get(match.start(), -1)
                if partner < 0:
                    break
                position = partner + 1
            elif sign == "}" or sign[0] in "\r\n":
                break
            elif sign in brackets:
                depth += 1 if sign == brackets[0] else -1
        self._failures += 1
        return None

    def skip(self, at: int, spec: str) -> int:
        """The offset behind the arguments of ``spec``: ``[`` may be missing, ``{`` ends it."""
        for kind in spec:
            found = self.option(at) if kind == "[" else self.group(at)
            if found is not None:
                at = found.after
            elif kind == "{":
                break
        return at
