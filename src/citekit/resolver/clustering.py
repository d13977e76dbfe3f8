"""References brought together by the work they are of."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.reference import Reference
from citekit.resolver.blocking import candidate_pairs
from citekit.resolver.cluster_state import ClusterState, Pair
from citekit.resolver.container_aliases import with_container_aliases
from citekit.resolver.doubts import settle_doubts
from citekit.resolver.matching import Decision, compare_profiles
from citekit.resolver.profile import Profile, profile


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


def cluster(references: Sequence[Reference]) -> tuple[tuple[int, ...], ...]:
    """The positions of ``references`` by work, each cluster and the clusters in order."""
    return partition([profile(reference) for reference in references]).clusters


def partition(profiles: Sequence[Profile]) -> Partition:
    """The profiles by work.

    The surest pairs are joined first, and two clusters only if no member of one contradicts
    a member of the other. Thin references join last, if there is only one work they can mean.
    The result does not depend on the order of ``profiles``.
    """
    places = _places_by_content(profiles)
    order = sorted(places)
    nodes = [_joined(profiles, places[identity]) for identity in order]
    candidates = candidate_pairs(nodes)
    state = ClusterState.apart(with_container_aliases(nodes, candidates))
    pairs = [pair for pair in candidates if state.is_open(pair)]
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
            state.match(*doubt.pair).evidence,
        )
        for doubt in settled
    ]
    return Partition(tuple(sorted(clusters)), tuple(doubts))


def _places_by_content(profiles: Sequence[Profile]) -> dict[str, list[int]]:
    """The positions of the profiles that only can be of one work, by what they say.

    Records of equal content that would not be taken for one work by it ("Editor's notes" of one
    year, no pages) are told apart, unless documents cite them.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for position, item in enumerate(profiles):
        places[item.signature].append(position)
    for signature, positions in tuple(places.items()):
        item = profiles[positions[0]]
        if len(positions) > 1 and not item.documents and not _tells_one_work(item):
            del places[signature]
            places.update({f"{signature}|{n:09}": [n] for n in positions})
    return places


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
