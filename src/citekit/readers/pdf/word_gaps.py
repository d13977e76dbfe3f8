"""Which gaps on a line part words: wider than those around them, in letterspaced type too."""

from collections.abc import Sequence

from citekit.readers.pdf.glyphs import Glyph

# In the size of type. Measured on papers: kerning stays below 0.11, blanks in tight lines and
# before slanted letters shrink to 0.14.
_SPACE, _SUPPOSED_SPACE = 0.125, 0.06
# From here on letters overlap more than kerning has them do: their widths are not to be trusted.
_OVERLAPPING = -0.1
_OFTEN = 0.2
_WINDOW = 2


def word_gaps(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[bool]]:
    """The glyphs that the file prints, and for each whether a gap before it parts two words.

    ``glyphs`` stand on one line. In letterspaced type, and where the widths of letters are
    wrong, a gap is measured against those of the letters around it.
    """
    printed: list[Glyph] = []
    gaps: list[float] = []
    needed: list[float] = []
    supposed = False
    for glyph in glyphs:
        if glyph.char == " " and glyph.left == glyph.right:
            supposed = True
            continue
        last = printed[-1] if printed else glyph._replace(right=glyph.left)
        gaps.append((glyph.left - last.right) / max(0.1, min(last.size, glyph.size)))
        needed.append(_SUPPOSED_SPACE if supposed else _SPACE)
        printed.append(glyph)
        supposed = False
    overlapping = sum(gap < _OVERLAPPING for gap in gaps) > _OFTEN * len(gaps)
    apart = []
    for place, gap in enumerate(gaps):
        is_wide = gap > needed[place]
        if is_wide or (overlapping and gap > 2 * _OVERLAPPING):
            is_wide = gap > needed[place] + _usual(gaps, printed, place)
        apart.append(is_wide)
    return printed, apart


def _usual(gaps: Sequence[float], glyphs: Sequence[Glyph], place: int) -> float:
    """The gap between letters around ``place``: 0 unless they are spaced or overlap."""
    sides = (
        _letter_gaps(gaps, glyphs, range(max(1, place - _WINDOW), place)),
        _letter_gaps(gaps, glyphs, range(place + 1, min(len(gaps), place + _WINDOW + 1))),
    )
    spaced = max((min(side) for side in sides if len(side) == _WINDOW), default=0.0)
    if spaced > 0:
        return spaced
    around = sorted(sides[0] + sides[1])
    middle = around[len(around) // 2] if around else 0.0
    return middle if middle < _OVERLAPPING else 0.0


def _letter_gaps(gaps: Sequence[float], glyphs: Sequence[Glyph], places: range) -> list[float]:
    return [gaps[i] for i in places if " " not in glyphs[i - 1].char + glyphs[i].char]
