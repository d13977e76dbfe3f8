"""Clusters that may be one work, settled by what the document shows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from citekit.resolver.cluster_state import ClusterState
from citekit.resolver.pair_list import Pair
from citekit.resolver.profile import Profile


@dataclass(frozen=True, slots=True)
class SettledDoubt:
    """A pair of nodes that may be of one work, and whether their clusters were joined."""

    pair: Pair
    joined: bool


def settle_doubts(state: ClusterState, pairs: Iterable[Pair]) -> tuple[SettledDoubt, ...]:
    """Joins what is doubtful but has no rival within one document; every doubt is returned.

    Thin mentions ("the Courier", "the Courier newspaper") are one if none of those that may be
    the same contradicts another. A work in the notes alone and one in the bibliography alone,
    or a thin mention and a fuller one, are one if each is the only one the other can be.
    """
    ordered = state.by_score(pairs)
    settled = _join_thin(state, [pair for pair in ordered if _both_thin(state, pair)])
    left = [pair for pair in ordered if _apart(state, pair)]
    rivals = _rivals(state, left)
    seen = set()
    for pair in left:
        first, second = (state.home[node] for node in pair)
        if first == second or (first, second) in seen:
            continue
        seen.add((first, second))
        alone = rivals[first] == {second} and rivals[second] == {first}
        joined = alone and _complement(state, first, second)
        if joined:
            state.join(first, second)
        settled.append(SettledDoubt(pair, joined))
    return tuple(settled)


def _apart(state: ClusterState, pair: Pair) -> bool:
    return state.home[pair[0]] != state.home[pair[1]]


def _homes(state: ClusterState, pair: Pair) -> tuple[int, int]:
    first, second = (state.home[node] for node in pair)
    return (min(first, second), max(first, second))


def _both_thin(state: ClusterState, pair: Pair) -> bool:
    first, second = (state.home[node] for node in pair)
    return (
        first != second
        and bool(state.documents(first) & state.documents(second))
        and all(item.thin for home in (first, second) for item in state.profiles(home))
    )


def _join_thin(state: ClusterState, pairs: Sequence[Pair]) -> list[SettledDoubt]:
    linked: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        first, second = (state.home[node] for node in pair)
        linked[first].add(second)
        linked[second].add(first)
    done: set[int] = set()
    joined: set[int] = set()
    for start in sorted(linked):
        if start in done:
            continue
        group = _reachable(start, linked)
        done |= group
        if not any(state.contradicts(a, b) for a, b in combinations(sorted(group), 2)):
            joined |= group
            for other in sorted(group - {min(group)}):
                state.join(min(group), other)
    return [SettledDoubt(pair, joined=True) for pair in pairs if not _apart(state, pair)]


def _reachable(start: int, linked: dict[int, set[int]]) -> set[int]:
    found = {start}
    waiting = [start]
    while waiting:
        for other in linked[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return found


def _rivals(state: ClusterState, pairs: Iterable[Pair]) -> dict[int, set[int]]:
    """For each cluster the others that it may be one work with."""
    rivals: dict[int, set[int]] = defaultdict(set)
    for first, second in sorted({_homes(state, pair) for pair in pairs}):
        if not state.contradicts(first, second):
            rivals[first].add(second)
            rivals[second].add(first)
    return rivals


def _complement(state: ClusterState, first: int, second: int) -> bool:
    if not state.documents(first) & state.documents(second):
        return False
    one, two = state.profiles(first), state.profiles(second)
    if all(item.thin for item in one) != all(item.thin for item in two):
        return True
    return _only_listed(one, two) or _only_listed(two, one)


def _only_listed(listed: Sequence[Profile], noted: Sequence[Profile]) -> bool:
    return not any(item.noted for item in listed) and not any(item.listed for item in noted)
