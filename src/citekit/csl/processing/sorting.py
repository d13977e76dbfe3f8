"""The order of a bibliography, and of the cites in a citation.

Source: CSL 1.0.2, "Sorting": keys in turn, each ascending or descending; items without a value
for a key come last in both directions; what is alike in all keys stays in the order given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from citekit.csl.context import Context, Render
from citekit.csl.processing.collation import collation_key
from citekit.csl.tree import plain_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CompiledKey:
    """A key of ``cs:sort`` ready to render; ``is_number`` where it gives the citation number."""

    render: Render
    is_descending: bool = False


def sort_keys(
    keys: Sequence[CompiledKey], make: Callable[[], Context], lang: str = ""
) -> tuple[str, ...]:
    """The values of ``keys`` for the item of ``make``, a context made anew for each key.

    They compare as a reader of ``lang`` expects.
    """
    return tuple(collation_key(plain_text(key.render(make())), lang) for key in keys)


def sort_by_keys(
    things: Sequence[T], values: Callable[[T], Sequence[str]], keys: Sequence[CompiledKey]
) -> list[T]:
    """``things`` in the order of ``keys``, whose ``values`` were worked out before."""
    ordered = list(things)
    computed = {id(thing): values(thing) for thing in ordered}
    for index in reversed(range(len(keys))):
        having = [thing for thing in ordered if computed[id(thing)][index]]
        lacking = [thing for thing in ordered if not computed[id(thing)][index]]
        having.sort(
            key=lambda thing, index=index: computed[id(thing)][index],  # type: ignore[misc]
            reverse=keys[index].is_descending,
        )
        ordered = having + lacking
    return ordered
