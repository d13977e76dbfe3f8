"""A reference being put together from labelled stretches of text."""

from dataclasses import dataclass, field, replace

from citekit.model.citation import Label
from citekit.model.reference import Date, Name, Reference
from citekit.model.spans import Origin, TracedText
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.text.folding import straighten


@dataclass(frozen=True, slots=True)
class Stretch:
    """A labelled stretch of a passage; ``text`` is that stretch alone, ``whole`` the passage."""

    label: Label
    text: TracedText
    whole: TracedText

    def part(self, value: str, at: int = 0) -> "Stretch":
        """The stretch of ``value`` alone, from the offset ``at`` on; all of it where it is not."""
        start = straighten(self.text.text).find(straighten(value), at) if value else -1
        if start < 0:
            return self
        label = replace(
            self.label, start=self.label.start + start, end=self.label.start + start + len(value)
        )
        return Stretch(label, self.text.slice(start, start + len(value)), self.whole)


@dataclass(slots=True)
class Draft:
    """The variables read so far; ``finish`` makes the reference of them.

    ``path`` is the file that the places of values are in.
    """

    path: str
    texts: dict[TextVariable, str] = field(default_factory=dict)
    numbers: dict[NumberVariable, str] = field(default_factory=dict)
    dates: dict[DateVariable, Date] = field(default_factory=dict)
    names: dict[NameVariable, tuple[Name, ...]] = field(default_factory=dict)
    origins: dict[Variable, tuple[Origin, ...]] = field(default_factory=dict)
    confidence: dict[Variable, float] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)

    def mark(self, variable: Variable, stretch: Stretch) -> None:
        """Note where ``variable`` was read, and how surely."""
        spans = stretch.text.source_spans(0, len(stretch.text.text))
        places = tuple(Origin(self.path, span.start, span.end) for span in spans)
        self.origins[variable] = (*self.origins.get(variable, ()), *places)
        sure = self.confidence.get(variable, 1.0)
        self.confidence[variable] = round(min(sure, stretch.label.confidence), 3)

    def set_text(self, variable: TextVariable, value: str, stretch: Stretch) -> None:
        """Give ``variable`` a text; of several stretches the first one stands."""
        if value and variable not in self.texts:
            self.texts[variable] = value
            self.mark(variable, stretch)

    def set_number(self, variable: NumberVariable, value: str, stretch: Stretch) -> None:
        """Give ``variable`` a number; of several stretches the first one stands."""
        if value and variable not in self.numbers:
            self.numbers[variable] = value
            self.mark(variable, stretch)

    def set_date(self, variable: DateVariable, value: Date, stretch: Stretch) -> None:
        """Give ``variable`` a date; of several stretches the first one stands."""
        if variable not in self.dates:
            self.dates[variable] = value
            self.mark(variable, stretch)

    def add_names(self, variable: NameVariable, names: tuple[Name, ...], stretch: Stretch) -> None:
        """Add ``names`` to those that ``variable`` has."""
        if names:
            self.names[variable] = (*self.names.get(variable, ()), *names)
            self.mark(variable, stretch)

    def move_text(self, source: TextVariable, target: TextVariable) -> None:
        """Let the text of ``source`` be that of ``target``."""
        if source in self.texts:
            self.texts[target] = self.texts.pop(source)
            self.origins[target] = self.origins.pop(source, ())
            self.confidence[target] = self.confidence.pop(source, 1.0)

    def finish(self, item_type: ItemType) -> Reference:
        """The reference as it stands."""
        return Reference(
            type=item_type,
            texts=dict(self.texts),
            numbers=dict(self.numbers),
            dates=dict(self.dates),
            names=dict(self.names),
            origins=dict(self.origins),
            confidence=dict(self.confidence),
            extra=dict(self.extra),
        )
