"""The text of a line from its glyphs: blanks, raised and lowered type, accents, ligatures."""

import unicodedata
from collections.abc import Iterator

from citekit.model.spans import Markup, MarkupRun
from citekit.readers.pdf.glyphs import Face, Glyph

# Shares of the size of type: from where on a letter is raised or lowered, and how small it is.
_RAISED, _LOWERED, _SMALLER = 0.18, -0.08, 0.87
_NO_TEXT = frozenset({"\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad"})
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ſt",
    "\ufb06": "st",
    "\ue001": "",
}
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u2010": "-", "\u2011": "-"}
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Accents that TeX prints over or under a letter, and the combining ones they stand for.
_ACCENTS = {
    "\u00a8": "\u0308",
    "\u00b4": "\u0301",
    "`": "\u0300",
    "\u02c6": "\u0302",
    "^": "\u0302",
    "\u02dc": "\u0303",
    "\u00b8": "\u0327",
    "\u02c7": "\u030c",
    "\u02da": "\u030a",
    "\u02d8": "\u0306",
    "\u02dd": "\u030b",
    "\u02db": "\u0328",
    "\u00af": "\u0304",
    "\u02d9": "\u0307",
}


class LineText:
    """The text of a line under construction."""

    def __init__(self, size: float, baseline: float) -> None:
        """An empty line, most of which will have this size and baseline."""
        self._size, self._baseline = size, baseline
        self._chars: list[str] = []
        self._markups: list[frozenset[Markup]] = []
        self._last: Glyph | None = None
        self._cache: dict[tuple[Face, float, float], frozenset[Markup]] = {}

    def add(self, glyph: Glyph, *, is_apart: bool) -> None:
        """Append ``glyph``, with a blank before it where it stands apart."""
        char = glyph.char
        last = self._last
        self._last = glyph
        if char in _NO_TEXT:
            if char == "\u00ad":
                self._push(char, frozenset())
            return
        if char.isspace() or (unicodedata.category(char) == "Cc" and char not in _HYPHENS):
            self._space()
            return
        if last is not None:
            if self._composes(last, glyph):
                return
            if is_apart:
                self._space()
        markups = self._markups_of(glyph)
        raised = char.translate(_RAISED_DIGITS)
        if raised != char:
            char, markups = raised, markups | {Markup.SUPERSCRIPT}
        for part in _LIGATURES.get(char, _HYPHENS.get(char, char)):
            self._push(part, markups)

    def _push(self, char: str, markups: frozenset[Markup]) -> None:
        self._chars.append(char)
        self._markups.append(markups)

    def _space(self) -> None:
        if self._chars and self._chars[-1] != " ":
            self._push(" ", self._markups[-1])

    def _composes(self, last: Glyph, glyph: Glyph) -> bool:
        """Whether an accent and a letter were made one, printed over each other."""
        if not self._chars or min(last.right, glyph.right) - max(last.left, glyph.left) < (
            0.3 * min(last.right - last.left, glyph.right - glyph.left)
        ):
            return False
        before = self._chars[-1]
        for accent, letter in ((before, glyph.char), (glyph.char, before)):
            if accent in _ACCENTS and letter.isalpha():
                plain = {"ı": "i", "ȷ": "j"}.get(letter, letter)
                composed = unicodedata.normalize("NFC", plain + _ACCENTS[accent])
                self._chars[-1] = composed
                return len(composed) == 1
        return False

    def _markups_of(self, glyph: Glyph) -> frozenset[Markup]:
        key = (glyph.face, glyph.size, round(glyph.baseline, 1))
        if key not in self._cache:
            self._cache[key] = frozenset(self._find_markups(glyph))
        return self._cache[key]

    def _find_markups(self, glyph: Glyph) -> Iterator[Markup]:
        if glyph.face.is_bold:
            yield Markup.BOLD
        if glyph.face.is_italic:
            yield Markup.ITALIC
        if glyph.face.is_small_caps:
            yield Markup.SMALL_CAPS
        shift = (glyph.baseline - self._baseline) / max(1.0, self._size)
        if shift >= _RAISED and glyph.size < self._size * _SMALLER:
            yield Markup.SUPERSCRIPT
        elif shift <= _LOWERED and glyph.size < self._size * _SMALLER:
            yield Markup.SUBSCRIPT

    def build(self) -> tuple[str, tuple[MarkupRun, ...]]:
        """The text and its markup, blanks at the ends left out."""
        while self._chars and self._chars[-1] == " ":
            self._chars.pop()
            self._markups.pop()
        runs: list[MarkupRun] = []
        started: dict[Markup, int] = {}
        for place, markups in enumerate([*self._markups, frozenset[Markup]()]):
            ended = [markup for markup in started if markup not in markups]
            runs += [MarkupRun(started.pop(markup), place, markup) for markup in ended]
            for markup in markups - started.keys():
                started[markup] = place
        runs.sort(key=lambda run: (run.start, -run.end, run.markup))
        return "".join(self._chars), tuple(runs)
