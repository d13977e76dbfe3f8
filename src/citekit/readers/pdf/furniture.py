"""Running heads and feet and the numbers of pages: what pages repeat at their edges."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from citekit.model.spans import Markup
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.page import LaidOutPage

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_LEADING = re.compile(
    r"\W*(?:(?:page|seite|p\.|s\.)\s*)?(\d{1,5})(?:\W+[^\W\d_]|\W*$)", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p\.|s\.)\s*)?(?:\d{1,5}|[ivxlc]{1,7})\W*", re.IGNORECASE
)
# So many rows at each edge may be furniture.
_MOST_ROWS = 4
_SAME_HEIGHT = 4.0
_SAME_ROW = 3.0
# Heads and feet are set apart from the text by more than the distance of its lines.
_APART, _OTHER_SIZE = 1.25, 0.05
_MEASURED_ROWS = 3
_LONGEST_KEY = 40
_FEW_PAGES = 4

_Edge = Literal["head", "foot"]
# Page, baseline, and the number that the line begins with.
_Seen = tuple[int, float, int | None]


def without_furniture(pages: Sequence[LaidOutPage]) -> list[LaidOutPage]:
    """``pages`` without what stands at their edges on several of them, digits aside."""
    gone: dict[int, list[Line]] = defaultdict(list)
    for edge in ("head", "foot"):
        rows = {page.number: _rows(page, edge) for page in pages}
        seen = _repeated(rows)
        for number, edge_rows in rows.items():
            for row in _furniture_rows(edge_rows, seen, len(pages)):
                gone[number].extend(row)
    return [page.without(gone[page.number]) for page in pages]


def _rows(page: LaidOutPage, edge: _Edge) -> list[list[Line]]:
    """The outermost rows of lines, from the edge inwards, and some more to measure by."""
    lines = sorted(page.lines, key=lambda line: -line.baseline if edge == "head" else line.baseline)
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].baseline - line.baseline) <= _SAME_ROW:
            rows[-1].append(line)
        elif len(rows) >= _MOST_ROWS + _MEASURED_ROWS:
            break
        else:
            rows.append([line])
    return rows


def _key(line: Line) -> str:
    return _NUMBERS.sub("#", line.text.casefold()).replace(" ", "")[:_LONGEST_KEY]


def _repeated(rows: dict[int, list[list[Line]]]) -> dict[str, list[_Seen]]:
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for number, edge_rows in rows.items():
        for row in edge_rows[:_MOST_ROWS]:
            for line in row:
                seen[_key(line)].append((number, line.baseline, _leading(line)))
    return seen


def _leading(line: Line) -> int | None:
    """The number that ``line`` is or begins with, None without one."""
    match = _LEADING.match(line.text)
    return int(match[1]) if match else None


def _furniture_rows(
    rows: list[list[Line]], seen: dict[str, list[_Seen]], count: int
) -> list[list[Line]]:
    """The rows from the edge up to the last that other pages repeat."""
    last = -1
    for place, row in enumerate(rows[:_MOST_ROWS]):
        repeats = any(_repeats(line, seen, count) for line in row)
        if repeats and _is_apart(rows, place):
            last = place
    return rows[: last + 1]


def _repeats(line: Line, seen: dict[str, list[_Seen]], count: int) -> bool:
    if any(run.markup is Markup.SUPERSCRIPT for run in line.runs):
        return False  # a short note, such as "Ibid.", or text that calls notes
    leading = _leading(line)
    pages = {
        number
        for number, baseline, other in seen[_key(line)]
        if abs(baseline - line.baseline) <= _SAME_HEIGHT
        # The numbers of pages rise with the pages, those of notes do not.
        and (leading is None or _is_paged(number - line.page, other, leading))
    }
    is_number = _PAGE_NUMBER.fullmatch(line.text) is not None
    few = 2 if count <= _FEW_PAGES or is_number else 3
    return len(pages) >= few


def _is_paged(pages: int, other: int | None, leading: int) -> bool:
    """Whether numbers as far apart as this may be those of pages, one or two on a sheet."""
    return other is not None and other - leading in {pages, 2 * pages}


def _is_apart(rows: list[list[Line]], place: int) -> bool:
    """Whether the row stands apart from the text next to it, or in a type of its own."""
    if place + 1 >= len(rows) or any(_PAGE_NUMBER.fullmatch(line.text) for line in rows[place]):
        return True
    row, inner = rows[place][0], rows[place + 1][0]
    if abs(row.size - inner.size) > _OTHER_SIZE * inner.size:
        return True
    further = [
        abs(a[0].baseline - b[0].baseline)
        for a, b in zip(rows[place + 1 :], rows[place + 2 :], strict=False)
    ]
    return abs(row.baseline - inner.baseline) > _APART * min(further, default=row.size)
