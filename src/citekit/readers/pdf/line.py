"""A printed line: its text, its markup, and where it stands."""

from dataclasses import dataclass, replace

from citekit.model.spans import Markup, MarkupRun


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; coordinates in points from the lower left corner of its page.

    ``size`` is the size of type of most of its letters. ``right_edge`` is what the rest of a
    divided word that was taken from the next line does not move.
    """

    text: str
    runs: tuple[MarkupRun, ...]
    left: float
    right: float
    baseline: float
    size: float
    page: int = 0

    @property
    def top(self) -> float:
        """The height that its letters reach."""
        return self.baseline + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The depth that its letters reach."""
        return self.baseline - 0.25 * self.size

    def share_of(self, markup: Markup) -> float:
        """The share of the line that is set in ``markup``, from 0 to 1."""
        set_in = sum(run.end - run.start for run in self.runs if run.markup is markup)
        return set_in / max(1, len(self.text))

    def cut(self, start: int, end: int) -> "Line":
        """The line with only ``text[start:end]``; it stays where it is."""
        runs = tuple(
            replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
            for run in self.runs
            if run.start < end and run.end > start
        )
        return replace(self, text=self.text[start:end], runs=runs)

    def with_tail(self, tail: "Line") -> "Line":
        """The line with the text of ``tail`` right behind its own."""
        shift = len(self.text)
        moved = (replace(run, start=run.start + shift, end=run.end + shift) for run in tail.runs)
        return replace(self, text=self.text + tail.text, runs=(*self.runs, *moved))
