"""Fields in the order of a list."""

from collections.abc import Sequence
from dataclasses import replace

from citekit.formats.bib_tidy.drafts import DraftEntry
from citekit.formats.bib_tidy.options import STANDARD_ORDER
from citekit.formats.bib_tidy.tables import standard_order


def order_fields(entry: DraftEntry, order: Sequence[str]) -> DraftEntry:
    """The entry with the fields in ``order`` first, then all others in the order they have.

    Comments above and beside a field go with it. ``standard`` stands for the names of the table.
    """
    names = [
        name
        for word in order
        for name in (standard_order() if word == STANDARD_ORDER else (word.lower(),))
    ]
    places = {name: place for place, name in reversed(list(enumerate(names)))}
    last = len(names)
    fields = sorted(entry.fields, key=lambda field: places.get(field.name.lower(), last))
    return replace(entry, fields=tuple(fields))
