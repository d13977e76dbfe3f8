"""What the data models of BibTeX and BibLaTeX ask of an entry."""

from collections.abc import Mapping
from functools import cache

from citekit.checker.bib_file import Entry
from citekit.text.data import load_mapping, load_table

_TABLE = "models"
_PARENTS = frozenset({"xdata", "set", "comment", "preamble", "string", "control"})


@cache
def table(name: str) -> Mapping[str, str]:
    """The table of that name, its values as texts."""
    found: object = load_table(__package__, _TABLE)
    for part in name.split("."):
        found = found.get(part, {}) if isinstance(found, Mapping) else {}
    if not isinstance(found, Mapping):
        return {}
    return {str(key): str(value) for key, value in found.items() if isinstance(value, str)}


@cache
def _by_turns(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {
        key: tuple(tuple(group.split("/")) for group in words.split())
        for key, words in table(name).items()
    }


@cache
def _synonyms(name: str) -> tuple[str, ...]:
    return (name, *table("synonyms").get(name, "").split())


@cache
def mandatory(dialect: str, type_name: str) -> tuple[tuple[str, ...], ...]:
    """The fields that a type needs; of each group one is enough, the first is the usual one.

    A type that the dialect does not have is judged by the other one, an unknown type not at all.
    """
    other = "biblatex" if dialect == "bibtex" else "bibtex"
    if type_name in _PARENTS - {"set"}:
        return ()
    own = _by_turns(dialect)
    return own[type_name] if type_name in own else _by_turns(other).get(type_name, ())


@cache
def exclusive(dialect: str, type_name: str) -> tuple[tuple[str, ...], ...]:
    """The pairs of fields of which an entry of that type has one at most."""
    return _by_turns(f"exclusive.{dialect}").get(type_name, ())


def is_given(entry: Entry, name: str) -> bool:
    """Whether the entry has the field, or one that says the same under another name.

    What it takes over from others counts; what is empty does not.
    """
    names = _synonyms(name)
    for other in names:
        own = entry.get(other)
        if own is not None and own.value.strip("{} \t\r\n"):
            return True
    return any(entry.values.get(other, "").strip("{} ") for other in names)


@cache
def alias(kind: str, dialect: str, name: str) -> str:
    """What the type or field of that name is called today; empty if it is no alias."""
    mapping = load_table(__package__, _TABLE).get(f"{kind}-aliases", {})
    tables = mapping.get(dialect, {}) if isinstance(mapping, dict) else {}
    for modern, names in tables.items():
        if name in str(names).split():
            return str(modern)
    return ""


@cache
def unsuited(name: str) -> frozenset[str]:
    """The types on which the field of that name does not suit."""
    return frozenset(table("unsuited").get(name, "").split())


@cache
def words_of(kind: str) -> Mapping[str, str]:
    """The kind of value of each field that has one that is no text."""
    return load_mapping(__package__, _TABLE, kind)
