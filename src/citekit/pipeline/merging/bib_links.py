"""The edits of a ``.bib`` file that make its entries name others by their keys when merged."""

import re
from collections.abc import Iterator, Mapping

from citekit.errors import ConfigError
from citekit.formats.bib_syntax.changes import add_field, find_field, rename_key, replace_value
from citekit.formats.bib_syntax.nodes import EntryNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import Edit, apply_edits
from citekit.model.reference import CitationKey
from citekit.pipeline.merging.link_keys import KEY, KEY_LISTS, PARENT

_GRANULAR = re.compile(r"xdata=([^\s,{}\"]+)(?=-[a-z]+)")


def parent_key(source: BibSource, node: EntryNode, key: str) -> dict[str, str]:
    """The key that ``node`` takes over from, with the one to write in its place."""
    found = find_field(node, PARENT)
    match = found and KEY.search(source.text, found.value_start, found.value_end)
    return {match[0]: key} if match and key else {}


def key_edits(source: BibSource, node: EntryNode, keys: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that put ``keys``, by the old ones, where ``node`` names other entries."""
    if not keys:
        return
    for one in node.fields:
        if one.name.lower() in KEY_LISTS:
            for match in KEY.finditer(source.text, one.value_start, one.value_end):
                if match[0] in keys:
                    yield Edit(*match.span(), keys[match[0]])
        elif "xdata=" in source.text[one.value_start : one.value_end]:
            for match in _GRANULAR.finditer(source.text, one.value_start, one.value_end):
                if match[1] in keys:
                    yield Edit(*match.span(1), keys[match[1]])


def renaming(node: EntryNode, key: CitationKey) -> list[Edit]:
    """The edit that gives an entry another key, if it can be written there."""
    try:
        return [rename_key(node, key)] if key else []
    except ConfigError:
        return []


def with_parent(text: str, key: CitationKey) -> str:
    """The entry ``text`` with a ``crossref`` to the entry of that key.

    Raises:
        ConfigError: The entry cannot be edited, or the key cannot be written.
    """
    source = parse_bib(text)
    entries = list(source.entries())
    if len(entries) != 1 or not key:
        raise ConfigError("the entry cannot be edited by itself")
    field = find_field(entries[0], PARENT)
    value = f"{{{key}}}"
    if field is not None:
        if key in text[field.value_start : field.value_end]:
            return text
        return apply_edits(text, [replace_value(field, value)])
    return apply_edits(text, add_field(source, entries[0], PARENT, value))
