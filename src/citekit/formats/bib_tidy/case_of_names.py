"""Types of entries and names of fields in lower case."""

from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry


def lower_names(entry: DraftEntry) -> DraftEntry:
    """The entry with its type and the names of its fields in lower case."""
    fields = tuple(replace(field, name=field.name.lower()) for field in entry.fields)
    return replace(entry, type=entry.type.lower(), fields=fields)
