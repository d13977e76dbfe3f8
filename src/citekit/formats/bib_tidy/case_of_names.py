"""Types of entries and names of fields in lower case."""

from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry


def lower_names(entry: DraftEntry) -> DraftEntry:
    """The entry with its type and the names of its fields in lower case."""
    names = [field.name.lower() for field in entry.fields]
    if entry.type.islower() and all(
        field.name == name for field, name in zip(entry.fields, names, strict=True)
    ):
        return entry
    fields = [replace(field, name=name) for field, name in zip(entry.fields, names, strict=True)]
    return replace(entry, type=entry.type.lower(), fields=tuple(fields))
