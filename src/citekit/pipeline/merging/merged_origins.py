"""Where the values of merged works stand."""

from dataclasses import replace

from citekit.model.reference import Reference
from citekit.model.spans import Origin
from citekit.pipeline.merging.merged_works import MergedWork, Merger


def with_origins(merger: Merger) -> tuple[Reference, ...]:
    """The references with the places of the records that each value was read from.

    Only records of ``.bib`` files have places; those that the references had already stay.
    """
    spans: dict[int, Origin] = {}
    start = 0
    for one in merger.inputs:
        for number, node in enumerate(one.nodes):
            spans[start + number] = Origin(one.path, node.start, node.end)
        start += len(one.records)
    return tuple(_placed(merger, work, spans) for work in merger.works)


def _placed(merger: Merger, work: MergedWork, spans: dict[int, Origin]) -> Reference:
    origins = {variable: set(found) for variable, found in work.reference.origins.items()}
    for place in work.members:
        if place in spans:
            for variable in merger.records[place].reference.variables:
                origins.setdefault(variable, set()).add(spans[place])
    return replace(
        work.reference, origins={name: tuple(sorted(found)) for name, found in origins.items()}
    )
