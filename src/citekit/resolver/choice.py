"""A value chosen among those that several references give."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from citekit.model.spans import Origin

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Printed(Generic[V]):
    """A value as one reference gives it: how much it counts, and where it was read first."""

    value: V
    support: float = 1.0
    origin: Origin | None = None

    def together(self, other: "Printed[V]") -> "Printed[V]":
        """The same value read twice: both supports, and the first place that is known."""
        return Printed(self.value, self.support + other.support, self.origin or other.origin)


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """The value chosen, the share of support (0 to 1) that agrees with it, and its rivals.

    ``rivals`` are values that say something else, one of each, not those that merely say less.
    """

    value: V
    share: float = 1.0
    rivals: tuple[Printed[V], ...] = ()


def groups_of(
    printed: Sequence[Printed[V]], form: Callable[[V], Hashable]
) -> tuple[tuple[Printed[V], ...], ...]:
    """The values grouped by the form in which they are the same, in order of appearance."""
    groups: dict[Hashable, list[Printed[V]]] = {}
    for item in printed:
        groups.setdefault(form(item.value), []).append(item)
    return tuple(tuple(group) for group in groups.values())


def support(group: Sequence[Printed[V]]) -> float:
    """How much the values count together."""
    return sum(item.support for item in group)


def choice_of(value: V, printed: Sequence[Printed[V]], is_rival: Callable[[V], bool]) -> Choice[V]:
    """The choice of ``value``; the others are its rivals where ``is_rival`` says so."""
    against = [item for item in printed if is_rival(item.value)]
    total = support(printed)
    share = 1.0 - support(against) / total if total else 1.0
    firsts: dict[V, Printed[V]] = {}
    for item in against:
        firsts.setdefault(item.value, item)
    return Choice(value, share, tuple(firsts.values()))
