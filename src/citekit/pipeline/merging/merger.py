"""Merging: which records are one work, and what each work says."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.model.reference import Reference
from citekit.pipeline.merging.applied_decisions import apply_decisions, kept_apart
from citekit.pipeline.merging.decisions import PairDecision
from citekit.pipeline.merging.inputs import Input, Record
from citekit.pipeline.merging.keys import assign_work_keys
from citekit.pipeline.merging.link_keys import PARENT, key_changes, renamed_references
from citekit.pipeline.merging.merge_findings import doubt_finding, key_finding
from citekit.pipeline.merging.merged_works import Evidence, MergedWork, Merger, records_in
from citekit.pipeline.merging.missed_pairs import missed_pairs
from citekit.pipeline.merging.parents import Lineage, UnitedWork, find_lineage, with_references
from citekit.pipeline.merging.uniting import united, united_reference
from citekit.pipeline.merging.works import Works, find_works, profile_of
from citekit.resolver.content_hash import content_hash
from citekit.resolver.matching import explain_profiles
from citekit.resolver.pair_list import Pair

# What a work gives those that take over from it they may give others in turn.
_MOST_ROUNDS = 8


def merge_inputs(
    inputs: Sequence[Input],
    *,
    decisions: Sequence[PairDecision] = (),
    processes: int = 1,
    fold_keys: bool = False,
) -> Merger:
    """The works of ``inputs``, their keys kept.

    An entry takes over from the work that its parent is part of, and is never made one with it.
    What that makes of one work, too, is found in the merged file. ``fold_keys`` tells keys apart
    without regard to case, as BibTeX does.

    Raises:
        ConfigError: The decisions contradict one another.
    """
    lineage = find_lineage(inputs)
    # They were perhaps not read together.
    inputs = with_references(inputs, lineage.references(records_in(inputs), {}))
    applied = apply_decisions(records_in(inputs), decisions)
    copies = _copies(inputs)
    more: frozenset[Pair] = frozenset()
    while True:
        together = applied.together | copies | more
        apart = applied.apart | kept_apart(lineage.kinships(), applied.together | more)
        found = find_works(records_in(inputs), apart=apart, together=together, processes=processes)
        merger = _merger(inputs, found, lineage, fold_keys=fold_keys)
        missed = missed_pairs(merger, applied.apart, processes=processes) - together
        if not missed:
            return merger
        more |= missed


def _merger(inputs: Sequence[Input], found: Works, lineage: Lineage, *, fold_keys: bool) -> Merger:
    read = records_in(inputs)
    inputs = with_references(inputs, _inherited(read, found.clusters, lineage))
    nodes = (node for one in inputs if one.source for node in one.source.entries())
    reserved = (node.key for node in nodes)
    keys = assign_work_keys(read, found.clusters, reserved=reserved, fold=fold_keys)
    home = {place: n for n, members in enumerate(found.clusters) for place in members}
    final = [keys.keys[home[place]] for place in range(len(read))]
    inputs = with_references(inputs, renamed_references(inputs, key_changes(inputs, final)))
    records = records_in(inputs)
    works = []
    for members, key, aliases in zip(found.clusters, keys.keys, keys.aliases, strict=True):
        one = united([records[place].reference for place in members])
        reference = replace(one.reference, key=key, aliases=aliases)
        if lineage.link(members) is not None:
            reference = _without_lost_parent(reference)
        works.append(MergedWork(reference, members, one.values))
    doubtful = tuple(_explained(records, pair) for pair in found.doubtful)
    diagnostics = (
        *(diagnostic for one in inputs for diagnostic in one.diagnostics),
        *(key_finding(records, change) for change in keys.changed),
        *(doubt_finding(records, doubt) for doubt in doubtful),
    )
    links = {members[0]: lineage.link(members) for members in found.clusters}
    return Merger(
        read,
        tuple(works),
        doubtful,
        keys.changed,
        diagnostics,
        tuple(inputs),
        {first: parent for first, parent in links.items() if parent is not None},
        lineage.parents,
        records,
    )


def _inherited(
    records: Sequence[Record], clusters: Sequence[Sequence[int]], lineage: Lineage
) -> Mapping[int, Reference]:
    """The records that take over, with what they take over from united ones."""
    parents = frozenset(lineage.parents.values())
    found: Mapping[int, Reference] = {child: records[child].reference for child in lineage.parents}
    families = [members for members in clusters if not parents.isdisjoint(members)]
    for _ in range(_MOST_ROUNDS if any(len(members) > 1 for members in families) else 0):
        works = {
            place: UnitedWork(members[0], reference, lineage.link(members))
            for members in families
            if len(members) > 1
            for reference in [_united(records, found, members)]
            for place in members
        }
        before, found = found, lineage.references(records, works)
        if found == before:
            break
    return found


def _united(
    records: Sequence[Record], found: Mapping[int, Reference], members: Sequence[int]
) -> Reference:
    return united_reference([found.get(place, records[place].reference) for place in members])


def _without_lost_parent(reference: Reference) -> Reference:
    """The reference of a work that has a parent, without one that a record did not find."""
    if PARENT not in reference.extra:
        return reference
    return replace(reference, extra={k: v for k, v in reference.extra.items() if k != PARENT})


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
            if not record.held and (record.reference.key or record.reference.variables):
                identity = (record.reference.key, content_hash(record.reference))
                first = firsts.setdefault((*identity, seen[identity]), place)
                seen[identity] += 1
                if first != place:
                    pairs.add((first, place))
            place += 1
    return frozenset(pairs)


def _explained(records: Sequence[Record], pair: Pair) -> Evidence:
    first, second = (profile_of(records[place].reference) for place in pair)
    said = explain_profiles(first, second)
    return Evidence(*pair, said.because, said.although)
