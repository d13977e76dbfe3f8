"""Braces around a whole value, which keep its capitals."""

from collections.abc import Collection
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry, DraftField
from citekit.formats.bib_tidy.tables import fields_called
from citekit.formats.bib_values import brace_depths, split_list


def strip_enclosing(field: DraftField) -> DraftField:
    """``{{A title}}`` as ``{A title}``.

    Braces that keep a list from being parted, as around the name of a body, stay: those of
    fields of names, and those around an "and".
    """
    inner = _content(_content(field.value))
    while further := _content(inner):
        inner = further
    if not inner or field.name.lower() in fields_called("names") or len(split_list(inner)) > 1:
        return field
    return replace(field, value=f"{{{inner}}}")


def enclose(entry: DraftEntry, names: Collection[str]) -> DraftEntry:
    """The entry with the values of the fields ``names`` in braces of their own."""
    fields = tuple(
        _enclosed(field) if field.name.lower() in names else field for field in entry.fields
    )
    return replace(entry, fields=fields)


def _enclosed(field: DraftField) -> DraftField:
    content = _content(field.value)
    if not content.strip() or _content(content):
        return field
    return replace(field, value=f"{{{{{content}}}}}")


def _content(value: str) -> str:
    """What stands in the braces around the whole of ``value``, empty where there are none."""
    if not (value.startswith("{") and value.endswith("}")) or "\\{" in value or "\\}" in value:
        return ""
    is_one = all(depth > 0 for depth in brace_depths(value)[1:-1])
    return value[1:-1] if is_one else ""
