"""Entries that take over from others, as they will in the merged file."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import accumulate

from citekit.errors import ConfigError
from citekit.formats.bib_blocks import RawEntry, read_blocks
from citekit.formats.bib_entry_reader import read_entry
from citekit.formats.bib_inheritance import FileIndexes, resolve_inheritance, resolve_together
from citekit.formats.bib_strings import read_raw_files
from citekit.model.reference import Reference
from citekit.pipeline.merging.bib_entries import completed, dialect_of, written_anew
from citekit.pipeline.merging.inputs import Input, Record
from citekit.resolver.pair_list import Pair

_PARENT = "crossref"
_NEW_DIALECT = "biblatex"
# So far up a line of parents it is looked.
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class UnitedWork:
    """A work made of several records, the ``first`` of which stays in its place.

    ``parent`` is the record that it takes over from, if there is one.
    """

    first: int
    reference: Reference
    parent: int | None = None


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

    def kinships(self) -> Iterator[Pair]:
        """The pairs of a record and one that it takes over from: a part is never its whole."""
        for child in self.parents:
            place = child
            for _ in range(_DEEPEST):
                place = self.parents.get(place, child)
                if place == child:
                    break
                yield min(child, place), max(child, place)

    def link(self, members: Sequence[int]) -> int | None:
        """The record that a work of ``members`` takes over from: that of the first that does."""
        parents = (self.parents[place] for place in members if place in self.parents)
        return next((place for place in parents if place not in members), None)

    def references(
        self, records: Sequence[Record], works: Mapping[int, UnitedWork]
    ) -> Mapping[int, Reference]:
        """The records that take over, by position, with what they will take over.

        ``records`` are as they were read, ``works`` those that they were made part of, by their
        positions.
        """
        children = [replace(self.entries[child], key=f"{child} itself") for child in self.parents]
        sources = [
            replace(
                self._united(works[place], records) if place in works else self.entries[place],
                key=str(place),
            )
            for place in sorted(set(self.parents.values()))
        ]
        full = resolve_inheritance([*children, *sources])
        return {
            child: replace(read_entry(entry), key=records[child].reference.key)
            for child, entry in zip(self.parents, full, strict=False)
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
        united = read_blocks(text, "").entries[0]
        parent = {} if work.parent is None else {_PARENT: str(work.parent)}
        own = {name: value for name, value in united.fields.items() if name != _PARENT}
        return replace(united, fields={**own, **parent})


def find_lineage(inputs: Sequence[Input]) -> Lineage:
    """The parents of the records of ``.bib`` files: in the own file, or else in another."""
    starts = accumulate((len(one.records) for one in inputs), initial=0)
    files = [
        (one.source, one.path, start)
        for one, start in zip(inputs, starts, strict=False)
        if one.source
    ]
    if not any(map(_has_children, inputs)):
        return Lineage({}, {}, {})
    raw = [one.entries for one in read_raw_files([(source, path) for source, path, _ in files])]
    places = {
        id(entry): place
        for entries, (_, _, start) in zip(raw, files, strict=True)
        for place, entry in enumerate((one for one in entries if one.type != "xdata"), start)
    }
    parents = dict(_parents(raw, places))
    single = [[_single(entry, places, parents) for entry in entries] for entries in raw]
    full = [entry for entries in resolve_together(single) for entry in entries]
    linked = {
        place: replace(entry, fields={**entry.fields, _PARENT: str(parents[place])})
        if place in parents
        else entry
        for place, entry in zip(places.values(), full, strict=True)
    }
    names = {
        place: tuple(field.name for field in node.fields)
        for one, (_, _, start) in zip((one for one in inputs if one.source), files, strict=True)
        for place, node in enumerate(one.nodes, start)
    }
    return Lineage(parents, linked, names)


def _parents(
    raw: Sequence[Sequence[RawEntry]], places: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The records that take over, with those that they do from.

    An entry that names itself takes over from none, whoever has its key elsewhere.
    """
    find = FileIndexes(raw).find
    for home, entries in enumerate(raw):
        for entry in entries:
            key = entry.fields.get(_PARENT, "")
            found = find(key, home) if key and id(entry) in places else None
            if found and found[0] is not entry and id(found[0]) in places:
                yield places[id(entry)], places[id(found[0])]


def _single(entry: RawEntry, places: Mapping[int, int], parents: Mapping[int, int]) -> RawEntry:
    """The entry without its parent."""
    if places.get(id(entry)) not in parents:
        return entry
    return replace(entry, fields={k: v for k, v in entry.fields.items() if k != _PARENT})


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


def _has_children(one: Input) -> bool:
    return any(field.name.lower() == _PARENT for node in one.nodes for field in node.fields)
