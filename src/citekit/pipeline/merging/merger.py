"""The outcome of merging: the works, what each was made of, and what is doubtful."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.reference import Reference
from citekit.model.spans import Origin
from citekit.pipeline.merging.applied_decisions import apply_decisions
from citekit.pipeline.merging.decisions import PairDecision
from citekit.pipeline.merging.described import described
from citekit.pipeline.merging.inputs import Input, Record
from citekit.pipeline.merging.keys import NewKey, assign_work_keys
from citekit.pipeline.merging.parents import Lineage, UnitedWork, find_lineage, with_references
from citekit.pipeline.merging.uniting import UnitedValue, united
from citekit.pipeline.merging.works import Works, find_works, profile_of
from citekit.resolver.content_hash import content_hash
from citekit.resolver.matching import compare_profiles, explain_profiles
from citekit.resolver.pair_list import Pair
from citekit.resolver.profile import Profile

# A record is compared with so many of its work to find the one most like it.
_SAMPLE = 40
# What a work gives the entries that take over from it may make others one, and those give more.
_MOST_ROUNDS = 8


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

    ``values`` tell where each value comes from, by position among ``members``; they, and the
    ``evidence`` for each record beside the first, are there only for a work of several.
    """

    reference: Reference
    members: tuple[int, ...]
    values: tuple[UnitedValue, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Merger:
    """Works in the order of their first records, and pairs of records that may be one work.

    ``parents`` tells which record takes over from which by ``crossref``. ``records`` say what
    stands in their files, those of ``inputs`` also what they take over from united ones.
    """

    records: tuple[Record, ...]
    works: tuple[MergedWork, ...]
    doubtful: tuple[Evidence, ...] = ()
    changed_keys: tuple[NewKey, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[Input, ...] = ()
    parents: Mapping[int, int] = field(default_factory=dict)

    @property
    def completed_records(self) -> tuple[Record, ...]:
        """The records with what they take over in the merged file."""
        return _records(self.inputs)

    @property
    def references(self) -> tuple[Reference, ...]:
        """One reference for each work."""
        return tuple(work.reference for work in self.works)

    @property
    def merged(self) -> tuple[MergedWork, ...]:
        """The works made of several records."""
        return tuple(work for work in self.works if len(work.members) > 1)


def merge_inputs(
    inputs: Sequence[Input],
    *,
    decisions: Sequence[PairDecision] = (),
    processes: int = 1,
    fold_keys: bool = False,
) -> Merger:
    """The works of ``inputs``, their keys kept.

    An entry takes over from the work that its parent is part of.
    ``fold_keys`` tells keys apart without regard to case, as BibTeX does.

    Raises:
        ConfigError: The decisions contradict one another.
    """
    lineage = find_lineage(inputs)
    inputs = with_references(inputs, lineage.references(_records(inputs), {}))
    read = _records(inputs)
    applied = apply_decisions(read, decisions)
    together = applied.together | _copies(inputs)
    parents = frozenset(lineage.parents.values())
    for _ in range(_MOST_ROUNDS):
        records = _records(inputs)
        found = find_works(records, apart=applied.apart, together=together, processes=processes)
        works = {
            place: UnitedWork(members[0], _united(records, members))
            for members in found.clusters
            if len(members) > 1 and not parents.isdisjoint(members)
            for place in members
        }
        inherited = lineage.references(records, works)
        if all(records[place].reference == reference for place, reference in inherited.items()):
            break
        inputs = with_references(inputs, inherited)
    return replace(_merger(inputs, found, lineage, fold_keys=fold_keys), records=read)


def _united(records: Sequence[Record], members: Sequence[int]) -> Reference:
    return united([records[member].reference for member in members]).reference


def _records(inputs: Sequence[Input]) -> tuple[Record, ...]:
    return tuple(record for one in inputs for record in one.records)


def _merger(inputs: Sequence[Input], found: Works, lineage: Lineage, *, fold_keys: bool) -> Merger:
    records = _records(inputs)
    nodes = (node for one in inputs if one.source for node in one.source.entries())
    reserved = (node.key for node in nodes)
    keys = assign_work_keys(records, found.clusters, reserved=reserved, fold=fold_keys)
    works = []
    for members, key, aliases in zip(found.clusters, keys.keys, keys.aliases, strict=True):
        one = united([records[place].reference for place in members])
        reference = replace(one.reference, key=key, aliases=aliases)
        works.append(MergedWork(reference, members, one.values, _evidence(records, members)))
    doubtful = tuple(_explained(records, pair) for pair in found.doubtful)
    diagnostics = (
        *(diagnostic for one in inputs for diagnostic in one.diagnostics),
        *(_key_finding(records, change) for change in keys.changed),
        *(_doubt_finding(records, doubt) for doubt in doubtful),
    )
    return Merger(
        records,
        tuple(works),
        doubtful,
        keys.changed,
        diagnostics,
        tuple(inputs),
        lineage.parents,
    )


def _copies(inputs: Sequence[Input]) -> frozenset[Pair]:
    """The pairs of records that one file has from another: key and content are the same.

    They are one, however little they say. Of several that are alike in one file the first is that
    of the other file's first, and so on.
    """
    firsts: dict[tuple[str, str, int], int] = {}
    pairs = set()
    place = 0
    for one in inputs:
        seen: Counter[tuple[str, str]] = Counter()
        for record in one.records:
            if record.reference.key or record.reference.variables:
                identity = (record.reference.key, content_hash(record.reference))
                first = firsts.setdefault((*identity, seen[identity]), place)
                seen[identity] += 1
                if first != place:
                    pairs.add((first, place))
            place += 1
    return frozenset(pairs)


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


def _evidence(records: Sequence[Record], members: Sequence[int]) -> tuple[Evidence, ...]:
    """For each record but the first why it is of the work, compared with the one most like it."""
    if len(members) == 1:
        return ()
    profiles = [profile_of(records[place].reference) for place in members]
    found = []
    for number in range(1, len(members)):
        earlier = range(min(number, _SAMPLE))
        best = max(earlier, key=lambda n: _likeness(profiles[n], profiles[number]))
        said = explain_profiles(profiles[best], profiles[number])
        found.append(Evidence(members[best], members[number], said.because, said.although))
    return tuple(found)


def _likeness(one: Profile, other: Profile) -> float:
    return compare_profiles(one, other).score


def _explained(records: Sequence[Record], pair: Pair) -> Evidence:
    first, second = (profile_of(records[place].reference) for place in pair)
    said = explain_profiles(first, second)
    return Evidence(*pair, said.because, said.although)


def _key_finding(records: Sequence[Record], change: NewKey) -> Diagnostic:
    record = records[change.record]
    other = records[change.taken_at].place
    return Diagnostic(
        code="key-taken",
        severity=Severity.WARNING,
        message=f"the key {change.old!r} is that of another work, at {other}",
        hint=f"Cite this one as {change.new!r}.",
        path=record.path,
        line=record.line,
        column=record.column,
    )


def _doubt_finding(records: Sequence[Record], doubt: Evidence) -> Diagnostic:
    first, second = records[doubt.first], records[doubt.second]
    return Diagnostic(
        code="same-work-doubtful",
        severity=Severity.DOUBTFUL,
        message=(
            f"{_named(second)} may be the same work as {_named(first)} at {first.place}:"
            f" {reasons(doubt)}"
        ),
        hint="Decide with --interactive, or correct the one that is wrong.",
        path=second.path,
        line=second.line,
        column=second.column,
    )


def reasons(evidence: Evidence) -> str:
    """The sentences for and against in one: "titles are equal; although authors differ"."""
    because = "; ".join(evidence.because) or "nothing speaks for it by itself"
    return f"{because}; although {'; '.join(evidence.although)}" if evidence.although else because


def _named(record: Record) -> str:
    return f"'{record.reference.key or described(record.reference)}'"
