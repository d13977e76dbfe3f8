"""Matches remembered from one round of clustering to the next."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from citekit.resolver.comparing import open_matches
from citekit.resolver.matching import Match
from citekit.resolver.pair_list import Pair, PairList, packed_pair
from citekit.resolver.profile import Profile


class MatchMemory:
    """What the pairs of the last round came to, for the next round's that are the same.

    Pairs that are different are only remembered as compared, so that little room is needed.
    """

    def __init__(self) -> None:
        """Nothing is remembered as yet."""
        self._nodes: Sequence[Profile] = ()
        self._compared = array("Q")
        self._open: dict[Pair, Match] = {}

    def open_matches(
        self, nodes: Sequence[Profile], pairs: PairList, *, processes: int = 1
    ) -> dict[Pair, Match]:
        """As ``comparing.open_matches``, pairs of the very same two profiles not compared again."""
        before = self._places(nodes)
        known: dict[Pair, Match] = {}
        new = array("Q")
        for first, second in pairs:
            pair = self._earlier(before[first], before[second])
            if pair is None:
                new.append(packed_pair(first, second))
            elif pair in self._open:
                known[first, second] = self._open[pair]
        found = open_matches(nodes, PairList(new), processes=processes)
        if known:
            both = known | found
            found = {pair: both[pair] for pair in pairs if pair in both}
        self._nodes, self._compared, self._open = nodes, pairs.packed, found
        return dict(found)

    def _places(self, nodes: Sequence[Profile]) -> Sequence[int]:
        """Where each profile stood in the last round, -1 where it did not."""
        places = {id(node): place for place, node in enumerate(self._nodes)}
        return [places.get(id(node), -1) for node in nodes]

    def _earlier(self, first: int, second: int) -> Pair | None:
        """The pair as it was compared in the last round."""
        if first < 0 or second < 0:
            return None
        packed = packed_pair(first, second)
        at = bisect_left(self._compared, packed)
        is_known = at < len(self._compared) and self._compared[at] == packed
        return (min(first, second), max(first, second)) if is_known else None
