"""The names of Zotero's item types, which stand in several formats."""

from citekit.formats.format_tables import format_table
from citekit.model.variables import ItemType


def zotero_type(name: str) -> ItemType | None:
    """The item type that Zotero calls ``name``, ``None`` where it calls none so."""
    return format_table("zotero_rdf").type_of(name)
