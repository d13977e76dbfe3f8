"""Fields that an entry has more than once."""

from collections.abc import Iterator
from dataclasses import dataclass

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile

# An entry that has more of them was made by no hand.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Repetition:
    """A field that stands again in an entry as ``other``."""

    first: Field
    other: Field

    @property
    def is_equal(self) -> bool:
        """Whether both say the same, blanks aside."""
        return self.first.value.split() == self.other.value.split()


def field_repetitions(file: BibFile) -> Iterator[Repetition]:
    """The repeated fields of all entries in their order, each with the first of its name.

    Of an entry with very many fields the first thousand are looked at.
    """
    for entry in file.entries:
        fields = entry.fields
        if len({field.name for field in fields}) == len(fields):
            continue
        firsts: dict[str, Field] = {}
        for field in fields[:_MOST]:
            first = firsts.setdefault(field.name, field)
            if first is not field:
                yield Repetition(first, field)
