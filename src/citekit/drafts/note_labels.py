"""Labels for new notes, which no note of the draft has."""

from collections.abc import Sequence

_PREFIX = "cite-"


def fresh_labels(numbers: Sequence[int], taken: frozenset[str]) -> tuple[str, ...]:
    """A label for each new note of the numbers ``numbers``; ``taken`` are in lower case.

    The numbers themselves where no note of the draft has one of them, else with a word before
    them that makes them new.

    Example:
        >>> fresh_labels([1, 3], frozenset({"2"})), fresh_labels([2, 3], frozenset({"2"}))
        (('1', '3'), ('cite-2', 'cite-3'))
    """
    labels = tuple(map(str, numbers))
    prefix = ""
    while not taken.isdisjoint(labels):
        prefix += _PREFIX
        labels = tuple(f"{prefix}{number}" for number in numbers)
    return labels
