"""Entries that take over from one another in a ring."""

from collections.abc import Iterator

from citekit.checker.rules.citing.library_links import LinkedLibrary
from citekit.checker.rules.citing.linked_keys import Link

_HANDS_DOWN = frozenset({"crossref", "xdata"})


def rings(library: LinkedLibrary) -> Iterator[tuple[Link, ...]]:
    """The rings of links by which entries take over from themselves, each once.

    A ring begins with its first link in the order of the files. ``related`` and ``xref`` hand
    nothing down, and may lead round.
    """
    links: dict[int, list[Link]] = {}
    for link in library.links:
        if _hands_down(link):
            links.setdefault(id(link.field.entry), []).append(link)
    done: set[int] = set()
    for start in links:
        if start not in done:
            yield from _rings_from(start, links, library, done)


def _hands_down(link: Link) -> bool:
    """Whether the entry takes over from what it names; only a set does by ``entryset``."""
    name = link.field.name
    is_set = name == "entryset" and link.field.entry.type == "set"
    return bool(link.part) or name in _HANDS_DOWN or is_set


def on_rings(library: LinkedLibrary) -> set[int]:
    """The identities of the entries that are part of a ring."""
    return {id(link.field.entry) for ring in rings(library) for link in ring}


def _rings_from(
    start: int, links: dict[int, list[Link]], library: LinkedLibrary, done: set[int]
) -> Iterator[tuple[Link, ...]]:
    """What a search in depth that begins at ``start`` finds, without recursion."""
    way: list[Link] = []
    place: dict[int, int] = {start: 0}
    pending = [iter(links[start])]
    while pending:
        link = next(pending[-1], None)
        if link is None:
            pending.pop()
            left = way.pop() if way else None
            target = library.target(left) if left else None
            finished = id(target) if left else start
            place.pop(finished, None)
            done.add(finished)
            continue
        target = library.target(link)
        if target is None:
            continue
        if id(target) in place:
            yield (*way[place[id(target)] :], link)
        elif id(target) in links and id(target) not in done:
            way.append(link)
            place[id(target)] = len(way)
            pending.append(iter(links[id(target)]))
