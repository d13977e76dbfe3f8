"""A command of LaTeX where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """The command ``name``, without its backslash, from ``start`` to ``end``.

    A star that is written behind it is a part of it only where ``end`` is behind the star.
    """

    name: str
    start: int
    end: int
