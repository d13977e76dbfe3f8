"""Lines to paragraphs: by gaps, indents, type, numbers, and what would have fitted above."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise, zip_longest
from statistics import median

from citekit.model.spans import Markup
from citekit.readers.pdf.columns import Region
from citekit.readers.pdf.line import Line

_GAP = 1.3
_OTHER_SIZE = 0.07
# In the size of type: what an indent is at least and at most.
_INDENT, _DEEPEST_INDENT = 0.5, 6.0
_NUMBER = re.compile(r"(\[|\()?(\d{1,4})(\]|\)|\.)?\s+\S")
_BULLET = re.compile(r"[•▪–—*·-]\s|[\[(]?(?:\d{1,4}|[a-z])[\]).]\s")
_CLOSED = re.compile(r"[.!?:;…][\s\"'”’»)\]]*$|(?:https?://|www\.)\S+$|>$")
_ENDED = re.compile(r"[.!?…][\s\"'”’»)\]]*$")
_SHARED_LEFT = 0.12
_FEWEST_AT_LEFT = 2
_SAME_EDGE = 3.0


class Indenting(Enum):
    """How a column shows where paragraphs begin."""

    NONE = auto()
    FIRST_LINE = auto()
    HANGING = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """The measures of a region: its edges, the usual distance of lines, its way of indenting."""

    left: float
    right: float
    pitch: float
    indenting: Indenting
    large: float

    def is_indented(self, line: Line) -> bool:
        """Whether ``line`` begins to the right of the edge."""
        return line.left - self.left > _INDENT * line.size

    def is_short(self, line: Line, following: Line) -> bool:
        """Whether the first word of ``following`` would have fitted on ``line``."""
        word = following.text.partition(" ")[0]
        width = (following.right - following.left) / max(1, len(following.text))
        return self.right - line.right > (len(word) + 1.5) * width


def is_closed(text: str) -> bool:
    """Whether ``text`` ends as a sentence or a reference does."""
    return _CLOSED.search(text) is not None


def measure(region: Region, usual: Indenting, large: float) -> Column:
    """The measures of ``region``.

    ``usual`` is the indenting where it shows none itself, ``large`` the size of type from which
    on lines are headings.
    """
    lines = region.lines
    lefts = Counter(round(line.left / 2) for line in lines)
    needed = max(_FEWEST_AT_LEFT, _SHARED_LEFT * len(lines))
    common = [left for left in lefts if lefts[left] + lefts[left - 1] + lefts[left + 1] >= needed]
    edge = 2.0 * min(common) if common else region.left
    left = min((x.left for x in lines if abs(x.left - edge) <= 3), default=region.left)  # noqa: PLR2004 - half of the rounding and more
    right = _right_edge(lines, region.right)
    column = Column(left, right, _pitch(lines), Indenting.NONE, large)
    return replace(column, indenting=_indenting(lines, column, usual))


def _right_edge(lines: Sequence[Line], furthest: float) -> float:
    """The edge that at least two lines reach; a long address may stand out beyond it."""
    rights = sorted((line.right for line in lines), reverse=True)
    return next((a for a, b in pairwise(rights) if a - b <= _SAME_EDGE), furthest)


def _pitch(lines: Sequence[Line]) -> float:
    distances = [
        above.baseline - line.baseline
        for above, line in pairwise(lines)
        if 0 < above.baseline - line.baseline < 3 * line.size
    ]
    return median(sorted(distances)[: max(1, 3 * len(distances) // 4)]) if distances else 0.0


def _indenting(lines: Sequence[Line], column: Column, usual: Indenting) -> Indenting:
    """Hanging where indented lines go on from full lines, else first-line."""
    hanging = 0
    first = int(len(lines) > 1 and column.is_indented(lines[0]) > column.is_indented(lines[1]))
    for above, line in pairwise(lines):
        indent = line.left - column.left
        if not _INDENT * line.size < indent < _DEEPEST_INDENT * line.size:
            continue
        if _is_apart(above, line, column):
            first += 1
        elif column.is_indented(above):
            continue
        elif column.is_short(above, line):
            first += 1
        else:
            hanging += 1
    if hanging == first == 0:
        return usual
    return Indenting.HANGING if hanging > first else Indenting.FIRST_LINE


def split(region: Region, column: Column) -> list[list[Line]]:
    """The paragraphs of ``region``."""
    paragraphs: list[list[Line]] = []
    for run in _runs(region.lines, column):
        indenting = _indenting(run, column, Indenting.NONE)
        measures = replace(column, indenting=indenting)
        paragraphs.append([run[0]])
        for line, following in zip_longest(run[1:], run[2:]):
            if _begins(paragraphs[-1], line, following, measures):
                paragraphs.append([line])
            else:
                paragraphs[-1].append(line)
    return paragraphs


def _runs(lines: Sequence[Line], column: Column) -> list[list[Line]]:
    """``lines`` divided where they stand apart or change their type."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and not _is_apart(runs[-1][-1], line, column) and _same_type(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _begins(paragraph: Sequence[Line], line: Line, following: Line | None, column: Column) -> bool:
    """Whether ``line``, with ``following`` below it, begins a new paragraph below ``paragraph``."""
    above = paragraph[-1]
    if min(above.size, line.size) >= column.large:
        return False  # a heading, centred or not
    if _is_next_number(paragraph[0], line):
        return True
    indented, was_indented = column.is_indented(line), column.is_indented(above)
    short = column.is_short(above, line)
    match column.indenting:
        case Indenting.FIRST_LINE:
            if indented and was_indented and following is not None and not short:
                # Below a paragraph of one full line, unless both are part of a quotation.
                return not (column.is_indented(following) or column.is_short(line, following))
            if indented:
                return short or not (was_indented or _BULLET.match(above.text))
            return short and _ENDED.search(above.text) is not None
        case Indenting.HANGING:
            return not indented
        case Indenting.NONE:
            return short and is_closed(above.text)


