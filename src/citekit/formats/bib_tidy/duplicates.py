"""Fields that say the same twice."""

from collections import defaultdict
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry


def drop_repeated(entry: DraftEntry) -> DraftEntry:
    """The entry without repeated fields; only where all of one name have one value.

    Where they differ, all stay: which of them counts depends on who reads. A field with a comment
    stays, too.
    """
    values = defaultdict(set)
    for field in entry.fields:
        values[field.name.lower()].add(field.value)
    fields = []
    seen = set()
    for field in entry.fields:
        name = field.name.lower()
        if name not in seen or len(values[name]) > 1 or field.has_comment:
            fields.append(field)
        seen.add(name)
    if len(fields) == len(entry.fields):
        return entry
    return replace(entry, fields=tuple(fields))
