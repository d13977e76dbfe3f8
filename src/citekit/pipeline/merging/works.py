"""Which records are of one work, so that merging what is merged would find nothing more."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from citekit.model.reference import Reference
from citekit.pipeline.merging.inputs import Record
from citekit.pipeline.merging.uniting import united_reference
from citekit.resolver.clustering import Partition, PartitionRounds, partition
from citekit.resolver.match_memory import MatchMemory
from citekit.resolver.matching import compare_profiles
from citekit.resolver.pair_list import Pair
from citekit.resolver.profile import Profile, profile
from citekit.resolver.recurring_titles import with_recurring_titles

# Records of one cluster that are compared with those of another; more are compared by so many.
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class Works:
    """The records by work, as positions in order, and the pairs that may be of one work."""

    clusters: tuple[tuple[int, ...], ...]
    doubtful: tuple[Pair, ...] = ()


def find_works(
    records: Sequence[Record],
    *,
    apart: frozenset[Pair] = frozenset(),
    together: frozenset[Pair] = frozenset(),
    processes: int = 1,
) -> Works:
    """The works of ``records``, by the rules of the resolver.

    What is found on the united records is found, too, so that merging the outcome changes
    nothing. Where a united record would pass for a work that one of its members contradicts, its
    members are left apart, and are doubtful.
    """
    free = [place for place, record in enumerate(records) if not record.held]
    number = {place: n for n, place in enumerate(free)}
    search = _Search([records[place].reference for place in free], processes)
    found = search.run(_renumbered(apart, number), _renumbered(together, number))
    clusters = [tuple(free[n] for n in members) for members in found.clusters]
    doubtful = [(free[a], free[b]) for a, b in found.doubtful]
    return Works(tuple(sorted((*clusters, *_alike(records)))), tuple(sorted(doubtful)))


def profile_of(reference: Reference) -> Profile:
    """The profile of a record of a library, which no document is known to cite."""
    return profile(replace(reference, origins={}))


def _alike(records: Sequence[Record]) -> Iterator[tuple[int, ...]]:
    """The held records; those of several files that are written alike are one."""
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    seen: Counter[str] = Counter()
    for place, record in enumerate(records):
        if record.number == 1:
            seen.clear()
        if record.held:
            groups[record.held, seen[record.held]].append(place)
            seen[record.held] += 1
    yield from map(tuple, groups.values())


def _renumbered(pairs: Iterable[Pair], number: Mapping[int, int]) -> frozenset[Pair]:
    return frozenset(
        (number[a], number[b]) for a, b in pairs if a in number and b in number and a != b
    )


class _Search:
    """Looks for works until the united records show no more."""

    def __init__(self, references: Sequence[Reference], processes: int) -> None:
        self._references = references
        self._processes = processes
        self._profiles = [profile_of(reference) for reference in references]
        self._marked = with_recurring_titles(self._profiles)
        self._profiles_of_works: dict[tuple[int, ...], Profile] = {}
        self._rounds = PartitionRounds(self._profiles, processes=processes)
        self._memory = MatchMemory()

    def run(self, apart: frozenset[Pair], together: frozenset[Pair]) -> Works:
        """The works, ``apart`` and ``together`` being what was decided."""
        parted: set[Pair] = set()
        joined: set[Pair] = set()
        while True:
            found = self._rounds.partition(
                apart=frozenset(apart | parted), together=frozenset(together | joined)
            )
            more, less = self._missed(found.clusters, apart, together)
            if more <= joined and less <= parted:
                return Works(found.clusters, _doubtful(found, apart, parted))
            joined |= more
            parted |= less

    def _missed(
        self, clusters: Sequence[tuple[int, ...]], apart: frozenset[Pair], together: frozenset[Pair]
    ) -> tuple[set[Pair], set[Pair]]:
        """The pairs to join, and those to part, for the united records to be of one work each."""
        more: set[Pair] = set()
        less: set[Pair] = set()
        if len(clusters) == len(self._profiles):
            return more, less
        home = {place: n for n, members in enumerate(clusters) for place in members}
        again = partition(
            [self._united(members) for members in clusters],
            apart=frozenset((min(a, b), max(a, b)) for a, b in _homes(apart, home)),
            processes=self._processes,
            memory=self._memory,
        )
        for group in again.clusters:
            sides = [clusters[n] for n in group]
            if len(sides) == 1:
                continue
            if any(self._contradict(a, b) for a, b in combinations(sides, 2)):
                less.update(p for side in sides for p in combinations(side, 2) if p not in together)
            else:
                more.update((min(sides[0][0], s[0]), max(sides[0][0], s[0])) for s in sides[1:])
        return more, less

    def _united(self, members: tuple[int, ...]) -> Profile:
        if len(members) == 1:
            return self._profiles[members[0]]
        found = self._profiles_of_works.get(members)
        if found is None:
            references = [self._references[place] for place in members]
            found = self._profiles_of_works[members] = profile_of(united_reference(references))
        return found

    def _contradict(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        return any(
            compare_profiles(self._marked[a], self._marked[b]).contradictory
            for a in ours[:_SAMPLE]
            for b in theirs[:_SAMPLE]
        )


def _homes(pairs: Iterable[Pair], home: Mapping[int, int]) -> Iterator[Pair]:
    yield from ((home[a], home[b]) for a, b in pairs)


def _doubtful(found: Partition, apart: Iterable[Pair], parted: Iterable[Pair]) -> tuple[Pair, ...]:
    """The doubtful pairs, one for two clusters, but for what was decided."""
    home = {place: n for n, members in enumerate(found.clusters) for place in members}
    settled = {frozenset(pair) for pair in _homes(apart, home)}
    doubts: dict[frozenset[int], Pair] = {}
    seen = [(doubt.first, doubt.second) for doubt in found.doubts if not doubt.joined]
    for a, b in (*seen, *sorted(parted)):
        sides = frozenset((home[a], home[b]))
        if len(sides) > 1 and sides not in settled:
            doubts.setdefault(sides, (min(a, b), max(a, b)))
    return tuple(sorted(doubts.values()))
