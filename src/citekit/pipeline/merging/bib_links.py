"""The keys by which entries of a ``.bib`` file name others, in the merged file."""

import re
from collections.abc import Iterator, Mapping

from citekit.formats.bib_syntax.changes import find_field
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import Edit
from citekit.pipeline.merging.inputs import Input
from citekit.pipeline.merging.merger import MergedWork

# Fields whose values are keys of other entries.
_KEY_LISTS = frozenset({"crossref", "xref", "xdata", "entryset", "related"})
_PARENT = "crossref"
_KEY = re.compile(r"[^\s,{}\"]+")
_GRANULAR = re.compile(r"xdata=([^\s,{}\"]+)(?=-[a-z]+)")


def new_keys(one: Input, works: Mapping[int, MergedWork]) -> dict[str, str]:
    """The keys of a file that are others in the merged one."""
    final: dict[str, str] = {}
    for number, record in enumerate(one.records):
        final.setdefault(record.reference.key, works[number].reference.key)
    return {old: new for old, new in final.items() if old and new and old != new}


def parent_key(source: BibSource, node: EntryNode, key: str) -> dict[str, str]:
    """The key that ``node`` takes over from, with the one to write in its place."""
    found = find_field(node, _PARENT)
    match = found and _KEY.search(source.text, found.value_start, found.value_end)
    return {match[0]: key} if match and key else {}


def key_edits(source: BibSource, node: EntryNode, keys: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that put ``keys``, by the old ones, where ``node`` names other entries."""
    if not keys:
        return
    for one in node.fields:
        if one.name.lower() in _KEY_LISTS:
            for match in _KEY.finditer(source.text, one.value_start, one.value_end):
                if match[0] in keys:
                    yield Edit(*match.span(), keys[match[0]])
        elif "xdata=" in source.text[one.value_start : one.value_end]:
            for match in _GRANULAR.finditer(source.text, one.value_start, one.value_end):
                if match[1] in keys:
                    yield Edit(*match.span(1), keys[match[1]])
