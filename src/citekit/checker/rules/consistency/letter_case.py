"""How the names of types and fields are written: in small letters, in capitals, or in both."""

from collections.abc import Mapping

SMALL, CAPITAL, MIXED = "small letters", "capitals", "mixed case"

_TYPES = (
    "InProceedings", "InCollection", "InBook", "PhdThesis", "MastersThesis", "TechReport",
    "BookInBook", "SuppBook", "SuppCollection", "SuppPeriodical", "InReference", "MvBook",
    "MvCollection", "MvProceedings", "MvReference",
)  # fmt: skip
_FIELDS = ("BookTitle", "HowPublished", "JournalTitle", "CrossRef")
_MIXED: Mapping[str, str] = {name.lower(): name for name in (*_TYPES, *_FIELDS)}


def way_of(name: str) -> str:
    """The way in which a name is written."""
    if name.islower():
        return SMALL
    return CAPITAL if name.isupper() and len(name) > 1 else MIXED


def written(name: str, way: str) -> str:
    """``name`` written in that way."""
    if way == SMALL:
        return name.lower()
    if way == CAPITAL:
        return name.upper()
    return _MIXED.get(name.lower(), name[:1].upper() + name[1:].lower())
