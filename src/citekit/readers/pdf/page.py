"""A page as it is laid out: its regions in reading order, its rules and its size."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.readers.pdf.columns import Region, regions_of
from citekit.readers.pdf.glyph_lines import pieces_of
from citekit.readers.pdf.glyphs import GlyphPage, Rule
from citekit.readers.pdf.line import Line

_FEWEST_LINES = 8
# Shares: how far sizes of one type scatter, and how much of the text has the same size at least.
_NEAR, _MOSTLY = 0.03, 0.55


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """The lines of a page; ``number`` counts from 1, sizes are in points."""

    number: int
    width: float
    height: float
    regions: tuple[Region, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines in reading order."""
        return tuple(line for region in self.regions for line in region.lines)

    def without(self, lines: Iterable[Line]) -> "LaidOutPage":
        """The page without ``lines``, given as objects of its own."""
        gone = {id(line) for line in lines}
        if not gone:
            return self
        regions = []
        for region in self.regions:
            kept = tuple(line for line in region.lines if id(line) not in gone)
            if kept:
                left, right = min(x.left for x in kept), max(x.right for x in kept)
                regions.append(Region(kept, left, right))
        return LaidOutPage(self.number, self.width, self.height, tuple(regions), self.rules)


def lay_out(page: GlyphPage) -> LaidOutPage:
    """The lines that the glyphs of ``page`` form, in reading order."""
    regions = regions_of(pieces_of(page.glyphs), page.number)
    return LaidOutPage(page.number, page.width, page.height, tuple(regions), page.rules)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The size of type of the text, and from which sizes on type counts as small or large.

    Where recognition guessed the sizes they scatter, and more is asked for.
    """

    body: float
    small: float
    large: float

    @classmethod
    def of(cls, pages: Sequence[LaidOutPage]) -> "TypeScale":
        """The scale of a document with these pages."""
        body = body_size(pages)
        lengths = [(line.size, len(line.text)) for page in pages for line in _upper_lines(page)]
        near = sum(length for size, length in lengths if abs(size - body) <= _NEAR * body)
        guessed = near < _MOSTLY * sum(length for _, length in lengths)
        small, large = (0.88, 1.2) if guessed else (0.96, 1.08)
        return cls(body, body * small, body * large)


def _upper_lines(page: LaidOutPage) -> Sequence[Line]:
    lines = sorted(page.lines, key=lambda line: -line.baseline)
    return lines[: max(_FEWEST_LINES, len(lines) // 3)]


def body_size(pages: Iterable[LaidOutPage]) -> float:
    """The size of type that most of the text is set in, to half a point; 0 without text.

    Notes may outweigh the text, so only the upper part of each page is looked at.
    """
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in _upper_lines(page):
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
