"""The words of CSL-JSON in the wild, and what CSL 1.0.2 calls them."""

from collections.abc import Mapping
from functools import cache

from citekit.model.variables import ItemType
from citekit.text.data import load_table

_TYPES: Mapping[str, ItemType] = {item_type.value: item_type for item_type in ItemType}


@cache
def _aliases(kind: str) -> Mapping[str, str]:
    table = load_table("citekit.fields", "csl_json").get(kind, {})
    return table if isinstance(table, dict) else {}


def current_variable(name: str) -> str:
    """What CSL 1.0.2 calls the variable ``name`` of CSL 1.0.1, Zotero or Crossref."""
    return _aliases("variables").get(name, name)


def find_item_type(name: str) -> ItemType | None:
    """The item type that ``name`` stands for in any spelling, ``None`` where it is no type."""
    name = name.strip()
    if name in _TYPES:
        return _TYPES[name]
    lowered = name.lower()
    return _TYPES.get(_aliases("types").get(lowered, lowered))