def _is_apart(above: Line, line: Line, column: Column) -> bool:
    distance = above.baseline - line.baseline
    usual = column.pitch or 1.2 * line.size
    # Larger type stands further apart of itself.
    usual = max(usual, 1.1 * min(above.size, line.size))
    return distance > _GAP * usual or distance < -line.size


def _same_type(above: Line, line: Line) -> bool:
    if abs(above.size - line.size) > _OTHER_SIZE * max(above.size, line.size):
        # Small capitals on most of a line do not make it another type.
        return min(len(above.text), len(line.text)) < 4 or _has_size(above, line)  # noqa: PLR2004 - a stray sign
    bolder, lighter = above.share_of(Markup.BOLD), line.share_of(Markup.BOLD)
    return not (min(bolder, lighter) < 0.3 and max(bolder, lighter) > 0.9)  # noqa: PLR2004 - wholly and hardly bold


def _has_size(above: Line, line: Line) -> bool:
    """Whether one of the lines is set in capitals of a smaller size."""
    small = min(above, line, key=lambda x: x.size)
    return small.text.isupper()


def _is_next_number(first: Line, line: Line) -> bool:
    """Whether ``line`` begins with the number after that of the paragraph that ``first`` begins."""
    before, here = _NUMBER.match(first.text), _NUMBER.match(line.text)
    return (
        before is not None
        and here is not None
        and (before[1], before[3]) == (here[1], here[3])
        and int(here[2]) == int(before[2]) + 1
        and abs(first.left - line.left) <= 1.5 * line.size
    )


def goes_on(last: Line, first: Line, before: Column, column: Column) -> bool:
    """Whether the column that ``first`` begins goes on with the paragraph that ``last`` ends."""
    if abs(last.size - first.size) > _OTHER_SIZE * last.size or not _same_type(last, first):
        return False
    if not is_closed(last.text):
        return not (before.is_short(last, first) and _starts(first, column))
    if column.indenting is Indenting.HANGING:
        return column.is_indented(first)
    if column.indenting is Indenting.FIRST_LINE and column.is_indented(first):
        return False
    full = before.right - last.right < 0.5 * last.size
    return full and (column.indenting is Indenting.FIRST_LINE or first.text[:1].islower())


def _starts(line: Line, column: Column) -> bool:
    """Whether ``line`` stands where paragraphs begin."""
    match column.indenting:
        case Indenting.FIRST_LINE:
            return column.is_indented(line)
        case Indenting.HANGING:
            return not column.is_indented(line)
        case Indenting.NONE:
            return False
