"""Tables of reStructuredText, drawn as grids or with lines of equals signs.

Source: reStructuredText Markup Specification, "Tables".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citekit.model.document import BlockKind
from citekit.model.spans import Span
from citekit.readers.layout_lines import Line, after_line, line_at
from citekit.readers.restructured_text.raw_block import RstBlock

_GRID = re.compile(r"\+(?:[-=]+\+)+[ \t]*$")
_SIMPLE = re.compile(r"=+(?:[ \t]+=+)+[ \t]*$")
_SPANNING = re.compile(r"[-= \t]+$")

Taken = tuple[int, list[RstBlock]]


def take_grid(text: str, line: Line) -> Taken | None:
    """The table that is drawn as a grid and begins with ``line``: its end, and a block a row."""
    if not _GRID.match(text, line.first, line.end):
        return None
    blocks: list[RstBlock] = []
    rows: list[Line] = []
    end = line.end
    columns = _borders(text, line)
    below = line_at(text, after_line(text, line.end))
    while not below.is_blank and text[below.first] in "+|":
        if _GRID.match(text, below.first, below.end):
            blocks += _row([_grid_cells(text, row, columns) for row in rows])
            rows, columns = [], columns if rows else _borders(text, below)
        else:
            rows.append(below)
        end = below.end
        below = line_at(text, after_line(text, end))
    blocks += _row([_grid_cells(text, row, columns) for row in rows])
    return end, blocks


def take_simple(text: str, line: Line) -> Taken | None:
    """The table that begins with ``line`` of equals signs: its end, and a block a row."""
    if not _SIMPLE.match(text, line.first, line.end):
        return None
    columns = [line.first - line.start + m.start() for m in re.finditer(r"=+", _shown(text, line))]
    rows: list[list[Span]] = []
    blocks: list[RstBlock] = []
    end, below = line.end, line_at(text, after_line(text, line.end))
    while below.start < len(text):
        if _SIMPLE.match(text, below.first, below.end):
            end = below.end
            following = line_at(text, after_line(text, below.end))
            if following.is_blank:
                break
        elif not below.is_blank and not _SPANNING.match(text, below.start, below.end):
            cells = _simple_cells(text, below, columns)
            if len(cells[0]) and rows:
                blocks += _row(rows)
                rows = []
            rows.append(cells)
            end = below.end
        elif below.is_blank and columns and _ends_table(text, below, line):
            break
        below = line_at(text, after_line(text, below.end))
    blocks += _row(rows)
    return end, blocks


def _ends_table(text: str, blank: Line, first: Line) -> bool:
    """Whether after a blank line nothing of the table comes."""
    below = line_at(text, after_line(text, blank.end))
    return below.is_blank or below.indent < first.indent


def _shown(text: str, line: Line) -> str:
    return text[line.first : line.end]


def _borders(text: str, line: Line) -> list[int]:
    return [line.first - line.start + m.start() for m in re.finditer(r"\+", _shown(text, line))]


def _grid_cells(text: str, line: Line, columns: Sequence[int]) -> list[Span]:
    cells = []
    for left, right in pairwise(columns):
        start = min(line.start + left + 1, line.end)
        cells.append(_trimmed(text, start, min(line.start + right, line.end)))
    return cells


def _simple_cells(text: str, line: Line, columns: Sequence[int]) -> list[Span]:
    cells = []
    for left, right in zip(columns, (*columns[1:], line.end - line.start), strict=False):
        start = min(line.start + left, line.end)
        cells.append(_trimmed(text, start, max(start, min(line.start + right, line.end))))
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \t|":
        start += 1
    while end > start and text[end - 1] in " \t|":
        end -= 1
    return Span(start, end)


def _row(lines: Sequence[Sequence[Span]]) -> Iterator[RstBlock]:
    """A row whose cells stand in several lines, cell by cell."""
    parts: list[Span] = []
    cells: list[int] = []
    for number in range(max((len(line) for line in lines), default=0)):
        for line in lines:
            if number < len(line) and len(line[number]):
                parts.append(line[number])
                cells.append(number)
    if parts:
        yield RstBlock(BlockKind.TABLE, tuple(parts), cells=tuple(cells))
