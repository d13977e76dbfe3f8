"""Clusters of profiles while they are being formed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from citekit.resolver.matching import Decision, Match, compare_profiles
from citekit.resolver.profile import Profile

Pair = tuple[int, int]
"""Two nodes, the lower first."""

_MOST_FORMS = 200


@dataclass(slots=True)
class ClusterState:
    """The nodes (profiles of different content) and the cluster each is in at present.

    A cluster bears the number of its lowest node. Matches are computed once for each pair.
    """

    nodes: Sequence[Profile]
    home: list[int]
    members: dict[int, list[int]]
    matches: dict[Pair, Match] = field(default_factory=dict)

    @classmethod
    def apart(cls, nodes: Sequence[Profile]) -> "ClusterState":
        """Every node in a cluster of its own."""
        numbers = range(len(nodes))
        return cls(nodes, list(numbers), {number: [number] for number in numbers})

    def match(self, first: int, second: int) -> Match:
        """The comparison of two nodes."""
        pair = (min(first, second), max(first, second))
        if pair not in self.matches:
            self.matches[pair] = compare_profiles(self.nodes[pair[0]], self.nodes[pair[1]])
        return self.matches[pair]

    def is_open(self, pair: Pair) -> bool:
        """Whether two nodes are or may be of one work."""
        return self.match(*pair).decision is not Decision.DIFFERENT

    def is_mixed(self, pair: Pair) -> bool:
        """Whether one node is thin and the other is not."""
        first, second = (self.nodes[node] for node in pair)
        return first.thin != second.thin

    def by_score(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs, the surest first; the order of the nodes settles ties."""
        return sorted(pairs, key=lambda pair: (-self.match(*pair).score, pair))

    def contradicts(self, first: int, second: int) -> bool:
        """Whether a member of one cluster contradicts a member of the other.

        Beyond a size that no work is cited in different forms, clusters are not joined: the
        number of comparisons has to stay in bounds.
        """
        if len(self.members[first]) + len(self.members[second]) > _MOST_FORMS:
            return True
        return any(
            self.match(a, b).contradictory
            for a in self.members[first]
            for b in self.members[second]
        )

    def join(self, first: int, second: int) -> None:
        """Make one cluster of two."""
        low, high = min(first, second), max(first, second)
        for node in self.members[high]:
            self.home[node] = low
        self.members[low] += self.members.pop(high)

    def profiles(self, cluster: int) -> list[Profile]:
        """The profiles in a cluster."""
        return [self.nodes[node] for node in self.members[cluster]]

    def documents(self, cluster: int) -> frozenset[str]:
        """The documents that cite the work of a cluster."""
        return frozenset().union(*(item.documents for item in self.profiles(cluster)))
