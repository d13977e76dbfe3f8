"""Why the records of a work are one, worked out when someone asks."""

from collections.abc import Sequence

from citekit.pipeline.merging.inputs import Record
from citekit.pipeline.merging.merged_works import Evidence, MergedWork, Merger
from citekit.pipeline.merging.works import profile_of
from citekit.resolver.matching import compare_profiles, explain_profiles
from citekit.resolver.profile import Profile

# A record is compared with so many of its work to find the one most like it.
_SAMPLE = 40


def work_evidence(merger: Merger, work: MergedWork) -> tuple[Evidence, ...]:
    """For each record but the first why it is of the work, compared with the one most like it.

    There is none for a work of one record.
    """
    return _evidence(merger.completed_records, work.members)


def _evidence(records: Sequence[Record], members: Sequence[int]) -> tuple[Evidence, ...]:
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
