"""What entries of a ``.bib`` file take over from others: ``crossref`` and ``xdata``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_table import table_of, words_of

# An entry may take over from one that takes over itself; a ring ends here.
_DEEPEST = 5


def _from_parent(entry: RawEntry, parent: RawEntry) -> dict[str, str]:
    """The fields of ``parent`` by the names they have in ``entry``."""
    renamed = table_of("inherited") if entry.type in words_of("parts") else {}
    own = words_of("own")
    return {
        renamed.get(name, name): value
        for name, value in parent.fields.items()
        if name not in own and (name != "type" or parent.type == entry.type)
    }


def _resolve(entry: RawEntry, by_key: Mapping[str, RawEntry], depth: int) -> RawEntry:
    fields = dict(entry.fields)
    sources = [key.strip() for key in fields.get("xdata", "").split(",")]
    parents = [(by_key.get(key), True) for key in sources]
    parents.append((by_key.get(fields.get("crossref", "").strip()), False))
    for parent, is_data in parents:
        if parent is None or parent is entry or depth >= _DEEPEST:
            continue
        full = _resolve(parent, by_key, depth + 1)
        taken = full.fields if is_data else _from_parent(entry, full)
        fields = {**taken, **fields}
        fields.pop("xdata" if is_data else "crossref", None)
    return replace(entry, fields=fields)


def resolve_inheritance(entries: Sequence[RawEntry]) -> tuple[RawEntry, ...]:
    """The entries with all that they take over, ``@xdata`` containers left out.

    A field of the entry itself counts before one that it takes over. A ``crossref`` that leads
    nowhere stays.

    Source: BibLaTeX manual, sections 2.4.1 and 3.13.6, appendix B.
    """
    by_key: dict[str, RawEntry] = {}
    for entry in entries:
        by_key.setdefault(entry.key, entry)
    by_key.pop("", None)
    return tuple(
        _resolve(entry, by_key, 0) if {"crossref", "xdata"} & entry.fields.keys() else entry
        for entry in entries
        if entry.type != "xdata"
    )
