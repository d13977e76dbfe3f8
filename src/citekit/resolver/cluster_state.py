"""Clusters of profiles while they are being formed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from citekit.resolver.comparing import without_evidence
from citekit.resolver.matching import Match, compare_profiles
from citekit.resolver.pair_list import Pair
from citekit.resolver.profile import Profile

# Two clusters of more forms together are compared by so many forms of each, spread evenly.
_MOST_FORMS = 200
_SAMPLE = 40
# Of so many pairs one in so many may contradict: among many citations of a work some have a wrong
# year.
_MANY_PAIRS = 6
_SLIPS = 3
# Two that contradict each other outright, and not only by too much that differs, score less.
_SOFT = 0.01


@dataclass(slots=True)
class ClusterState:
    """The nodes (profiles of different content) and the cluster each is in at present.

    A cluster bears the number of its lowest node. Matches are computed once for each pair.
    ``foes`` are, for each cluster, the nodes that it never may hold.
    """

    nodes: Sequence[Profile]
    home: list[int]
    members: dict[int, list[int]]
    matches: dict[Pair, Match] = field(default_factory=dict)
    foes: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def apart(
        cls,
        nodes: Sequence[Profile],
        foes: Iterable[Pair] = (),
        matches: dict[Pair, Match] | None = None,
    ) -> "ClusterState":
        """Every node in a cluster of its own, the pairs of ``foes`` never to be in one.

        ``matches`` are those known; what is compared later is added to them.
        """
        numbers = range(len(nodes))
        state = cls(nodes, list(numbers), {number: [number] for number in numbers})
        state.matches = {} if matches is None else matches
        known: dict[int, set[int]] = defaultdict(set)
        for first, second in foes:
            known[first].add(second)
            known[second].add(first)
        state.foes = dict(known)
        return state

    def without_foes(self, pairs: Sequence[Pair]) -> Sequence[Pair]:
        """Those of ``pairs`` that may be in one cluster, in their order."""
        if not self.foes:
            return pairs
        return [pair for pair in pairs if pair[1] not in self.foes.get(pair[0], ())]

    def match(self, first: int, second: int) -> Match:
        """The comparison of two nodes, without its evidence."""
        pair = (min(first, second), max(first, second))
        found = self.matches.get(pair)
        if found is None:
            full = compare_profiles(self.nodes[pair[0]], self.nodes[pair[1]])
            found = without_evidence(full.score, full.decision, contradictory=full.contradictory)
            self.matches[pair] = found
        return found

    def evidence(self, first: int, second: int) -> tuple[str, ...]:
        """Why two nodes are one work or not."""
        return compare_profiles(self.nodes[first], self.nodes[second]).evidence

    def is_mixed(self, pair: Pair) -> bool:
        """Whether one node is thin and the other is not."""
        first, second = (self.nodes[node] for node in pair)
        return first.thin != second.thin

    def by_score(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs, the surest first; the order of the nodes settles ties."""
        return sorted(pairs, key=lambda pair: (-self.match(*pair).score, pair))

    def are_foes(self, first: int, second: int) -> bool:
        """Whether one cluster may never hold a member of the other."""
        return any(self.home[node] == second for node in self.foes.get(first, ()))

    def contradicts(self, first: int, second: int) -> bool:
        """Whether a member of one cluster contradicts a member of the other.

        Where there are many members, a share that differ in year or numbers is taken for slips;
        another title, author or edition never is.
        Of clusters of very many forms only a sample is compared, so that the number of
        comparisons grows with that of the forms, not with its square; foes are all heeded.
        """
        if self.are_foes(first, second):
            return True
        ours: Sequence[int] = self.members[first]
        theirs: Sequence[int] = self.members[second]
        if len(ours) + len(theirs) > _MOST_FORMS:
            ours, theirs = _sample(ours), _sample(theirs)
        pairs = len(ours) * len(theirs)
        left = pairs // _SLIPS if pairs >= _MANY_PAIRS else 0
        for a in ours:
            for b in theirs:
                match = self.match(a, b)
                if match.contradictory:
                    left -= 1
                    if left < 0 or match.score < _SOFT:
                        return True
        return False

    def join(self, first: int, second: int) -> None:
        """Make one cluster of two."""
        low, high = min(first, second), max(first, second)
        for node in self.members[high]:
            self.home[node] = low
        self.members[low] += self.members.pop(high)
        if high in self.foes:
            self.foes.setdefault(low, set()).update(self.foes.pop(high))

    def profiles(self, cluster: int) -> list[Profile]:
        """The profiles in a cluster."""
        return [self.nodes[node] for node in self.members[cluster]]

    def documents(self, cluster: int) -> frozenset[str]:
        """The documents that cite the work of a cluster."""
        return frozenset().union(*(item.documents for item in self.profiles(cluster)))


def _sample(members: Sequence[int]) -> Sequence[int]:
    if len(members) <= _SAMPLE:
        return members
    return [members[n * len(members) // _SAMPLE] for n in range(_SAMPLE)]
