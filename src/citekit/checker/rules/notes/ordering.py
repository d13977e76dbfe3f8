"""Which items of a list stand out of its order."""

from bisect import bisect_right
from collections.abc import Sequence


def out_of_order(keys: Sequence[str]) -> tuple[int, ...]:
    """The fewest places whose items would have to move for ``keys`` to be in order.

    They are what a longest run that does not fall (patience sorting, n log n) leaves out; of two
    items alone it is the second.
    """
    ends: list[str] = []
    at: list[int] = []
    back: list[int] = []
    for number, key in enumerate(keys):
        length = bisect_right(ends, key)
        back.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(key)
            at.append(number)
        else:
            ends[length] = key
            at[length] = number
    kept: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        kept.add(place)
        place = back[place]
    return tuple(number for number in range(len(keys)) if number not in kept)
