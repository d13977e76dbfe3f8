"""Items out of CSL-JSON in its loose real-life forms, and out of references."""

from citekit.csl.items.records import read_item
from citekit.csl.items.references import item_from_reference

__all__ = ["item_from_reference", "read_item"]
