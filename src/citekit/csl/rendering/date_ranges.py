"""The parts of a date or of a range of dates put together.

Source: CSL 1.0.2, "Date Ranges": parts that both dates share are printed once, and the delimiter
is that of the greatest part in which they differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citekit.csl.rendering.date_parts import FIRST_PLAIN_YEAR, CompiledPart
from citekit.csl.tree import Node, Output
from citekit.model.reference import DateParts, DateRange

_ORDER = ("year", "month", "day")
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class DateFormat:
    """The parts of a ``cs:date`` in order, with what stands between them and between two dates."""

    parts: tuple[CompiledPart, ...]
    delimiter: str
    range_delimiter: str

    def render(self, date: DateRange, letter: str, season: str = "") -> Output:
        """``date`` in this format, ``letter`` after its year; empty where no part of it shows.

        ``season`` is one that has no term, in words ("Michaelmas").
        """
        if date.end is None:
            return self._open(date.start, letter)
        own = {"month": season} if season else _NOTHING
        differing = self._differing(date.start, date.end)
        if not differing:
            return self._join(self._outputs(self.parts, date.start, letter, own=own))
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
        own: Mapping[str, str] = _NOTHING,
        is_start: bool = False,
        is_end: bool = False,
    ) -> list[Output]:
        """What ``parts`` print of ``date``; no affix on the side of another date.

        ``own`` are texts for parts in the place of what ``date`` gives.
        """
        texts = [(part, text) for part in parts if (text := own.get(part.name) or part.text(date))]
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
        within = [part for part in self.parts if part.text(start)]
        return Node((shown, self._delimiter(within, "year")))

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
        opening = self._opening(within, start, end)
        closing = self._join(self._outputs(within, end, letter, is_end=True))
        if opening and closing:
            both: Output = Node((opening, self._delimiter(within, differing[0]), closing))
        else:
            both = self._join(self._outputs(within, start if opening else end, letter))
        return self._join(
            [
                *self._outputs(self.parts[:first], start, letter),
                both,
                *self._outputs(self.parts[after:], start, letter),
            ]
        )

    def _opening(self, within: Sequence[CompiledPart], start: DateParts, end: DateParts) -> Output:
        # An era that two years share is said once, where the second follows at once: "44–40 BC".
        year = 0
        if within[-1].name == "year":
            if start.year < 1 and end.year < 1:
                year = 1 - start.year
            elif start.year > 0 and 0 < end.year < FIRST_PLAIN_YEAR:
                year = start.year
        own = {"year": str(year)} if year else _NOTHING
        return self._join(self._outputs(within, start, own=own, is_start=True))

    def _delimiter(self, within: Sequence[CompiledPart], greatest: str) -> str:
        # A style that sets the delimiter on the last part alone means it for the whole.
        own = next((part.range_delimiter for part in within if part.name == greatest), "")
        return own or within[-1].range_delimiter or self.range_delimiter
