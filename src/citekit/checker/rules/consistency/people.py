"""The persons of a field, each with the place where the name is written."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from citekit.checker.bib_field import Field
from citekit.checker.plain_values import plain_value
from citekit.formats.bib_names import parse_name
from citekit.formats.bib_values import list_spans
from citekit.model.reference import PersonalName


class Person(NamedTuple):
    """A person in ``field``, whose name is ``written`` at ``start`` to ``end`` of the value."""

    field: Field
    name: PersonalName
    written: str
    start: int
    end: int

    @property
    def family(self) -> str:
        """The family name with its particles."""
        name = self.name
        parts = (name.dropping_particle, name.non_dropping_particle, name.family)
        return " ".join(part for part in parts if part)

    @property
    def plain(self) -> str:
        """The name as a reader sees it."""
        return plain_value(self.written)


def people_of(field: Field, wanted: Callable[[str], object] = bool) -> Iterator[Person]:
    """The persons of ``field``, as far as their written names are ``wanted``.

    Bodies and "others" are left out.
    """
    for start, end in list_spans(field.value):
        written = field.value[start:end]
        if written and wanted(written):
            name = parse_name(written)
            if isinstance(name, PersonalName) and name.family.lower() not in {"", "others"}:
                yield Person(field, name, written, start, end)


def same_order(one: Person, other: Person) -> bool:
    """Whether both names are written with a comma, or both without."""
    return ("," in one.written) == ("," in other.written)
