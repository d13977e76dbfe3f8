"""What merging gives: the works, what each was made of, and what is doubtful."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Reference
from citekit.pipeline.merging.inputs import Input, Record
from citekit.pipeline.merging.keys import NewKey
from citekit.pipeline.merging.uniting import UnitedValue


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two records, by their positions, are or may be one work, as sentences."""

    first: int
    second: int
    because: tuple[str, ...] = ()
    although: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedWork:
    """A work with the positions of the records it was made of, the first one first.

    ``values`` tell where each value comes from, by position among ``members``; they are there
    only for a work of several.
    """

    reference: Reference
    members: tuple[int, ...]
    values: tuple[UnitedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Merger:
    """Works in the order of their first records, and pairs of records that may be one work.

    ``parents`` tells by ``crossref`` from which record the entry of a work, by the position of its
    first record, takes over; ``own_parents`` does so of every record by its own file. ``records``
    say what stands in their files, the ``completed_records`` also what they take over from united
    ones, and the keys by which they name others in the merged file.
    """

    records: tuple[Record, ...]
    works: tuple[MergedWork, ...]
    doubtful: tuple[Evidence, ...] = ()
    changed_keys: tuple[NewKey, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[Input, ...] = ()
    parents: Mapping[int, int] = field(default_factory=dict)
    own_parents: Mapping[int, int] = field(default_factory=dict)
    completed_records: tuple[Record, ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """One reference for each work."""
        return tuple(work.reference for work in self.works)

    @property
    def merged(self) -> tuple[MergedWork, ...]:
        """The works made of several records."""
        return tuple(work for work in self.works if len(work.members) > 1)


def records_in(inputs: Sequence[Input]) -> tuple[Record, ...]:
    """The records of all inputs in their order."""
    return tuple(record for one in inputs for record in one.records)
