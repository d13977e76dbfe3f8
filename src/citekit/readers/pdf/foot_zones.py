"""Footnotes told from the text: small type at the foot of a column, below a rule or a gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from citekit.readers.pdf.columns import Region
from citekit.readers.pdf.glyphs import Rule
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.note_heads import note_head, raised_marks
from citekit.readers.pdf.page import LaidOutPage, TypeScale

# A rule above notes is no wider than their column, and no shorter than this share of it.
_SHORTEST_RULE = 0.12
_GAP = 1.35
# A rule closer than this to the line above it, in the size of its type, underlines it.
_UNDERLINE = 0.45
_MOST_FOOT_LINES = 2


@dataclass(frozen=True, slots=True)
class NotedPage:
    """A page divided: ``regions`` hold the text, ``zones`` the notes, both in reading order."""

    page: LaidOutPage
    regions: tuple[Region, ...]
    zones: tuple[tuple[Line, ...], ...]
    marks: frozenset[str]


def find_foot_zones(pages: Iterable[LaidOutPage], scale: TypeScale) -> list[NotedPage]:
    """``pages`` with what is printed at the foot of their columns, given the sizes of type.

    Whether a zone holds notes at all shows when their numbers are followed; see ``foot_notes``.
    """
    noted: list[NotedPage] = []
    last = 0
    for page in pages:
        divided = _divide(page, scale, last)
        for zone in divided.zones:
            numbers = [head.number for line in zone if (head := note_head(line))]
            following = [n for n in numbers if last < n <= last + 40 or n == 1]
            last = following[-1] if following else last
        noted.append(divided)
    return noted


def _divide(page: LaidOutPage, scale: TypeScale, last: int) -> NotedPage:
    marks = frozenset(
        mark.marker for line in page.lines for mark in raised_marks(line) if mark.start > 0
    )
    regions: list[Region] = []
    zones: list[tuple[Line, ...]] = []
    for region in page.regions:
        start = end = len(region.lines)
        if _is_lowest(region, page.regions):
            end = _foot_end(region.lines, scale)
            upper = replace(region, lines=region.lines[:end])
            start = _zone_start(upper, page.rules, scale, last, marks)
        if start > 0:
            regions.append(replace(region, lines=region.lines[:start]))
        if start < end:
            zones.append(region.lines[start:end])
        if start < end < len(region.lines):
            regions.append(replace(region, lines=region.lines[end:]))
    return NotedPage(page, tuple(regions), tuple(zones), marks)


def _foot_end(lines: Sequence[Line], scale: TypeScale) -> int:
    """Where the notes end at the latest: above a foot in the size of the text, set apart."""
    end = len(lines)
    pitch = _pitch(lines)
    while (
        1 < end > len(lines) - _MOST_FOOT_LINES
        and lines[end - 1].size > scale.small
        and lines[end - 2].size <= scale.small
        and lines[end - 2].baseline - lines[end - 1].baseline > _GAP * pitch
    ):
        end -= 1
    return end


def _is_lowest(region: Region, regions: Sequence[Region]) -> bool:
    foot = region.lines[-1].baseline
    return not any(
        other is not region
        and other.lines[0].baseline < foot
        and other.left < region.right
        and region.left < other.right
        for other in regions
    )


def _zone_start(
    region: Region, rules: Sequence[Rule], scale: TypeScale, last: int, marks: frozenset[str]
) -> int:
    """The index of the first line of the notes at the foot of ``region``, its length without."""
    lines = region.lines
    small = len(lines)
    while small > 0 and lines[small - 1].size <= scale.small:
        small -= 1
    ruled = _below_rule(region, rules, small, last, marks)
    if ruled is not None:
        return ruled
    heads = [i for i in range(small, len(lines)) if _may_head(lines[i], last, marks)]
    gap = _first_gap(lines, small)
    if small == 0:
        # A page wholly in small type: what follows a gap and begins with a number.
        return gap if gap in heads else len(lines)
    if heads:
        return heads[0] if heads[0] == small or gap > small else small
    if small < len(lines) and last and gap == small:
        return small
    return _same_size(lines, last, marks)


def _first_gap(lines: Sequence[Line], start: int) -> int:
    """The index of the first line from ``start`` on that stands apart from the one above it."""
    pitch = _pitch(lines)
    for place in range(max(1, start), len(lines)):
        if lines[place - 1].baseline - lines[place].baseline > _GAP * pitch:
            return place
    return len(lines)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of lines."""
    distances = [above.baseline - line.baseline for above, line in pairwise(lines)]
    return median(distances) if distances else 0.0


def _below_rule(
    region: Region, rules: Sequence[Rule], small: int, last: int, marks: frozenset[str]
) -> int | None:
    """The first line below a rule with nothing but small type or notes below it."""
    width = region.right - region.left
    for rule in sorted(rules, key=lambda rule: -rule.height):
        length = rule.right - rule.left
        inside = rule.left < region.right and rule.right > region.left
        if not inside or length < _SHORTEST_RULE * width:
            continue
        start = next(
            (i for i, line in enumerate(region.lines) if line.baseline < rule.height), None
        )
        if start is None or (start == 0 and small > 0):
            continue
        tail = region.lines[start:]
        headed = _may_head(tail[0], last, marks)
        noted = headed or any(_may_head(line, last, marks) for line in tail) or last > 0
        is_edge = abs(rule.left - region.left) < 0.1 * width and length < 0.7 * width
        above = region.lines[start - 1] if start else None
        underlines = above is not None and above.baseline - rule.height < _UNDERLINE * above.size
        if underlines and not headed:
            continue
        if (start >= small and noted and (headed or is_edge)) or (noted and is_edge):
            return start
    return None


def _may_head(line: Line, last: int, marks: frozenset[str]) -> bool:
    head = note_head(line)
    if head is None:
        return False
    if head.marker in marks:
        return True
    if not head.number:
        return True
    return head.is_raised or last < head.number <= last + 2


def _same_size(lines: Sequence[Line], last: int, marks: frozenset[str]) -> int:
    """Where notes in the size of the text begin: the raised next number at the head of a line."""
    for place in range(1, len(lines)):
        head = note_head(lines[place])
        if head and head.is_raised and head.number == last + 1 and head.marker in marks:
            return place
    return len(lines)
