"""Why records were made one, or may be one, in words for a person."""

from collections.abc import Iterator

from citekit.pipeline.merging.described import described, shortened
from citekit.pipeline.merging.inputs import Record
from citekit.pipeline.merging.merge_findings import reasons
from citekit.pipeline.merging.merged_works import Evidence, MergedWork, Merger
from citekit.pipeline.merging.uniting import UnitedValue, values_of
from citekit.pipeline.merging.work_evidence import work_evidence
from citekit.resolver.display import display

_WIDTH = 40


def explain_merger(merger: Merger) -> Iterator[str]:
    """The lines that explain each work made of several records, then each doubtful pair."""
    for work in merger.merged:
        yield from explain_work(merger, work)
    for doubt in merger.doubtful:
        first, second = (merger.records[place] for place in (doubt.first, doubt.second))
        yield f"doubtful: {first.place} {first.reference.key}: {described(first.reference)}"
        yield f"          {second.place} {second.reference.key}: {described(second.reference)}"
        yield f"  perhaps the same because {reasons(doubt)}"


def outline(merger: Merger) -> Iterator[str]:
    """One line for each record that would go into another, for each new key and each doubt."""
    for work in merger.merged:
        first = merger.records[work.members[0]]
        for place in work.members[1:]:
            record = merger.records[place]
            yield f"{_labelled(record)} would go into {_labelled(first)}"
    for change in merger.changed_keys:
        yield f"{_labelled(merger.records[change.record])} would get the key {change.new}"
    for doubt in merger.doubtful:
        first, second = (merger.records[place] for place in (doubt.first, doubt.second))
        yield f"{_labelled(second)} may be {_labelled(first)}; both would stay"


def _labelled(record: Record) -> str:
    return f"{record.place} {record.reference.key}".rstrip()


def explain_work(merger: Merger, work: MergedWork) -> Iterator[str]:
    """The lines that explain one work: its records, why they are one, and where they differ."""
    yield f"{work.reference.key}: {described(work.reference)}"
    for place in work.members:
        record = merger.records[place]
        yield f"  {record.place} {record.reference.key}".rstrip()
    for evidence in work_evidence(merger, work):
        yield f"  {_pair(merger, evidence)} same because {reasons(evidence)}"
    for value in work.values:
        if any(other.value != value.value for other in value.others):
            yield from _difference(merger, work, value)


def _pair(merger: Merger, evidence: Evidence) -> str:
    first, second = (merger.records[place].place for place in (evidence.first, evidence.second))
    return f"{second} and {first}:"


def _difference(merger: Merger, work: MergedWork, value: UnitedValue) -> Iterator[str]:
    places = [merger.records[place].place for place in work.members]
    taken = places[value.members[0]] if value.members else "several"
    yield f"  {value.name} '{shortened(value.value)}' taken from {taken}"
    for other in value.others:
        if other.value == value.value:  # but for markup
            continue
        at = ", ".join(places[member] for member in other.members)
        yield f"    not '{shortened(other.value)}' of {at}"


def side_by_side(merger: Merger, doubt: Evidence) -> Iterator[str]:
    """The two records of a doubtful pair in two columns; lines in which they differ bear a mark."""
    first, second = (merger.records[place] for place in (doubt.first, doubt.second))
    ours, theirs = values_of(first.reference), values_of(second.reference)
    names = list(dict.fromkeys((*ours, *theirs)))
    width = max(map(len, names))
    yield _row("", "", first.place, second.place, width)
    yield _row("", "key", first.reference.key, second.reference.key, width)
    for name in names:
        one, other = (display(side[name]) if name in side else "" for side in (ours, theirs))
        mark = "" if one == other else "*"
        lines = max(_lines(one), _lines(other), 1)
        for n in range(lines):
            cut = slice(n * _WIDTH, (n + 1) * _WIDTH)
            yield _row(mark if n == 0 else "", name if n == 0 else "", one[cut], other[cut], width)
    yield f"  perhaps the same because {reasons(doubt)}"


def _lines(text: str) -> int:
    return -(-len(text) // _WIDTH)


def _row(mark: str, name: str, one: str, other: str, width: int) -> str:
    return f"{mark:1} {name:<{width}}  {one:<{_WIDTH}}  {other}".rstrip()
