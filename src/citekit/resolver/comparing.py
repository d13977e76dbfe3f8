"""Many pairs of profiles compared, by several processes where they are asked for."""

import gc
import multiprocessing
import threading
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from citekit.resolver.matching import Decision, Match, compare_profiles
from citekit.resolver.pair_list import Pair
from citekit.resolver.profile import Profile

# Fewer pairs are compared sooner than another process is started.
_WORTH_A_PROCESS = 20_000
_CHUNK = 4_000
_DECISIONS = tuple(Decision)

# What the processes forked from this one look at; only set while they are at work.
_at_work: list[tuple[Sequence[Profile], Sequence[Pair]]] = []
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Found:
    """The open matches of a chunk: places among the pairs, scores, and numbers of decisions."""

    places: "array[int]"
    scores: "array[float]"
    decisions: "array[int]"


def open_matches(
    nodes: Sequence[Profile], pairs: Sequence[Pair], *, processes: int = 1
) -> dict[Pair, Match]:
    """The matches of those ``pairs`` that are or may be of one work, without their evidence.

    They come in the order of ``pairs``. Each comparison depends on its two profiles alone, so that
    the number of ``processes`` changes nothing in the result. Where the system cannot fork, there
    is only one.
    """
    if processes < 2 or len(pairs) < _WORTH_A_PROCESS or not _can_fork():  # noqa: PLR2004  # one alone
        return dict(_compared(nodes, pairs))
    with _one_at_a_time:
        _at_work.append((nodes, pairs))
        try:
            found = _shared_out(range(0, len(pairs), _CHUNK), processes)
        finally:
            _at_work.clear()
    return {
        pairs[place]: without_evidence(score, _DECISIONS[decision], contradictory=False)
        for chunk in found
        for place, score, decision in zip(chunk.places, chunk.scores, chunk.decisions, strict=True)
    }


def _shared_out(starts: range, processes: int) -> list[_Found]:
    """The chunks compared. This process does its share, since each further one needs room."""
    ours = starts[::processes]
    others = [start for start in starts if start not in ours]
    context = multiprocessing.get_context("fork")
    with context.Pool(processes - 1, initializer=gc.disable) as pool:
        waiting = pool.map_async(_compare_chunk, others, chunksize=1)
        found = dict(zip(ours, map(_compare_chunk, ours), strict=True))
        found.update(zip(others, waiting.get(), strict=True))
    return [found[start] for start in starts]


@lru_cache(maxsize=4096)
def without_evidence(score: float, decision: Decision, *, contradictory: bool) -> Match:
    """A match that says only how it ended; equal ones are one object."""
    return Match(score, decision, contradictory=contradictory)


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _compared(nodes: Sequence[Profile], pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Match]]:
    for pair in pairs:
        match = compare_profiles(nodes[pair[0]], nodes[pair[1]])
        if match.decision is not Decision.DIFFERENT:
            yield pair, without_evidence(match.score, match.decision, contradictory=False)


def _compare_chunk(start: int) -> _Found:
    nodes, pairs = _at_work[-1]
    found = _Found(array("Q"), array("d"), array("B"))
    for place in range(start, min(start + _CHUNK, len(pairs))):
        first, second = pairs[place]
        match = compare_profiles(nodes[first], nodes[second])
        if match.decision is not Decision.DIFFERENT:
            found.places.append(place)
            found.scores.append(match.score)
            found.decisions.append(_DECISIONS.index(match.decision))
    return found
