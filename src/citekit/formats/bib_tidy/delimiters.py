"""Braces as the delimiters of entries and of values."""

import operator
from dataclasses import replace

from citekit.formats.bib_syntax.nodes import OperandKind
from citekit.formats.bib_syntax.values import operands_of
from citekit.formats.bib_tidy.drafts import DraftEntry, DraftField


def brace_entry(entry: DraftEntry) -> DraftEntry:
    """The entry and its values in braces; what is in them stays as it is.

    Parentheses stay where a brace in the key would upset the balance.
    """
    fields = tuple([_braced(field) for field in entry.fields])
    is_safe = "{" not in entry.key and "}" not in entry.key
    if entry.delimiters == "{}" and all(map(operator.is_, fields, entry.fields)):
        return entry
    return replace(entry, delimiters="{}" if is_safe else entry.delimiters, fields=fields)


def _braced(field: DraftField) -> DraftField:
    value = field.value
    if '"' not in value or (value[0] == "{" and "#" not in value):
        return field
    pieces: list[str] = []
    place = 0
    for part in operands_of(value, 0, len(value)):
        pieces.append(value[place : part.start])
        content = value[part.content.start : part.content.end]
        is_quoted = part.kind is OperandKind.QUOTED and part.is_closed
        pieces.append(f"{{{content}}}" if is_quoted else value[part.start : part.end])
        place = part.end
    return replace(field, value="".join(pieces) + value[place:])
