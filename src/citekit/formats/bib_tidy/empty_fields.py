"""Fields that say nothing."""

import re
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry

_EMPTY = re.compile(r"\{\s*+\}|\"\s*+\"")


def drop_empty(entry: DraftEntry) -> DraftEntry:
    """The entry without the fields whose value is empty, but for those with a comment."""
    fields = tuple(
        field for field in entry.fields if field.has_comment or not _EMPTY.fullmatch(field.value)
    )
    return replace(entry, fields=fields)
