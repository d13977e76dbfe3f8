"""From glyphs to lines: what stands together, and what stands at the same height."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.readers.pdf.glyphs import Glyph
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.line_text import LineText
from citekit.readers.pdf.word_gaps import word_gaps

# Shares of the size of type: what parts two pieces of a page, what is at one height.
_BREAK, _OVERLAP = 1.0, 0.6
_SAME_LINE = 0.55
# Pieces that lie on one another are no text; so many rows at one height are enough.
_MOST_OPEN_ROWS = 64
_MOST_PIECES = 300


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs that stand together on a line, in the order of the file."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    baseline: float
    size: float

    @property
    def bottom(self) -> float:
        """The depth that its letters reach."""
        return self.baseline - 0.25 * self.size

    @property
    def top(self) -> float:
        """The height that its letters reach."""
        return self.baseline + 0.75 * self.size


def pieces_of(glyphs: Iterable[Glyph]) -> list[Piece]:
    """The runs of ``glyphs`` without a wide gap; blanks at their ends are left out."""
    pieces: list[Piece] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph):
            pieces += _piece(run)
            run = []
        run.append(glyph)
    return pieces + _piece(run)


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    em = max(last.size, glyph.size)
    if glyph.left == last.left and glyph.right == last.right:
        return True  # the letters of a ligature have its place in common
    return (
        abs(glyph.baseline - last.baseline) <= _SAME_LINE * em
        and -_OVERLAP * em <= glyph.left - last.right <= _BREAK * em
    )


def _piece(run: list[Glyph]) -> list[Piece]:
    while run and run[-1].char.isspace():
        run.pop()
    start = 0
    while start < len(run) and run[start].char.isspace():
        start += 1
    kept = tuple(run[start:])
    if not kept:
        return []
    size, baseline = _level(kept)
    left, right = min(glyph.left for glyph in kept), max(glyph.right for glyph in kept)
    return [Piece(kept, left, right, baseline, size)]


def _level(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """The size of most of the glyphs, and the baseline of most of those."""
    sizes = Counter(round(glyph.size, 1) for glyph in glyphs if not glyph.char.isspace())
    size = max(sizes, key=lambda size: (sizes[size], size)) if sizes else glyphs[0].size
    lines = Counter(
        round(glyph.baseline, 1)
        for glyph in glyphs
        if abs(glyph.size - size) <= 0.06  # noqa: PLR2004 - half of the rounding
    )
    return size, (lines.most_common(1)[0][0] if lines else glyphs[0].baseline)


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """The lines that ``pieces`` of one column form, from top to bottom."""
    rows: list[list[Piece]] = []
    open_rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.top):
        open_rows = [row for row in open_rows[-_MOST_OPEN_ROWS:] if row[0].bottom < piece.top]
        row = max(open_rows, key=lambda row: _shared(row, piece), default=None)
        if row is not None and _shared(row, piece) >= _SAME_LINE:
            row.append(piece)
            row.sort(key=lambda piece: -len(piece.glyphs) * piece.size)
        else:
            rows.append([piece])
            open_rows.append(rows[-1])
    lines = [_line(sorted(row, key=lambda piece: piece.left), page) for row in rows]
    return sorted((line for line in lines if line.text), key=lambda line: -line.baseline)


def _shared(row: Sequence[Piece], piece: Piece) -> float:
    """The share of the lower of both that stands at the height of the other."""
    if len(row) >= _MOST_PIECES:
        return 0.0
    first = row[0]
    shared = min(first.top, piece.top) - max(first.bottom, piece.bottom)
    if any(
        min(other.right, piece.right) - max(other.left, piece.left) > piece.size for other in row
    ):
        return 0.0
    return shared / max(0.1, min(first.top - first.bottom, piece.top - piece.bottom))


def _line(row: Sequence[Piece], page: int) -> Line:
    glyphs = [glyph for piece in row for glyph in piece.glyphs]
    size, baseline = _level(glyphs)
    builder = LineText(size, baseline)
    glyphs, gaps = word_gaps(glyphs)
    for glyph, is_apart in zip(glyphs, gaps, strict=True):
        builder.add(glyph, is_apart=is_apart)
    text, runs = builder.build()
    left, right = min(piece.left for piece in row), max(piece.right for piece in row)
    return Line(text, runs, left, right, baseline, size, page)
