"""References brought together by the work they are of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citekit.model.reference import Reference
from citekit.resolver.blocking import candidate_pairs
from citekit.resolver.cluster_state import ClusterState
from citekit.resolver.container_aliases import with_container_aliases
from citekit.resolver.doubts import settle_doubts
from citekit.resolver.match_memory import MatchMemory
from citekit.resolver.matching import Decision, Match, compare_profiles
from citekit.resolver.pair_list import Pair
from citekit.resolver.profile import Profile, profile
from citekit.resolver.recurring_titles import with_recurring_titles


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two clusters, by a member of each, that may be one work and were kept apart or joined."""

    first: int
    second: int
    joined: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partition:
    """The clusters, as positions in order, and what was doubtful about them."""

    clusters: tuple[tuple[int, ...], ...]
    doubts: tuple[Doubt, ...] = ()


def cluster(
    references: Sequence[Reference],
    *,
    apart: frozenset[Pair] = frozenset(),
    together: frozenset[Pair] = frozenset(),
    processes: int = 1,
) -> tuple[tuple[int, ...], ...]:
    """The positions of ``references`` by work, each cluster and the clusters in order.

    ``apart``, ``together`` and ``processes`` are those of ``partition``.
    """
    profiles = [profile(reference) for reference in references]
    return partition(profiles, apart=apart, together=together, processes=processes).clusters


def partition(
    profiles: Sequence[Profile],
    *,
    apart: frozenset[Pair] = frozenset(),
    together: frozenset[Pair] = frozenset(),
    processes: int = 1,
    memory: MatchMemory | None = None,
) -> Partition:
    """The profiles by work.

    The surest pairs are joined first, and two clusters only if no member of one contradicts
    a member of the other. Thin references join last, if there is only one work they can mean.
    The result does not depend on the order of ``profiles``, nor on the number of ``processes``
    that compare them. The two positions of a pair of ``apart`` are never in one cluster, not even
    by way of a third; those of a pair of ``together`` always are, whatever they say. What both
    ask for is kept apart. Rounds over much the same profiles share a ``memory``.
    """
    rounds = PartitionRounds(profiles, processes=processes, memory=memory)
    return rounds.partition(apart=apart, together=together)


class PartitionRounds:
    """Rounds of ``partition`` over the same profiles, which are compared once."""

    def __init__(
        self, profiles: Sequence[Profile], *, processes: int = 1, memory: MatchMemory | None = None
    ) -> None:
        """Take in the profiles; they are compared in the first round."""
        self._profiles = with_recurring_titles(profiles)
        self._processes = processes
        self._memory = memory or MatchMemory()
        self._prepared: tuple[frozenset[str], _Prepared] | None = None

    def partition(
        self, *, apart: frozenset[Pair] = frozenset(), together: frozenset[Pair] = frozenset()
    ) -> Partition:
        """The profiles by work, as ``partition`` does it."""
        ready = self._ready(_split_signatures(self._profiles, apart))
        places, order = ready.places, ready.order
        foes = _as_nodes(places, order, apart)
        state = ClusterState.apart(ready.nodes, foes, ready.matches)
        pairs = state.without_foes(ready.open_pairs)
        _join_decided(state, _as_nodes(places, order, together))
        _join_full(state, [pair for pair in pairs if not state.is_mixed(pair)])
        _attach_thin(state, [pair for pair in pairs if state.is_mixed(pair)])
        settled = settle_doubts(state, pairs)
        clusters = [
            tuple(sorted(position for node in members for position in places[order[node]]))
            for members in state.members.values()
        ]
        doubts = [
            Doubt(
                places[order[doubt.pair[0]]][0],
                places[order[doubt.pair[1]]][0],
                doubt.joined,
                state.evidence(*doubt.pair),
            )
            for doubt in settled
        ]
        return Partition(tuple(sorted(clusters)), tuple(doubts))

    def _ready(self, split: frozenset[str]) -> "_Prepared":
        if self._prepared is None or self._prepared[0] != split:
            self._prepared = split, self._compared(split)
        return self._prepared[1]

    def _compared(self, split: frozenset[str]) -> "_Prepared":
        places = _places_by_content(self._profiles, split)
        order = sorted(places)
        nodes = [_joined(self._profiles, places[identity]) for identity in order]
        candidates = candidate_pairs(nodes)
        nodes = with_container_aliases(nodes, candidates)
        matches = self._memory.open_matches(nodes, candidates, processes=self._processes)
        return _Prepared(places, order, nodes, list(matches), matches)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The nodes (profiles of different content), and those pairs that are or may be one work.

    ``places`` are the positions of each content; ``matches`` grow as more pairs are compared.
    """

    places: Mapping[str, Sequence[int]]
    order: Sequence[str]
    nodes: Sequence[Profile]
    open_pairs: Sequence[Pair]
    matches: dict[Pair, Match]


def _split_signatures(profiles: Sequence[Profile], apart: Iterable[Pair]) -> frozenset[str]:
    """What records say that must not be in one cluster although they say the same."""
    return frozenset(
        profiles[first].signature
        for first, second in apart
        if profiles[first].signature == profiles[second].signature
    )


def _places_by_content(profiles: Sequence[Profile], split: frozenset[str]) -> dict[str, list[int]]:
    """The positions of the profiles that only can be of one work, by what they say.

    Records of equal content that would not be taken for one work by it ("Editor's notes" of one
    year, no pages) are told apart, unless documents cite them, and so are those of which two
    must not be in one cluster, ``split``.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(profiles):
        places[item.signature].append(position)
    for signature, positions in tuple(places.items()):
        item = profiles[positions[0]]
        if len(positions) == 1:
            continue
        if signature in split or not (item.documents or _tells_one_work(item)):
            del places[signature]
            places.update({f"{signature}|{n:09}": [n] for n in positions})
    return places


