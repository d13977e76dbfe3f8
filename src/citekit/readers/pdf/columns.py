"""Reading order: a page divided at its gutters into regions, each of them one column."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from citekit.readers.pdf.glyph_lines import Piece, lines_of
from citekit.readers.pdf.line import Line

_FEWEST_ROWS = 6
_NARROWEST_GUTTER = 6.0
_STEP = 2.0
# Shares of the width of the text: where gutters are looked for, how narrow a column may be.
_MARGIN, _NARROWEST_COLUMN = 0.12, 0.12
# Lines of a column fill most of it, cells of a table do not.
_FILLED = 0.6
_DEEPEST = 3
_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column from top to bottom, between the edges ``left`` and ``right``."""

    lines: tuple[Line, ...]
    left: float
    right: float


def regions_of(pieces: Sequence[Piece], page: int) -> list[Region]:
    """The regions of a page in the order in which they are read.

    What crosses a gutter, such as a title above two columns, divides the columns: those above
    it are read before it, those below after it.
    """
    return [
        Region(tuple(lines), left, right)
        for group, left, right in _divide(list(pieces), 0)
        if (lines := lines_of(group, page))
    ]


def _divide(pieces: list[Piece], depth: int) -> Iterator[tuple[list[Piece], float, float]]:
    if not pieces:
        return
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    gutter = _gutter(pieces, left, right) if depth < _DEEPEST else None
    if gutter is None:
        yield pieces, left, right
        return
    for is_wide, band in _bands(pieces, gutter):
        if is_wide:
            yield band, left, right
        else:
            yield from _divide([p for p in band if p.right <= gutter + 1], depth + 1)
            yield from _divide([p for p in band if p.right > gutter + 1], depth + 1)


def _crosses(piece: Piece, gutter: float) -> bool:
    return piece.left < gutter - 1 and piece.right > gutter + 1


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[tuple[bool, list[Piece]]]:
    """The page from top to bottom: bands that cross ``gutter``, and bands that do not."""
    ordered = sorted(pieces, key=lambda piece: -piece.baseline)
    crossed = _Crossed(pieces, gutter)
    marked = [(crossed.is_wide(piece), piece) for piece in ordered]
    bands = [
        (wide, [piece for _, piece in group]) for wide, group in groupby(marked, lambda m: m[0])
    ]
    merged: list[tuple[bool, list[Piece]]] = []
    for wide, band in bands:
        # Short lines on the left alone belong to the full width around them.
        alone = not wide and all(p.right <= gutter for p in band)
        is_full = wide or (alone and (bool(merged) and merged[-1][0]))
        if merged and merged[-1][0] == is_full:
            merged[-1][1].extend(band)
        else:
            merged.append((is_full, band))
    yield from merged


class _Crossed:
    """The heights at which pieces cross a gutter."""

    def __init__(self, pieces: Sequence[Piece], gutter: float) -> None:
        """The heights at which some of ``pieces`` cross ``gutter``."""
        self._gutter = gutter
        heights = sorted((p.bottom, p.top) for p in pieces if _crosses(p, gutter))
        self.rows = len({round(bottom) for bottom, _ in heights})
        self._bottoms: list[float] = []
        self._tops: list[float] = []
        for bottom, top in heights:
            if self._tops and bottom <= self._tops[-1]:
                self._tops[-1] = max(self._tops[-1], top)
            else:
                self._bottoms.append(bottom)
                self._tops.append(top)

    def is_wide(self, piece: Piece) -> bool:
        """Whether ``piece`` crosses the gutter or stands on a line with one that does."""
        if _crosses(piece, self._gutter):
            return True
        middle = piece.baseline + piece.size / 4
        place = bisect_left(self._bottoms, middle) - 1
        return place >= 0 and middle < self._tops[place]


def _gutter(pieces: Sequence[Piece], left: float, right: float) -> float | None:
    """The middle of the gutter that parts the most lines, None in a single column."""
    width = right - left
    if width <= 0:
        return None
    best: tuple[float, float] | None = None
    for low, high in _clear_strips(pieces, left + _MARGIN * width, right - _MARGIN * width):
        middle = (low + high) / 2
        score = _score(pieces, middle, width)
        if score > 0 and (best is None or score > best[0]):
            best = (score, middle)
    return best[1] if best else None


def _clear_strips(pieces: Sequence[Piece], start: float, stop: float) -> list[tuple[float, float]]:
    """The strips that the fewest pieces cross, the clearest first."""
    count = max(1, int((stop - start) / _STEP))
    changes = [0] * (count + 2)
    for piece in pieces:
        first = max(0, int((piece.left - start) / _STEP))
        last = min(count, int((piece.right - start) / _STEP))
        if first <= last:
            changes[first] += 1
            changes[last + 1] -= 1
    strips: list[tuple[int, float, float]] = []
    crossed, begin, previous = 0, 0, -1
    for place in range(count + 1):
        crossed += changes[place]
        if crossed != previous:
            if previous >= 0:
                strips.append((previous, start + begin * _STEP, start + place * _STEP))
            begin, previous = place, crossed
    strips.append((previous, start + begin * _STEP, start + (count + 1) * _STEP))
    wide = [(n, low, high) for n, low, high in strips if high - low >= _NARROWEST_GUTTER]
    wide.sort(key=lambda strip: (strip[0], strip[1] - strip[2]))
    return [(low, high) for _, low, high in wide[:_CANDIDATES]]


def _score(pieces: Sequence[Piece], gutter: float, width: float) -> float:
    """How many more lines the gutter parts than cross it; 0 where it parts no columns."""
    crossed = _Crossed(pieces, gutter)
    free = [p for p in pieces if not crossed.is_wide(p)]
    sides = ([p for p in free if p.right <= gutter + 1], [p for p in free if p.right > gutter + 1])
    rows = []
    for side in sides:
        widths = _row_widths(side)
        if len(widths) < _FEWEST_ROWS:
            return 0
        full = sorted(widths)[int(0.9 * (len(widths) - 1))]
        if full < _NARROWEST_COLUMN * width or median(widths) < _FILLED * full:
            return 0
        rows.append(len(widths))
    return max(0.0, min(rows) - crossed.rows / 2)


def _row_widths(pieces: Sequence[Piece]) -> list[float]:
    rows: dict[int, tuple[float, float]] = {}
    for piece in pieces:
        key = round(piece.baseline / 3)
        left, right = rows.get(key, (piece.left, piece.right))
        rows[key] = (min(left, piece.left), max(right, piece.right))
    return [right - left for left, right in rows.values()]
