"""The keys that a missing one may be a slip of."""

from collections.abc import Collection
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LEAST = 0.82
"""How alike two keys have to be: one slip in a short key, two in a long one."""
_CLOSE = 0.03
_PUNCTUATION = str.maketrans("", "", "-_:./+'")
_MOST_KEYS = 200_000
_MOST_SEARCHES = 100
_MOST = 3


class NearKeys:
    """Finds the keys of ``known`` that others are near to; for the first hundred that are asked."""

    def __init__(self, known: Collection[str]) -> None:
        """Nothing is sorted before the first question."""
        self._known = known if len(known) <= _MOST_KEYS else ()
        self._asked = 0

    def of(self, key: str) -> tuple[str, ...]:
        """The keys that ``key`` may be meant as, the likeliest first, three at most.

        Keys that differ in case and punctuation alone come before all others; of these, a second
        is given only if it is about as near as the first.
        """
        self._asked += 1
        if self._asked > _MOST_SEARCHES:
            return ()
        folded = key.casefold()
        same = [one for one in self._by_bare.get(folded.translate(_PUNCTUATION), ()) if one != key]
        if same:
            return tuple(same[:_MOST])
        found = process.extract(
            folded,
            self._folded,
            scorer=OSA.normalized_similarity,
            score_cutoff=_LEAST,
            limit=_MOST + 1,
        )
        others = [(self._sorted[place], score) for _, score, place in found]
        others = [(one, score) for one, score in others if one != key]
        best = others[0][1] if others else 0.0
        return tuple(one for one, score in others if score >= best - _CLOSE)[:_MOST]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._known)

    @cached_property
    def _folded(self) -> list[str]:
        return [one.casefold() for one in self._sorted]

    @cached_property
    def _by_bare(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one, folded in zip(self._sorted, self._folded, strict=True):
            bare = folded.translate(_PUNCTUATION)
            if bare:
                found.setdefault(bare, []).append(one)
        return found
