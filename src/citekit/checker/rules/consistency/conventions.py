"""What most entries do, and those that do otherwise."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")


class Convention(NamedTuple):
    """What is ``usual``: ``followers`` of ``total`` do so."""

    usual: str
    followers: int
    total: int

    @property
    def share(self) -> str:
        """How many do so, in words."""
        return f"{self.followers} of {self.total}"


def convention(ways: Sequence[str], share: int) -> Convention | None:
    """The way that at least ``share`` per cent take; of equally frequent ones the first.

    ``None`` if all take one way, or too few the same.
    """
    counts = Counter(ways)
    if len(counts) < 2:  # noqa: PLR2004  # nothing to choose from
        return None
    usual = max(counts, key=lambda way: counts[way])
    if counts[usual] * 100 < share * len(ways):
        return None
    return Convention(usual, counts[usual], len(ways))


def deviating(things: Sequence[tuple[_T, str]], share: int) -> Iterator[tuple[_T, str, Convention]]:
    """The things that go another way than at least ``share`` per cent, each with its way."""
    found = convention([way for _, way in things], share)
    if found is None:
        return
    for thing, way in things:
        if way != found.usual:
            yield thing, way, found
