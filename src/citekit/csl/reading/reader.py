"""What the readers of elements share: the faults, and the way to the readers of children."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from citekit.csl.nodes import Element
from citekit.csl.reading.faults import Faults
from citekit.csl.reading.xml_elements import XmlElement


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads rendering elements, each by the function that ``readers`` has for its name.

    ``own_terms`` are the names of the terms that the style itself defines.
    """

    faults: Faults
    readers: "Mapping[str, ReadElement]"
    own_terms: frozenset[str] = frozenset()

    def children(self, element: XmlElement) -> tuple[Element, ...]:
        """The rendering elements in ``element``."""
        readers = self.readers
        return tuple(
            readers[child.name](child, self) for child in element.children if child.name in readers
        )


ReadElement = Callable[[XmlElement, Reader], Element]
"""Makes a node of an element whose structure has been checked."""
