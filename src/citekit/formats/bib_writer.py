"""References written as a ``.bib`` file in either dialect."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from citekit.formats.bib_entry import BibEntry, BibField, format_entries, safe_keys
from citekit.formats.bib_fields import date_of, format_names_field, format_text_field, kept_as_it_is
from citekit.formats.bib_names import uses_prefix
from citekit.formats.bib_table import (
    Dialect,
    EntryType,
    FieldKind,
    FieldRow,
    row_of_entry,
    row_of_type,
    rows_for,
    words_of,
)
from citekit.formats.findings import FormatCode, finding
from citekit.formats.latex_encoding import encode_latex, escape_beyond_ascii
from citekit.formats.results import WriteOptions, WriteResult
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, Reference
from citekit.model.variables import DateVariable, ItemType, NameVariable, TextVariable

DateFormatter = Callable[[Date, str], Sequence[BibField]]
"""Gives the fields of a date; the name is that of BibLaTeX's field."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_:+/-]{0,60}")
# CSL-JSON's bag for other programs holds no text.
_NO_TEXT = {"custom"}


def _own_type(reference: Reference, dialect: Dialect) -> str:
    """The type that the entry had in the file it came from, if it still fits."""
    name = reference.extra.get("entrytype", "").lower()
    if not name or (dialect is Dialect.BIBTEX and name not in words_of("classic")):
        return ""
    if name == "set" and "entryset" in reference.extra:
        return name
    row = row_of_entry(EntryType(name))
    return name if row is not None and row.item_type is reference.type else ""


def entry_type_of(reference: Reference, dialect: Dialect) -> EntryType:
    """The entry type of a reference; an edited book without an author is a ``@collection``."""
    found = row_of_type(reference.type).entry_type(dialect)
    own = _own_type(reference, dialect)
    if own:
        return EntryType(own, found.subtype)
    names = reference.names
    edited = names.get(NameVariable.EDITOR) and not names.get(NameVariable.AUTHOR)
    if edited and reference.type is ItemType.BOOK and dialect is Dialect.BIBLATEX:
        return EntryType("collection")
    genre = reference.text(TextVariable.GENRE).lower()
    if found.name == "phdthesis" and genre.startswith(("master", "m.")):
        return EntryType("mastersthesis")
    return found


def _value_fields(
    reference: Reference, row: FieldRow, dialect: Dialect, format_date: DateFormatter
) -> Sequence[BibField]:
    if isinstance(row.variable, DateVariable):
        date = date_of(reference, row)
        return () if date is None else format_date(date, row.field(dialect))
    if row.kind is FieldKind.NAMES:
        return format_names_field(reference, row, dialect)
    return format_text_field(reference, row, dialect)


def _is_field(name: str) -> bool:
    return name not in _NO_TEXT and _FIELD_NAME.fullmatch(name) is not None


def _extra_fields(reference: Reference, dialect: Dialect) -> Iterator[BibField]:
    unchanged = words_of("verbatim")
    for name, value in reference.extra.items():
        if name == "entrytype" and _own_type(reference, dialect):
            continue
        if _is_field(name):
            as_it_is = name.lower() in unchanged
            latex = kept_as_it_is(value) if as_it_is else encode_latex(value, dialect).strip()
            yield BibField(name, latex)


def _settings(reference: Reference, entry_type: EntryType, dialect: Dialect) -> Iterator[BibField]:
    """Fields that speak of the entry and not of the work."""
    if entry_type.subtype:
        yield BibField("entrysubtype", entry_type.subtype)
    if dialect is Dialect.BIBLATEX and any(map(uses_prefix, reference.names.values())):
        yield BibField("options", "useprefix=true")
    if reference.aliases:
        yield BibField("ids", ", ".join(kept_as_it_is(alias) for alias in reference.aliases))


def _message(reference: Reference, text: str) -> str:
    return f"{reference.key or 'an entry without a key'}: {text}"


