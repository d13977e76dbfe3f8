"""The places that the values of several references were read from, together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from citekit.model.reference import Reference
from citekit.model.spans import Origin
from citekit.model.variables import Variable


def united_origins(references: Sequence[Reference]) -> Mapping[Variable, tuple[Origin, ...]]:
    """Every origin of every variable, each once, in the order of paths and offsets."""
    found: dict[Variable, set[Origin]] = defaultdict(set)
    for reference in references:
        for variable, origins in reference.origins.items():
            found[variable].update(origins)
    return {variable: tuple(sorted(origins)) for variable, origins in sorted(found.items())}


def first_place(reference: Reference) -> Origin:
    """The first place the reference was read from, by path and offset; an empty one without."""
    places = (origin for origins in reference.origins.values() for origin in origins)
    return min(places, default=Origin("", 0, 0))
