"""The table of entry types and fields of BibLaTeX, BibTeX and CSL (``data/bib.toml``)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from citekit.model.variables import VARIABLES, ItemType, Variable
from citekit.text.data import load_table, load_words


class Dialect(StrEnum):
    """The two kinds of ``.bib`` file."""

    BIBLATEX = "biblatex"
    BIBTEX = "bibtex"


class FieldKind(StrEnum):
    """How the value of a field is written."""

    TEXT = "text"
    TITLE = "title"
    CASED = "cased"
    PLAIN_TITLE = "plain-title"
    VERBATIM = "verbatim"
    NAMES = "names"
    DATE = "date"
    PAGES = "pages"
    KEY = "key"
    LIST = "list"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class EntryType:
    """An entry type with the ``entrysubtype`` that narrows it, empty without one."""

    name: str
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class TypeRow:
    """What a CSL item type is in either dialect."""

    item_type: ItemType
    biblatex: EntryType
    bibtex: EntryType

    def entry_type(self, dialect: Dialect) -> EntryType:
        """The entry type in ``dialect``."""
        return self.biblatex if dialect is Dialect.BIBLATEX else self.bibtex


@dataclass(frozen=True, slots=True)
class FieldRow:
    """The field of a variable, for the BibLaTeX entry types ``types``, or for all if empty.

    ``strict`` says that the field means something else in entries of other types.
    ``foreign`` marks a field that is none of BibLaTeX's and only keeps a value from being lost.
    """

    variable: Variable
    biblatex: str
    bibtex: str
    kind: FieldKind
    types: frozenset[str] = frozenset()
    foreign: bool = False
    strict: bool = False

    def field(self, dialect: Dialect) -> str:
        """The field's name in ``dialect``; BibLaTeX's, where BibTeX has none."""
        return self.bibtex or self.biblatex if dialect is Dialect.BIBTEX else self.biblatex

    def fits(self, entry_type: str) -> bool:
        """Whether the row is meant for entries of the BibLaTeX type ``entry_type``."""
        return not self.types or entry_type in self.types


def _rows(name: str) -> Iterator[Mapping[str, object]]:
    rows = load_table("citekit.formats", "bib").get(name)
    yield from rows if isinstance(rows, Sequence) else ()


@cache
def table_of(name: str) -> Mapping[str, str]:
    """A table of ``data/bib.toml`` that leads from words to words."""
    table = load_table("citekit.formats", "bib").get(name, {})
    return {key: str(value) for key, value in table.items()} if isinstance(table, dict) else {}


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of words of ``data/bib.toml``."""
    return load_words("citekit.formats", "bib", name)


def _entry_type(value: object) -> EntryType:
    name, subtype = value if isinstance(value, list) else ("", "")
    return EntryType(str(name), str(subtype))


@cache
def type_rows() -> tuple[TypeRow, ...]:
    """Every item type with its entry types, in the order of the file."""
    return tuple(
        TypeRow(ItemType(str(row["csl"])), _entry_type(row["biblatex"]), _entry_type(row["bibtex"]))
        for row in _rows("types")
    )


@cache
def field_rows() -> tuple[FieldRow, ...]:
    """Every field with its variable, in the order in which fields are written."""
    sets = load_table("citekit.formats", "bib")["sets"]
    return tuple(
        FieldRow(
            VARIABLES[str(row["variable"])],
            str(row["biblatex"]),
            str(row.get("bibtex", "")),
            FieldKind(str(row["kind"])),
            frozenset(sets[row["in"]] if isinstance(sets, dict) and "in" in row else ()),
            foreign=bool(row.get("foreign")),
            strict=bool(row.get("strict")),
        )
        for row in _rows("fields")
    )


@cache
def _types_written() -> Mapping[ItemType, TypeRow]:
    return {row.item_type: row for row in type_rows()}


@cache
def _types_read() -> Mapping[EntryType, TypeRow]:
    found: dict[EntryType, TypeRow] = {}
    for dialect in Dialect:
        for row in type_rows():
            found.setdefault(row.entry_type(dialect), row)
    return found


def row_of_type(item_type: ItemType) -> TypeRow:
    """The row of a CSL item type."""
    return _types_written()[item_type]


@lru_cache(maxsize=1024)
def row_of_entry(entry_type: EntryType) -> TypeRow | None:
    """The row that an entry of either dialect is read by, ``None`` for an unknown type.

    A subtype that the table does not know is passed over.
    """
    name = entry_type.name.lower()
    rows = _types_read()
    for candidate in (name, table_of("type_aliases").get(name, name)):
        for subtype in (entry_type.subtype, ""):
            row = rows.get(EntryType(candidate, subtype))
            if row is not None:
                return row
    return None


@cache
def rows_for(item_type: ItemType) -> tuple[FieldRow, ...]:
    """The one row of each variable for entries of ``item_type``, in the order of writing."""
    entry_type = row_of_type(item_type).biblatex.name
    chosen: dict[Variable, FieldRow] = {}
    for row in field_rows():
        if row.fits(entry_type):
            chosen.setdefault(row.variable, row)
    return tuple(row for row in field_rows() if chosen.get(row.variable) is row)


def _names_of(name: str) -> tuple[str, ...]:
    alias = table_of("field_aliases").get(name)
    return (name, alias) if alias else (name,)


@cache
def row_of_field(name: str, item_type: ItemType) -> FieldRow | None:
    """The row that field ``name`` is read by in entries of ``item_type``, in either dialect."""
    for candidate in _names_of(name.lower()):
        for row in rows_for(item_type):
            if candidate in {row.biblatex, row.bibtex}:
                return row
    return None


@cache
def row_of_stray_field(name: str) -> FieldRow | None:
    """The row for a field out of its place, such as ``booktitle`` in an article."""
    for candidate in _names_of(name.lower()):
        for row in field_rows():
            if candidate in {row.biblatex, row.bibtex} and not row.strict:
                return row
    return None