def _as_nodes(
    places: Mapping[str, Sequence[int]], order: Sequence[str], pairs: Iterable[Pair]
) -> list[Pair]:
    """The pairs of positions as pairs of nodes."""
    wanted = {position for pair in pairs for position in pair}
    if not wanted:
        return []
    node = {p: n for n, content in enumerate(order) for p in places[content] if p in wanted}
    return [(node[first], node[second]) for first, second in sorted(pairs) if first != second]


def _tells_one_work(item: Profile) -> bool:
    return compare_profiles(item, item).decision is Decision.SAME


def _joined(profiles: Sequence[Profile], positions: Sequence[int]) -> Profile:
    """One profile for several of equal content."""
    first = profiles[positions[0]]
    if len(positions) == 1:
        return first
    group = [profiles[position] for position in positions]
    return first.cited_in(
        frozenset().union(*(item.documents for item in group)),
        noted=any(item.noted for item in group),
        listed=any(item.listed for item in group),
    )


def _join_decided(state: ClusterState, pairs: Iterable[Pair]) -> None:
    """Joins what was decided to be one work, unless that would join what must stay apart."""
    for a, b in pairs:
        first, second = state.home[a], state.home[b]
        if first != second and not state.are_foes(first, second):
            state.join(first, second)


def _join_full(state: ClusterState, pairs: Iterable[Pair]) -> None:
    same = (pair for pair in pairs if state.match(*pair).decision is Decision.SAME)
    for a, b in state.by_score(same):
        first, second = state.home[a], state.home[b]
        if first != second and not state.contradicts(first, second):
            state.join(first, second)


def _attach_thin(state: ClusterState, pairs: Iterable[Pair]) -> None:
    """Joins each thin cluster to the one fuller work that it can mean, if there is one."""
    choices: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if state.match(*pair).decision is Decision.SAME:
            thin, full = pair if state.nodes[pair[0]].thin else pair[::-1]
            choices[state.home[thin]].add(state.home[full])
    possible = {
        thin: [home for home in sorted(homes) if not state.contradicts(thin, home)]
        for thin, homes in choices.items()
    }
    for thin, homes in sorted(possible.items()):
        if len(homes) == 1 and not state.contradicts(thin, state.home[homes[0]]):
            state.join(thin, state.home[homes[0]])
