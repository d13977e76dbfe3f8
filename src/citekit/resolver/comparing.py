"""Many pairs of profiles compared, by several processes where they are asked for."""

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from functools import lru_cache

from citekit.resolver.matching import Decision, Match, compare_profiles
from citekit.resolver.profile import Profile

Pair = tuple[int, int]
"""Two nodes, the lower first."""

# Fewer pairs are compared sooner than another process is started.
_WORTH_A_PROCESS = 20_000
_CHUNK = 4_000

# What the processes forked from this one look at; only set while they are at work.
_at_work: list[tuple[Sequence[Profile], Sequence[Pair]]] = []
_one_at_a_time = threading.Lock()


def open_matches(
    nodes: Sequence[Profile], pairs: Sequence[Pair], *, processes: int = 1
) -> dict[Pair, Match]:
    """The matches of those ``pairs`` that are or may be of one work, without their evidence.

    Each comparison depends on its two profiles alone, so that the number of ``processes`` changes
    nothing in the result. Where the system cannot fork, there is only one.
    """
    if processes < 2 or len(pairs) < _WORTH_A_PROCESS or not _can_fork():  # noqa: PLR2004  # one alone
        return dict(_compared(nodes, pairs))
    with _one_at_a_time:
        _at_work.append((nodes, pairs))
        try:
            with multiprocessing.get_context("fork").Pool(processes) as pool:
                found = pool.imap(_compare_chunk, range(0, len(pairs), _CHUNK))
                return {
                    pairs[place]: without_evidence(score, Decision(decision), contradictory=False)
                    for chunk in found
                    for place, score, decision in chunk
                }
        finally:
            _at_work.clear()


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


def _compare_chunk(start: int) -> list[tuple[int, float, str]]:
    nodes, pairs = _at_work[-1]
    chunk = range(start, min(start + _CHUNK, len(pairs)))
    matches = ((n, compare_profiles(nodes[pairs[n][0]], nodes[pairs[n][1]])) for n in chunk)
    return [
        (n, m.score, m.decision.value) for n, m in matches if m.decision is not Decision.DIFFERENT
    ]
