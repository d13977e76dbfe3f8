"""Pairs and clusters of references that are of one work, for those who merge by other means."""

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.model.reference import Reference
from citekit.pipeline.merging.works import profile_of
from citekit.resolver.blocking import candidate_pairs
from citekit.resolver.clustering import partition
from citekit.resolver.matching import Decision, compare_profiles, explain_profiles
from citekit.resolver.pair_list import Pair


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the comparison of two references comes to, and what speaks for it and against.

    ``score`` is the probability, 0 to 1, that they are one work.
    """

    decision: Decision
    score: float
    because: tuple[str, ...] = ()
    although: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two references, by their positions, that are or may be one work."""

    first: int
    second: int
    decision: Decision
    score: float


def compare(first: Reference, second: Reference) -> Comparison:
    """Whether two references are one work; the order does not matter.

    Example:
        >>> from citekit.pipeline.parsing import parse
        >>> one = parse("Voss, M. (2005). Rivers and borders. Meridian, 49(3), 12-31.")
        >>> compare(one, one).decision.value
        'same'
    """
    one, other = profile_of(first), profile_of(second)
    match, said = compare_profiles(one, other), explain_profiles(one, other)
    return Comparison(match.decision, match.score, said.because, said.although)


def find_pairs(references: Sequence[Reference]) -> tuple[FoundPair, ...]:
    """The pairs that are or may be one work, in the order of their positions.

    Each is judged by itself; ``find_clusters`` weighs them against one another.
    """
    profiles = [profile_of(reference) for reference in references]
    found = []
    for first, second in candidate_pairs(profiles):
        match = compare_profiles(profiles[first], profiles[second])
        if match.decision is not Decision.DIFFERENT:
            found.append(FoundPair(first, second, match.decision, match.score))
    return tuple(found)


def find_clusters(
    references: Sequence[Reference],
    *,
    apart: frozenset[Pair] = frozenset(),
    together: frozenset[Pair] = frozenset(),
    processes: int = 1,
) -> tuple[tuple[int, ...], ...]:
    """The positions of ``references`` by work, each cluster and the clusters in order.

    The two positions of a pair of ``apart``, the lower first, are never in one cluster, not even
    by way of a third; those of ``together`` always are, unless that is forbidden.
    """
    profiles = [profile_of(reference) for reference in references]
    return partition(profiles, apart=apart, together=together, processes=processes).clusters
