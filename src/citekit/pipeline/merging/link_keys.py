"""The keys by which entries name others, as they are in the merged file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from citekit.model.reference import CitationKey, Reference
from citekit.pipeline.merging.inputs import Input

PARENT = "crossref"
# Fields whose values are keys of other entries.
KEY_LISTS = frozenset({PARENT, "xref", "xdata", "entryset", "related"})
KEY = re.compile(r"[^\s,{}\"]+")


def key_changes(
    inputs: Sequence[Input], keys: Sequence[CitationKey]
) -> tuple[Mapping[str, str], ...]:
    """For each file the keys that entries in it are named by and that are others when merged.

    ``keys`` are those of the works of all records. A key that the own file has is that of its
    own entry; else it is that of the first other file that has it.
    """
    final = iter(keys)
    own = [_first_keys(one, final) for one in inputs]
    everywhere: dict[str, str] = {}
    for changes in own:
        for old, new in changes.items():
            everywhere.setdefault(old, new)
    changed = {old: new for old, new in everywhere.items() if old != new}
    return tuple(
        {
            **_without(changed, one, known),
            **{old: new for old, new in known.items() if old != new},
        }
        for one, known in zip(inputs, own, strict=True)
    )


def _first_keys(one: Input, final: Iterator[CitationKey]) -> dict[str, str]:
    """The keys of the works of a file by those of its records, the first of each."""
    known: dict[str, str] = {}
    for record in one.records:
        key = next(final)
        if record.reference.key and key:
            known.setdefault(record.reference.key, key)
    return known


def _without(changed: Mapping[str, str], one: Input, known: Mapping[str, str]) -> Mapping[str, str]:
    if not changed:
        return changed
    aliases = {alias for record in one.records for alias in record.reference.aliases}
    return {o: n for o, n in changed.items() if o not in known and o not in aliases}


def renamed_references(
    inputs: Sequence[Input], changes: Sequence[Mapping[str, str]]
) -> Mapping[int, Reference]:
    """The records, by their positions, that name others by keys that change, with the new ones."""
    found: dict[int, Reference] = {}
    place = 0
    for one, keys in zip(inputs, changes, strict=True):
        for record in one.records:
            names = record.reference.extra.keys() & KEY_LISTS if keys else ()
            if names:
                found[place] = _renamed(record.reference, names, keys)
            place += 1
    return found


def _renamed(reference: Reference, names: set[str], keys: Mapping[str, str]) -> Reference:
    new = {
        name: KEY.sub(lambda match: keys.get(match[0], match[0]), reference.extra[name])
        for name in names
    }
    return replace(reference, extra={**reference.extra, **new})
