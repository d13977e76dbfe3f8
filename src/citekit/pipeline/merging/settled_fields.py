"""Fields that no variable stood for in records of one type, in a work of another type."""

import re
from collections.abc import Mapping
from dataclasses import replace

from citekit.formats.bib_table import Dialect, FieldKind, row_of_field, row_of_stray_field, rows_for
from citekit.formats.bib_writer import entry_type_of
from citekit.model.reference import Reference
from citekit.model.variables import NumberVariable, TextVariable

_TYPE = "entrytype"
_MARK = '<span class="nocase">'
_MARKED = re.compile(rf"{re.escape(_MARK)}([^<]*)</span>")
_BEARING = {FieldKind.TITLE, FieldKind.CASED}


def with_settled_fields(reference: Reference) -> tuple[Reference, Mapping[str, str]]:
    """A united record as its ``.bib`` entry is read, and the fields that it cannot have.

    In its type a field of ``extra`` may be that of a variable. It becomes the value of that if
    there is none; else it has no place, and is given by the name of the variable.
    """
    texts, numbers = dict(reference.texts), dict(reference.numbers)
    extra = dict(reference.extra)
    without: dict[str, str] = {}
    for name, value in reference.extra.items():
        own = row_of_field(name, reference.type)
        row = own or row_of_stray_field(name)
        if row is None:
            continue
        variable = row.variable
        known: str | None = None
        if isinstance(variable, TextVariable):
            known = texts.setdefault(variable, value)
        elif isinstance(variable, NumberVariable):
            known = numbers.setdefault(variable, value)
        elif own is not None and variable in reference.names:
            known = ""
        if known is not None and (own is not None or known == value):
            del extra[name]
            if known != value:
                without[str(variable)] = name
    if extra.get(_TYPE) and extra[_TYPE] == _chosen_type(reference):
        del extra[_TYPE]
    texts = {variable: _cased(reference, variable, text) for variable, text in texts.items()}
    return replace(reference, texts=texts, numbers=numbers, extra=extra), without


def _chosen_type(reference: Reference) -> str:
    """The type that the work is written with if none is asked for."""
    extra = {name: value for name, value in reference.extra.items() if name != _TYPE}
    return entry_type_of(replace(reference, extra=extra), Dialect.BIBLATEX).name


def _cased(reference: Reference, variable: TextVariable, text: str) -> str:
    """The text, its marks of case gone if the fields of the variable cannot bear them."""
    if _MARK not in text:
        return text
    kinds = {row.kind for row in rows_for(reference.type) if row.variable is variable}
    return text if not kinds or kinds & _BEARING else _MARKED.sub(r"\1", text)
