"""Very many pairs of positions, kept in eight bytes each."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import overload

Pair = tuple[int, int]
"""Two positions, the lower first."""

_BITS = 32
_LOW = (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class PairList(Sequence[Pair]):
    """Pairs in order, each once. ``packed`` holds the first position above 32 bits of the second.

    A tuple of two numbers takes a hundred bytes and more.
    """

    packed: "array[int]"

    def __len__(self) -> int:
        return len(self.packed)

    @overload
    def __getitem__(self, place: int) -> Pair: ...

    @overload
    def __getitem__(self, place: slice) -> "PairList": ...

    def __getitem__(self, place: int | slice) -> "Pair | PairList":
        """The pair at ``place``, or a list of those of a slice."""
        if isinstance(place, slice):
            return PairList(self.packed[place])
        found = self.packed[place]
        return found >> _BITS, found & _LOW

    def __iter__(self) -> Iterator[Pair]:
        return ((found >> _BITS, found & _LOW) for found in self.packed)


def packed_pair(first: int, second: int) -> int:
    """The pair of two positions as one number; their order does not matter."""
    return (first << _BITS) | second if first < second else (second << _BITS) | first


def pair_list(packed: Iterable[int]) -> PairList:
    """The list of pairs given as numbers in any order, repeated or not."""
    return PairList(array("Q", (found for found, _ in groupby(sorted(packed)))))
