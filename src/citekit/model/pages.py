"""Places on printed pages: where the lines of a laid-out text stand on paper."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.spans import Span

# Lines less than this apart, in their own heights, form one box.
_NEAR = 1.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points (1/72 inch) from the upper left corner of its page as it is seen."""

    left: float
    top: float
    right: float
    bottom: float

    def union(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line: ``text[start:end]`` of its document stands in ``box`` on ``page``.

    Pages count from 1. The rest of a word divided at its end stands with the first part.
    """

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A box on a page, counted from 1."""

    page: int
    box: Box


class PageIndex:
    """Where stretches of a document's text are printed; ``lines`` are in the order of the text."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        """An index of all lines of one document."""
        self._lines = lines
        self._starts = [line.start for line in lines]

    def places(self, spans: Iterable[Span]) -> tuple[PagePlace, ...]:
        """The boxes of the lines that ``spans`` touch, neighbouring lines in one box."""
        places: list[PagePlace] = []
        for span in spans:
            first = max(0, bisect_right(self._starts, span.start) - 1)
            for place in range(first, len(self._lines)):
                line = self._lines[place]
                if line.start >= span.end:
                    break
                if line.end > span.start:
                    _add(places, PagePlace(line.page, line.box))
        return tuple(places)


def _add(places: list[PagePlace], place: PagePlace) -> None:
    last = places[-1] if places else None
    if last is not None and last.page == place.page and _is_below(last.box, place.box):
        places[-1] = PagePlace(place.page, last.box.union(place.box))
    else:
        places.append(place)


def _is_below(above: Box, box: Box) -> bool:
    height = box.bottom - box.top
    overlaps = box.left < above.right and above.left < box.right
    return overlaps and -height < box.top - above.bottom < _NEAR * height