def _unique(
    reference: Reference, fields: Sequence[BibField], diagnostics: list[Diagnostic]
) -> Iterator[BibField]:
    """The fields, the first of each name; what finds its field taken is reported."""
    taken: dict[str, str] = {}
    for field in fields:
        name = field.name.lower()
        if name not in taken:
            taken[name] = field.value
            yield field
        elif taken[name] != field.value:
            message = f"'{field.name} = {{{field.value}}}' is left out, the field has a value"
            diagnostics.append(finding(FormatCode.FIELD_TAKEN, _message(reference, message)))


def _check_text(reference: Reference) -> Iterator[Diagnostic]:
    values = (*reference.texts.values(), *reference.numbers.values(), *reference.extra.values())
    if any(_CONTROL.search(value) for value in values):
        message = _message(reference, "control characters were removed")
        yield finding(FormatCode.CHARACTER_REMOVED, message)


def _check_fields(reference: Reference, rows: Sequence[FieldRow]) -> Iterator[Diagnostic]:
    foreign = [row.variable.value for row in rows if row.foreign]
    if foreign:
        text = f"BibLaTeX has no field for {', '.join(foreign)}; styles will not print it"
        yield finding(FormatCode.NO_FIELD, _message(reference, text))
    for name in reference.extra:
        if not _is_field(name):
            text = f"{name!r} cannot be a field; its value is left out"
            yield finding(FormatCode.NO_FIELD, _message(reference, text))


def _in_ascii(entry: BibEntry, diagnostics: list[Diagnostic]) -> BibEntry:
    as_it_is = words_of("verbatim") | {"url", "doi"}
    fields = []
    for field in entry.fields:
        if field.name in as_it_is:
            value = "".join(
                letter
                if letter.isascii()
                else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
                for letter in field.value
            )
        else:
            value = escape_beyond_ascii(field.value)
        fields.append(replace(field, value=value))
        left = sorted({letter for letter in value if not letter.isascii()})
        if left:
            text = f"{entry.key}: {field.name}: no LaTeX escape for {''.join(left)}"
            diagnostics.append(finding(FormatCode.NO_ESCAPE, text, hint="Kept as UTF-8."))
    return replace(entry, fields=tuple(fields))


def write_bib(
    references: Sequence[Reference],
    options: WriteOptions,
    dialect: Dialect,
    *,
    format_date: DateFormatter,
    adapt: Callable[[Reference, list[BibField]], list[BibField]],
) -> WriteResult:
    """A ``.bib`` file of the references in their order, fields in the order of the table.

    ``adapt`` has the last word on the fields of each entry. Every value has a field, be it one
    that BibLaTeX does not know; so the result holds all that the references do but for
    origins and confidence.
    """
    keys = safe_keys((reference.key for reference in references), fold=dialect is Dialect.BIBTEX)
    diagnostics = list(keys.diagnostics)
    entries: list[BibEntry] = []
    for reference, key in zip(references, keys.keys, strict=True):
        present = set(reference.variables)
        rows = [row for row in rows_for(reference.type) if row.variable in present]
        entry_type = entry_type_of(reference, dialect)
        fields = [
            field for row in rows for field in _value_fields(reference, row, dialect, format_date)
        ]
        fields += _settings(reference, entry_type, dialect)
        fields += _extra_fields(reference, dialect)
        fields = adapt(reference, fields)
        diagnostics += _check_text(reference)
        diagnostics += _check_fields(reference, rows)
        entry = BibEntry(entry_type.name, key, tuple(_unique(reference, fields, diagnostics)))
        entries.append(_in_ascii(entry, diagnostics) if options.ascii else entry)
    return WriteResult(format_entries(entries), tuple(diagnostics))


def fields_by_name(fields: Sequence[BibField]) -> Mapping[str, BibField]:
    """The fields by their names."""
    return {field.name: field for field in fields}
