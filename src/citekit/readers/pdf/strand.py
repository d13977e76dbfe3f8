"""A strand of text: a paragraph, heading or note, in the pieces that pages tore it into."""

from dataclasses import dataclass, field

from citekit.model.document import BlockKind
from citekit.readers.pdf.line import Line

_INDENT = 0.5


@dataclass(slots=True, eq=False)
class Strand:
    """Lines that are read as one text; every fragment stands in one column.

    A note has a ``marker``; ``level`` is 1 to 6 for a heading.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    fragments: list[list[Line]] = field(default_factory=list)

    @property
    def last_line(self) -> Line:
        """The last line so far."""
        return self.fragments[-1][-1]

    @property
    def first_line(self) -> Line:
        """The first line."""
        return self.fragments[0][0]

    @property
    def is_hanging(self) -> bool:
        """Whether all lines but the first are indented, as those of an entry are."""
        first, *rest = self.fragments[0]
        return bool(rest) and all(x.left > first.left + _INDENT * first.size for x in rest)


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment of a strand in the order in which pages print it."""

    strand: Strand
    fragment: int
