"""Where a field that an entry lacks would stand."""

from functools import cache

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import Entry
from citekit.model.spans import Span
from citekit.text.data import load_table


@cache
def _ranks() -> dict[str, int]:
    words = load_table("citekit.checker", "field_order").get("order", "")
    groups = enumerate(str(words).split())
    return {name: rank for rank, group in groups for name in group.split("/")}


def field_before(entry: Entry, name: str) -> Field | None:
    """The field after which ``name`` usually stands, of those that the entry has.

    A name that the usual order does not know stands after all others. ``None`` if it comes first.
    """
    ranks = _ranks()
    own = ranks.get(name, len(ranks))
    before = [field for field in entry.fields if ranks.get(field.name, len(ranks)) < own]
    if before:
        return max(before, key=lambda field: ranks[field.name])
    return None


def place_of(entry: Entry, name: str) -> Span:
    """Where ``name`` is to be written: after a field, without a length, or the type and key.

    If the field is there, but empty, it is its place.
    """
    present = entry.get(name)
    if present is not None:
        return Span(present.node.start, present.node.value_end)
    before = field_before(entry, name)
    if before is None:
        return entry.span
    return Span(before.node.value_end, before.node.value_end)
