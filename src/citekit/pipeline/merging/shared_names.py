"""Names that the ``.bib`` files of a merger share, and how they are told apart in the merged one.

Strings and data containers of one name that say different things get names of their own; where
a file uses what another defines, it does so by its new name.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from citekit.formats.bib_inheritance import FileIndexes
from citekit.formats.bib_strings import LentString, lent_strings, read_raw_files, used_names
from citekit.formats.bib_syntax.nodes import EntryNode, StringNode
from citekit.formats.bib_syntax.source import BibSource
from citekit.pipeline.merging.bib_strings import (
    NewString,
    definitions,
    is_container,
    renamed_strings,
)


@dataclass(frozen=True, slots=True)
class FileNames:
    """The names that change in a file, by the old ones, strings in lower case.

    ``new_strings`` are those that it defines itself; ``containers`` are its own, and ``links``
    those that it takes from, its own or others'. ``needed`` are the files, by number, whose
    strings have to stand before the block of it that begins at ``needed_at``.
    """

    strings: Mapping[str, str]
    new_strings: tuple[NewString, ...]
    containers: Mapping[str, str]
    links: Mapping[str, str]
    needed: frozenset[int] = frozenset()
    needed_at: int = 0


def shared_names(sources: Sequence[BibSource], keys: Collection[str]) -> tuple[FileNames, ...]:
    """The names that change in each of the files, which are merged in this order.

    ``keys`` are those of the merged works, and their aliases.
    """
    known: dict[str, str] = {}
    texts: dict[str, str] = {}
    changed: list[tuple[NewString, ...]] = []
    containers: list[Mapping[str, str]] = []
    for source in sources:
        new = renamed_strings(source, known)
        changed.append(new)
        names = {one.old.lower(): one.new for one in new}
        for name, value in definitions(source).items():
            known.setdefault(names.get(name, name).lower(), value)
        containers.append(_new_containers(source, texts, keys))
    links = _links(sources, containers)
    lent = lent_strings(sources)
    return tuple(
        _file_names(n, source, changed, lent[n], containers[n], links[n])
        for n, source in enumerate(sources)
    )


def _file_names(
    number: int,
    source: BibSource,
    changed: Sequence[tuple[NewString, ...]],
    lent: Mapping[str, LentString],
    containers: Mapping[str, str],
    links: Mapping[str, str],
) -> FileNames:
    names = {one.old.lower(): one.new for one in changed[number]}
    needed: set[int] = set()
    at = 0
    for node in source.blocks if lent else ():
        if not isinstance(node, EntryNode | StringNode):
            continue
        for name in used_names(source, node):
            if name not in lent:
                continue
            owner = lent[name].file
            names.update(
                {one.old.lower(): one.new for one in changed[owner] if one.old.lower() == name}
            )
            if owner > number:
                at = at if needed else node.start
                needed.add(owner)
    return FileNames(names, changed[number], containers, links, frozenset(needed), at)


def _new_containers(
    source: BibSource, known: dict[str, str], keys: Collection[str]
) -> Mapping[str, str]:
    """New keys for the data containers that say other things than those ``known`` of earlier files.

    ``keys`` are those of all works, for which no container may be taken. Of several containers
    of one key in a file the first counts, as in reading it.
    """
    firsts: dict[str, str] = {}
    for node in filter(is_container, source.entries()):
        firsts.setdefault(node.key, source.text[node.start : node.end])
    own = {node.key for node in source.entries() if not is_container(node)}
    changed: dict[str, str] = {}
    for key, text in firsts.items():
        new, number = key, 2
        while known.get(new, text) != text or (new in keys and new not in own):
            new = f"{key}-{number}"
            number += 1
        known[new] = text
        if new != key:
            changed[key] = new
    return changed


def _links(
    sources: Sequence[BibSource], containers: Sequence[Mapping[str, str]]
) -> Sequence[Mapping[str, str]]:
    """The new keys of containers as each file means them, by the old ones."""
    renamed = {key for changed in containers for key in changed}
    if not renamed:
        return containers
    find = FileIndexes(
        [raw.entries for raw in read_raw_files([(source, "") for source in sources])]
    ).find
    links: list[Mapping[str, str]] = []
    for number, own in enumerate(containers):
        found = {key: find(key, number) for key in renamed - own.keys()}
        far = {
            key: containers[one[1]].get(key, key)
            for key, one in found.items()
            if one is not None and one[1] != number
        }
        links.append({**{key: new for key, new in far.items() if key != new}, **own})
    return links
