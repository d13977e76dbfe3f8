"""Entries that take over from others, as they will in the merged file."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import accumulate

from citekit.errors import ConfigError
from citekit.formats.bib_blocks import RawEntry, read_blocks
from citekit.formats.bib_inheritance import EntryIndex, resolve_inheritance
from citekit.formats.bibtex_reader import read_entry
from citekit.model.reference import Reference
from citekit.pipeline.merging.bib_entries import completed, dialect_of, written_anew
from citekit.pipeline.merging.inputs import Input, Record
from citekit.resolver.content_hash import content_hash

_PARENT = "crossref"
_NEW_DIALECT = "biblatex"


@dataclass(frozen=True, slots=True)
class UnitedWork:
    """A work made of several records, the ``first`` of which stays in its place."""

    first: int
    reference: Reference


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which record takes over from which, both as positions of records.

    ``entries`` are those of ``.bib`` files by position, if any takes over from another: with what
    data containers give them, but without what ``crossref`` does. ``names`` are those of their
    fields.
    """

    parents: Mapping[int, int]
    entries: Mapping[int, RawEntry]
    names: Mapping[int, tuple[str, ...]]

    def references(
        self, records: Sequence[Record], works: Mapping[int, UnitedWork]
    ) -> Mapping[int, Reference]:
        """The records that take over, by position, with what they will take over.

        ``works`` are those that records were made part of, by the positions of these.
        """
        kept = sorted({*self.parents, *self.parents.values()})
        changed = {place: self._united(works[place], records) for place in kept if place in works}
        entries = [replace({**self.entries, **changed}[place], key=str(place)) for place in kept]
        full = dict(zip(kept, resolve_inheritance(entries), strict=True))
        return {
            child: replace(read_entry(full[child]), key=records[child].reference.key)
            for child in self.parents
        }

    def _united(self, work: UnitedWork, records: Sequence[Record]) -> RawEntry:
        """The entry of a work as it will stand in the merged file."""
        text = written_anew(work.reference, _NEW_DIALECT)
        if work.first in self.entries:
            entry = self.entries[work.first]
            fields = "".join(f"  {name} = {{{value}}},\n" for name, value in entry.fields.items())
            before = records[work.first].reference
            dialect = dialect_of(self.names[work.first], _NEW_DIALECT)
            with suppress(ConfigError):
                text = completed(f"@{entry.type}{{k,\n{fields}}}", before, work.reference, dialect)
        return read_blocks(text, "").entries[0]


def find_lineage(inputs: Sequence[Input]) -> Lineage:
    """The parents of the records of ``.bib`` files: in the own file, or else in another.

    If several others have one of that key, their content decides, not their order.
    """
    starts = list(accumulate((len(one.records) for one in inputs), initial=0))
    files = [(one, start) for one, start in zip(inputs, starts, strict=False) if one.source]
    if not any(map(_has_children, inputs)):
        return Lineage({}, {}, {})
    read = [_File.of(one, start) for one, start in files]
    records = [record for one in inputs for record in one.records]
    parents = {}
    for file in read:
        for entry, place in file.children():
            parent = _parent(entry, file, read, records)
            if parent is not None:
                parents[place] = parent
    linked = {
        place: replace(entry, fields={**entry.fields, _PARENT: str(parents[place])})
        if place in parents
        else entry
        for file in read
        for place, entry in file.without_parents()
    }
    names = {
        place: tuple(field.name for field in node.fields)
        for one, start in files
        for place, node in enumerate(one.nodes, start)
    }
    return Lineage(parents, linked, names)


def with_references(inputs: Sequence[Input], found: Mapping[int, Reference]) -> tuple[Input, ...]:
    """The inputs, the records at the positions of ``found`` saying what stands there."""
    changed = []
    start = 0
    for one in inputs:
        records = tuple(
            replace(record, reference=found.get(place, record.reference))
            for place, record in enumerate(one.records, start)
        )
        start += len(one.records)
        changed.append(replace(one, records=records))
    return tuple(changed)


@dataclass(frozen=True, slots=True)
class _File:
    """The entries of a file; ``places`` are the positions of those that are records."""

    entries: tuple[RawEntry, ...]
    places: Mapping[int, int]
    index: EntryIndex

    @classmethod
    def of(cls, one: Input, start: int) -> "_File":
        text = one.source.text if one.source else ""
        entries = read_blocks(text, "").entries
        records = (entry for entry in entries if entry.type != "xdata")
        places = {id(entry): place for place, entry in enumerate(records, start)}
        return cls(entries, places, EntryIndex(entries))

    def children(self) -> Iterator[tuple[RawEntry, int]]:
        for entry in self.entries:
            if entry.fields.get(_PARENT) and id(entry) in self.places:
                yield entry, self.places[id(entry)]

    def without_parents(self) -> Iterator[tuple[int, RawEntry]]:
        single = [
            replace(entry, fields={k: v for k, v in entry.fields.items() if k != _PARENT})
            for entry in self.entries
        ]
        return zip(self.places.values(), resolve_inheritance(single), strict=True)


def _parent(
    entry: RawEntry, own: _File, files: Sequence[_File], records: Sequence[Record]
) -> int | None:
    """The position of the record that ``entry`` takes over from, if there is one."""
    key = entry.fields[_PARENT]
    near = own.index.find(key)
    if near is not None:
        # An entry that names itself takes over from none, whoever has its key elsewhere.
        return own.places.get(id(near)) if near is not entry else None
    far = [(file, file.index.find(key)) for file in files if file is not own]
    places = [file.places[id(one)] for file, one in far if one and id(one) in file.places]
    return min(
        places, key=lambda place: (content_hash(records[place].reference), place), default=None
    )


def _has_children(one: Input) -> bool:
    return any(field.name.lower() == _PARENT for node in one.nodes for field in node.fields)
