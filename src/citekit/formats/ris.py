"""References as RIS."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from citekit.formats.losses import ALIASES, lost_values
from citekit.formats.results import WriteOptions, WriteResult
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, DateParts, Literal, Name, Reference
from citekit.model.variables import (
    VARIABLES,
    DateVariable,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.text.cleaning import one_line
from citekit.text.data import load_table

_TAG = re.compile(r"[A-Z][A-Z0-9]", re.ASCII)
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


@cache
def ris_table(name: str) -> Mapping[str, str]:
    """A table of ``data/ris.toml``."""
    table = load_table("citekit.formats", "ris").get(name, {})
    return {key: str(value) for key, value in table.items()} if isinstance(table, dict) else {}


def _name(name: Name) -> str:
    """``Family, Given, Suffix``; RIS knows no particles: they stand before the family name."""
    if isinstance(name, Literal):
        return name.text
    family = (name.dropping_particle, name.non_dropping_particle, name.family)
    parts = [" ".join(filter(None, family))]
    if name.given or name.suffix:
        parts.append(name.given)
    if name.suffix:
        parts.append(name.suffix)
    return ", ".join(parts)


def _day(parts: DateParts) -> str:
    """``YYYY/MM/DD/other``, all three slashes there."""
    month = f"{parts.month:02d}" if parts.month else ""
    day = f"{parts.day:02d}" if parts.month and parts.day else ""
    season = _SEASONS[parts.season - 1] if 1 <= parts.season <= len(_SEASONS) else ""
    return f"{parts.year:04d}/{month}/{day}/{season}"


def _date_lines(date: Date, tag: str) -> Iterator[tuple[str, str]]:
    """The year in PY and the date in DA; what is no date in PY, where programs show it."""
    if isinstance(date, Literal):
        yield ("PY" if tag == "DA" else tag), date.text
        return
    shown = _day(date.start)
    if tag == "DA":
        yield "PY", f"{date.start.year:04d}"
        if not shown.endswith("///"):
            yield tag, shown
    else:
        yield tag, shown


def _number_lines(variable: NumberVariable, text: str, tag: str) -> Iterator[tuple[str, str]]:
    if variable is not NumberVariable.PAGE:
        yield tag, text
        return
    first, _, last = text.replace("–", "-").partition("-")
    yield "SP", first.strip()
    if last.strip():
        yield "EP", last.strip()


def _lines_of(reference: Reference, variable: Variable, tag: str) -> Iterator[tuple[str, str]]:
    match variable:
        case NameVariable():
            for name in reference.names.get(variable, ()):
                yield tag, _name(name)
        case DateVariable():
            date = reference.dates.get(variable)
            if date is not None:
                yield from _date_lines(date, tag)
        case NumberVariable():
            yield from _number_lines(variable, reference.number(variable), tag)
        case TextVariable():
            text = reference.text(variable)
            words = text.split(",") if variable is TextVariable.KEYWORD else [text]
            yield from ((tag, word) for word in words)


def is_ris_tag(name: str) -> bool:
    """Whether a field that no variable stands for is a tag of RIS, as the reader keeps it."""
    return _TAG.fullmatch(name) is not None and name not in {"TY", "ID", "ER", "SP", "EP"}


def _lines(reference: Reference) -> Iterator[str]:
    yield f"TY  - {ris_table('types')[reference.type.value]}"
    if reference.key:
        yield f"ID  - {one_line(reference.key).strip()}"
    for name, tag in ris_table("tags").items():
        for line_tag, value in _lines_of(reference, VARIABLES[name], tag):
            text = one_line(value).strip()
            if text:
                yield f"{line_tag}  - {text}"
    for name, value in reference.extra.items():
        text = one_line(value).strip()
        if is_ris_tag(name) and text:
            yield f"{name}  - {text}"
    yield "ER  - "


@cache
def _type_read(ris_type: str) -> str:
    """The item type that an RIS type is read as; GEN stands for many, and is a document."""
    if ris_type == "GEN":
        return "document"
    return next(name for name, written in ris_table("types").items() if written == ris_type)


def _lost(reference: Reference) -> Iterator[Diagnostic]:
    held = ris_table("tags")
    lost = sorted(v.value for v in reference.variables if v.value not in held)
    lost += list(_lost_of_dates(reference))
    lost += sorted(name for name in reference.extra if not is_ris_tag(name))
    if _type_read(ris_table("types")[reference.type.value]) != reference.type.value:
        lost.append(f"the type {reference.type.value}")
    if reference.aliases:
        lost.append(ALIASES)
    yield from lost_values(reference, "RIS", lost)


def _lost_of_dates(reference: Reference) -> Iterator[str]:
    for variable, date in reference.dates.items():
        if variable.value not in ris_table("tags") or isinstance(date, Literal):
            continue
        if date.end != date.start:
            yield f"the end of {variable.value}"
        if date.circa:
            yield f"the circa of {variable.value}"


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """An RIS file, entries in their order; what RIS cannot hold is reported and left out.

    Source: RIS Format Specifications (Reference Manager 2011).
    """
    diagnostics: list[Diagnostic] = []
    records: list[str] = []
    for reference in references:
        records.append("\n".join(_lines(reference)) + "\n")
        diagnostics += _lost(reference)
    return WriteResult("\n".join(records), tuple(diagnostics))
