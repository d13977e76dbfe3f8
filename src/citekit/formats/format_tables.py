"""The tables of types and fields of the exchange formats (``data/<format>.toml``)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from citekit.model.variables import VARIABLES, DateVariable, ItemType, NameVariable, Variable
from citekit.text.data import load_table

_OTHER = "other-"
_HOST = "{host}"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Where a variable stands in works of the CSL types ``types``, or of all if empty.

    ``place`` is a tag or a place in a tree, ``kind`` the shape of the value there.
    """

    variable: Variable
    place: str
    kind: str
    types: frozenset[str] = frozenset()

    def fits(self, item_type: ItemType) -> bool:
        """Whether the row is meant for works of ``item_type``."""
        return not self.types or item_type.value in self.types


@dataclass(frozen=True, slots=True)
class FormatTable:
    """What a format calls types and variables.

    ``rows`` are in the order of writing; ``aliases`` are only read. ``ignored`` are places that
    speak of the record and not of the work. ``settings`` are texts that its modules use.
    """

    title: str
    types: Mapping[ItemType, str]
    read_types: Mapping[str, ItemType]
    rows: tuple[FieldRow, ...]
    aliases: tuple[FieldRow, ...]
    ignored: tuple[str, ...]
    settings: Mapping[str, str]

    def type_of(self, written: str) -> ItemType | None:
        """The item type that a type of the format is read as, ``None`` for an unknown one."""
        return self.read_types.get(written.strip().lower())

    def holds_type(self, item_type: ItemType) -> bool:
        """Whether the type comes back as it was."""
        return self.type_of(self.types[item_type]) is item_type


def _words(table: Mapping[str, object], name: str) -> Mapping[str, str]:
    found = table.get(name, {})
    return {key: str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _rows(table: Mapping[str, object], name: str) -> Iterator[FieldRow]:
    sets = table.get("sets", {})
    rows = table.get(name, ())
    for row in rows if isinstance(rows, list) else ():
        variable, place, kind, *named = map(str, row)
        types = sets[named[0]] if named and isinstance(sets, dict) else ()
        yield FieldRow(VARIABLES[variable], place, kind, frozenset(types))


def _others(table: Mapping[str, object]) -> Iterator[FieldRow]:
    """Rows from the templates, for works in which a variable has no row of its own."""
    templates = _words(table, "others")
    for name, variable in VARIABLES.items():
        kind = "text"
        if isinstance(variable, NameVariable):
            kind = "names"
        elif isinstance(variable, DateVariable):
            kind = "date"
        template = templates.get(kind, "")
        if template:
            yield FieldRow(variable, template.replace("{name}", name), f"{_OTHER}{kind}")


@cache
def format_table(name: str) -> FormatTable:
    """The table in ``data/<name>.toml``.

    When reading, the first CSL type with a type of the format wins, aliases before all.
    """
    table = load_table("citekit.formats", name)
    types = {ItemType(key): value for key, value in _words(table, "types").items()}
    read_types: dict[str, ItemType] = {}
    for written, item_type in _words(table, "type_aliases").items():
        read_types[written.lower()] = ItemType(item_type)
    for item_type, written in types.items():
        read_types.setdefault(written.lower(), item_type)
    rows = tuple(_rows(table, "fields"))
    ignored = table.get("ignored", ())
    return FormatTable(
        str(table["title"]),
        types,
        read_types,
        (*rows, *_others(table)),
        tuple(_rows(table, "aliases")),
        tuple(map(str, ignored if isinstance(ignored, list) else ())),
        {
            **_words(table, "settings"),
            **{f"{_OTHER}{k}": v for k, v in _words(table, "others").items()},
        },
    )


@cache
def rows_to_write(name: str, item_type: ItemType) -> tuple[FieldRow, ...]:
    """The one row of each variable for works of ``item_type``, in the order of writing.

    Where a place means something else in works of that type, other variables cannot go there.
    """
    chosen: dict[Variable, FieldRow] = {}
    places: set[str] = set()
    rows = [row for row in format_table(name).rows if row.fits(item_type)]
    for row in sorted(rows, key=lambda row: (row.kind.startswith(_OTHER), not row.types)):
        if row.variable not in chosen and row.place not in places:
            chosen[row.variable] = row
            places.add(row.place)
    kept = (row for row in format_table(name).rows if chosen.get(row.variable) is row)
    return tuple(_hosted(name, row, item_type) for row in kept)


def _hosted(name: str, row: FieldRow, item_type: ItemType) -> FieldRow:
    """The row with the host of such works, "type in host", in its place."""
    host = format_table(name).types[item_type].partition(" in ")[2]
    return replace(row, place=row.place.replace(_HOST, host)) if _HOST in row.place else row


@cache
def rows_to_read(name: str, item_type: ItemType) -> tuple[FieldRow, ...]:
    """The rows for works of ``item_type``, then those that are read wherever they stand."""
    table = format_table(name)
    written = rows_to_write(name, item_type)
    every = [_hosted(name, row, item_type) for row in (*table.rows, *table.aliases)]
    fitting = [row for row in every if row.fits(item_type)]
    stray = [row for row in every if not row.fits(item_type)]
    return tuple(dict.fromkeys((*written, *fitting, *stray)))
