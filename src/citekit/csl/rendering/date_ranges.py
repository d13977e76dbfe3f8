"""The parts of a date or of a range of dates put together.

Source: CSL 1.0.2, "Date Ranges": parts that both dates share are printed once, and the delimiter
is that of the greatest part in which they differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.csl.rendering.date_parts import CompiledPart
from citekit.csl.tree import Node, Output
from citekit.model.reference import DateParts, DateRange

_ORDER = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class DateFormat:
    """The parts of a ``cs:date`` in order, with what stands between them and between two dates."""

    parts: tuple[CompiledPart, ...]
    delimiter: str
    range_delimiter: str

    def render(self, date: DateRange, letter: str) -> Output:
        """``date`` in this format, ``letter`` after its year; empty where no part of it shows."""
        if date.end is None:
            return self._open(date.start, letter)
        differing = self._differing(date.start, date.end)
        if not differing:
            return self._join(self._outputs(self.parts, date.start, letter))
        return self._range(date.start, date.end, differing, letter)

    def _join(self, outputs: Sequence[Output]) -> Output:
        shown = [output for output in outputs if output]
        if len(shown) > 1:
            return Node(shown, delimiter=self.delimiter)
        return shown[0] if shown else ""

    def _outputs(
        self,
        parts: Sequence[CompiledPart],
        date: DateParts,
        letter: str = "",
        *,
        is_start: bool = False,
        is_end: bool = False,
    ) -> list[Output]:
        """What ``parts`` print of ``date``; no affix on the side of another date."""
        texts = [(part, text) for part in parts if (text := part.text(date))]
        last = len(texts) - 1
        return [
            part.output(
                text,
                has_prefix=not (is_end and index == 0),
                has_suffix=not (is_start and index == last),
                letter=letter if part.name == "year" else "",
            )
            for index, (part, text) in enumerate(texts)
        ]

    def _open(self, start: DateParts, letter: str) -> Output:
        shown = self._join(self._outputs(self.parts, start, letter, is_start=True))
        if not shown or all(part.name != "year" for part in self.parts):
            return shown
        return Node((shown, self.range_delimiter))

    def _differing(self, start: DateParts, end: DateParts) -> tuple[str, ...]:
        """The parts of this format from the greatest that differs down, empty where none does."""
        values = {
            "year": (start.year, end.year),
            "month": ((start.month, start.season), (end.month, end.season)),
            "day": (start.day, end.day),
        }
        names = {part.name for part in self.parts}
        shown = [name for name in _ORDER if name in names]
        for index, name in enumerate(shown):
            if values[name][0] != values[name][1]:
                return tuple(shown[index:])
        return ()

    def _range(
        self, start: DateParts, end: DateParts, differing: tuple[str, ...], letter: str
    ) -> Output:
        places = [
            index
            for index, part in enumerate(self.parts)
            if part.name in differing and (part.text(start) or part.text(end))
        ]
        if not places:
            return self._join(self._outputs(self.parts, start, letter))
        first, after = places[0], places[-1] + 1
        within = self.parts[first:after]
        opening = self._join(self._outputs(within, start, is_start=True))
        closing = self._join(self._outputs(within, end, letter, is_end=True))
        both: Output = opening or closing
        if opening and closing:
            both = Node((opening, self._delimiter(within, differing[0]), closing))
        return self._join(
            [
                *self._outputs(self.parts[:first], start, letter),
                both,
                *self._outputs(self.parts[after:], start, letter),
            ]
        )

    def _delimiter(self, within: Sequence[CompiledPart], greatest: str) -> str:
        # A style that sets the delimiter on the last part alone means it for the whole.
        own = next((part.range_delimiter for part in within if part.name == greatest), "")
        return own or within[-1].range_delimiter or self.range_delimiter
