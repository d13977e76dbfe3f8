"""A work as it is cited: names, dates and variables, each with the places it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from citekit.model.spans import Origin
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.text.case_marks import without_case_marks

CitationKey = NewType("CitationKey", str)

NO_KEY = CitationKey("")


@dataclass(frozen=True, slots=True)
class Literal:
    """A value kept as it is written, since it cannot or must not be taken apart."""

    text: str


@dataclass(frozen=True, slots=True)
class PersonalName:
    """The name of a person in CSL's parts; a part that is not there is empty."""

    family: str
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""


Name = PersonalName | Literal
"""``Literal("others")`` stands for the "and others" at the end of a list."""


@dataclass(frozen=True, slots=True)
class DateParts:
    """A year with what is known of its month, day or season.

    ``month`` and ``day`` are 0 where unknown; ``season`` is 1 (spring) to 4 (winter), else 0.
    Years before 1 are written as in ISO 8601: 0 is 1 BC.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date, in EDTF's terms: one day, month, season or year, or a range with an end.

    ``end`` equals ``start`` for a single date and is ``None`` for a range that is still open.
    """

    start: DateParts
    end: DateParts | None
    circa: bool = False


Date = DateRange | Literal
"""``Literal`` keeps what is no date: "n.d.", "forthcoming", a month and day without a year."""


def single_date(year: int, month: int = 0, day: int = 0, season: int = 0) -> DateRange:
    """The date of one day, month, season or year."""
    parts = DateParts(year, month, day, season)
    return DateRange(parts, parts)


@dataclass(frozen=True, slots=True)
class Reference:
    """One work, with its variables by kind, and where each was read.

    ``texts`` may hold CSL's inline markup (``<i> <b> <sup> <sub> <span style=…>``), titles its mark
    for what keeps its case too (``<span class="nocase">``), which ``text`` and ``title`` leave out.
    ``numbers`` are as printed (``"12a"``, ``"49"``), page ranges with a hyphen.
    ``origins`` and ``confidence`` (0 to 1) hold an entry only for variables that were read
    from a document; both survive merging.
    ``aliases`` are other keys under which the work is known (BibLaTeX's ``ids``).
    ``extra`` keeps fields of a bibliography file that no variable stands for.
    ``case_settled`` says that the titles mark all that keeps its case, as those of a ``.bib`` do,
    so that a style may lower the rest; two references that differ in this alone are equal.
    """

    key: CitationKey = NO_KEY
    type: ItemType = ItemType.DOCUMENT
    texts: Mapping[TextVariable, str] = field(default_factory=dict)
    numbers: Mapping[NumberVariable, str] = field(default_factory=dict)
    dates: Mapping[DateVariable, Date] = field(default_factory=dict)
    names: Mapping[NameVariable, tuple[Name, ...]] = field(default_factory=dict)
    origins: Mapping[Variable, tuple[Origin, ...]] = field(default_factory=dict)
    confidence: Mapping[Variable, float] = field(default_factory=dict)
    aliases: tuple[CitationKey, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    case_settled: bool = field(default=False, compare=False)

    def text(self, variable: TextVariable) -> str:
        """The text of ``variable`` without marks of case, empty where there is none."""
        return without_case_marks(self.texts.get(variable, ""))

    def number(self, variable: NumberVariable) -> str:
        """The number of ``variable`` as printed, empty where there is none."""
        return self.numbers.get(variable, "")

    def name_list(self, variable: NameVariable) -> tuple[Name, ...]:
        """The names of ``variable``, none where there are none."""
        return self.names.get(variable, ())

    @property
    def title(self) -> str:
        """The title without marks of case, empty where there is none."""
        return without_case_marks(self.texts.get(TextVariable.TITLE, ""))

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Every variable that has a value: names, then texts, numbers and dates."""
        return (*self.names, *self.texts, *self.numbers, *self.dates)
