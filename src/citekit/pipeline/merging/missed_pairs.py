"""Works that are one as they stand in the merged file, by what they take over there."""

from citekit.pipeline.merging.bib_output import write_bib_files
from citekit.pipeline.merging.inputs import Input, read_input
from citekit.pipeline.merging.merged_works import Merger
from citekit.pipeline.merging.parents import find_lineage
from citekit.pipeline.merging.works import find_works
from citekit.resolver.pair_list import Pair

_DIALECT = "biblatex"


def missed_pairs(merger: Merger, apart: frozenset[Pair], *, processes: int = 1) -> frozenset[Pair]:
    """Pairs of records, of two works each, that merging the merged file would make one.

    There are none unless a record was united that takes over from another or that others take
    over from. ``apart`` are pairs of records that were decided to be different.
    """
    kin = {*merger.own_parents, *merger.own_parents.values()}
    if not any(len(work.members) > 1 and not kin.isdisjoint(work.members) for work in merger.works):
        return frozenset()
    merged = _merged_input(merger)
    if len(merged.records) != len(merger.works):
        return frozenset()
    home = {place: n for n, work in enumerate(merger.works) for place in work.members}
    decided = frozenset((min(home[a], home[b]), max(home[a], home[b])) for a, b in apart)
    kept = frozenset(find_lineage([merged]).kinships())
    found = find_works(merged.records, apart=decided | kept, processes=processes)
    firsts = [work.members[0] for work in merger.works]
    return frozenset(
        (firsts[members[0]], firsts[other]) for members in found.clusters for other in members[1:]
    )


def _merged_input(merger: Merger) -> Input:
    text = write_bib_files(merger, _DIALECT, in_order=True).text
    return read_input("", data=text.encode("utf-8", "surrogateescape"), source_format=_DIALECT)
