"""References from RIS."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from citekit.fields.dates import parse_date
from citekit.formats.findings import FormatCode, finding
from citekit.formats.results import ReadResult
from citekit.formats.ris import ris_table
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import (
    CitationKey,
    Date,
    DateRange,
    Literal,
    Name,
    PersonalName,
    Reference,
)
from citekit.model.variables import (
    VARIABLES,
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)

_LINE = re.compile(r"([A-Z][A-Z0-9]) {0,2}- ?(.*)", re.DOTALL)
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_PLACES = {"SP", "EP", "TY", "ID", "ER"}
_SLASHES = 4


@dataclass(frozen=True, slots=True)
class _Record:
    """The lines of one reference as tag and value, from ``TY`` to ``ER``."""

    line: int
    lines: tuple[tuple[str, str], ...]


def _records(text: str, path: str, diagnostics: list[Diagnostic]) -> Iterator[_Record]:
    lines: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.match(line)
        if match is None:
            # A value that was broken over lines.
            if line.strip() and lines:
                tag, value = lines[-1]
                lines[-1] = (tag, f"{value} {line.strip()}")
            elif line.strip():
                message = f"text outside a reference: {line.strip()[:60]!r}"
                diagnostics.append(finding(FormatCode.SYNTAX, message, path=path, line=number))
            continue
        tag, value = match[1], match[2].strip()
        if tag == "TY" and lines:
            message = "a reference begins before the one above ends with 'ER'"
            diagnostics.append(finding(FormatCode.SYNTAX, message, path=path, line=number))
            yield _Record(start, tuple(lines))
            lines = []
        if tag == "ER":
            if lines:
                yield _Record(start, tuple(lines))
            lines = []
            continue
        start = number if not lines else start
        lines.append((tag, value))
    if lines:
        message = "the last reference does not end with 'ER'"
        diagnostics.append(finding(FormatCode.SYNTAX, message, path=path, line=start))
        yield _Record(start, tuple(lines))


@cache
def _types() -> Mapping[str, ItemType]:
    found: dict[str, ItemType] = {}
    for name, ris_type in ris_table("types").items():
        # GEN stands for many; it is read as what it says, a document.
        if ris_type != "GEN" or name == ItemType.DOCUMENT.value:
            found.setdefault(ris_type, ItemType(name))
    for ris_type, name in ris_table("type_aliases").items():
        found.setdefault(ris_type, ItemType(name))
    return found


@cache
def _tags() -> Mapping[str, Variable]:
    found: dict[str, Variable] = {}
    for name, tag in ris_table("tags").items():
        found.setdefault(tag, VARIABLES[name])
    for tag, name in ris_table("tag_aliases").items():
        found.setdefault(tag, VARIABLES[name])
    found["N1"] = TextVariable.NOTE
    return found


def _name(text: str) -> Name:
    """A name; without a comma it is kept as it is, since it may be an organisation's."""
    family, comma, rest = text.partition(",")
    if not comma:
        return Literal(text)
    given, _, suffix = rest.partition(",")
    return PersonalName(family.strip(), given.strip(), suffix=suffix.strip())


def _date(text: str) -> Date:
    """``YYYY/MM/DD/other``, any of which may be missing, or a date as people print it."""
    parts = (text.split("/") + [""] * _SLASHES)[:_SLASHES]
    year, month, day, other = (part.strip() for part in parts)
    if "/" in text and year.isdecimal():
        shaped = "-".join(filter(None, (year, month, day)))
        for candidate in (shaped if month else f"{other} {year}", year):
            found = parse_date(candidate)
            if isinstance(found, DateRange):
                return found
    return parse_date(text)


def _page(lines: Mapping[str, Sequence[str]]) -> str:
    return "-".join(value for tag in ("SP", "EP") for value in lines.get(tag, ())[:1] if value)


def _read_dates(lines: Mapping[str, Sequence[str]]) -> dict[DateVariable, Date]:
    """The dates; ``DA`` says more than ``PY`` and ``Y1``, where it has the year at all."""
    dates: dict[DateVariable, Date] = {}
    for tag in ("DA", "PY", "Y1", "Y2"):
        variable = _tags()[tag]
        for value in lines.get(tag, ()):
            if not isinstance(variable, DateVariable) or not value:
                continue
            known, date = dates.get(variable), _date(value)
            if known is None or (isinstance(known, Literal) and isinstance(date, DateRange)):
                dates[variable] = date
    return dates


def _variable(tag: str, value: str, item_type: ItemType) -> Variable | None:
    if tag == "SN":
        is_issn = _ISSN.fullmatch(value.strip()) and item_type is not ItemType.BOOK
        return TextVariable.ISSN if is_issn else TextVariable.ISBN
    return _tags().get(tag)


def _reference(record: _Record) -> Reference:
    lines: dict[str, list[str]] = {}
    for tag, value in record.lines:
        lines.setdefault(tag, []).append(value)
    item_type = _types().get(lines.get("TY", [""])[0].upper(), ItemType.DOCUMENT)
    texts: dict[TextVariable, list[str]] = {}
    numbers: dict[NumberVariable, str] = {}
    names: dict[NameVariable, list[Name]] = {}
    extra: dict[str, str] = {}
    for tag, value in record.lines:
        variable = None if tag in _PLACES else _variable(tag, value, item_type)
        match variable:
            case _ if not value or tag in _PLACES:
                continue
            case NameVariable():
                names.setdefault(variable, []).append(_name(value))
            case TextVariable():
                texts.setdefault(variable, []).append(value)
            case NumberVariable():
                numbers.setdefault(variable, value)
            case None:
                extra[tag] = "; ".join(filter(None, (extra.get(tag, ""), value)))
            case _:
                continue
    page = _page(lines)
    if page:
        numbers[NumberVariable.PAGE] = page
    return Reference(
        key=CitationKey(lines.get("ID", [""])[0]),
        type=item_type,
        texts={variable: _joined(variable, values) for variable, values in texts.items()},
        numbers=numbers,
        dates=_read_dates(lines),
        names={variable: tuple(listed) for variable, listed in names.items()},
        extra=extra,
    )


def _joined(variable: TextVariable, values: Sequence[str]) -> str:
    """One value of several lines: key words are a list, of others the first counts."""
    if variable is TextVariable.KEYWORD:
        return ", ".join(values)
    return "; ".join(dict.fromkeys(values)) if variable is TextVariable.NOTE else values[0]


def read(text: str, path: str) -> ReadResult:
    """The references of an RIS file; tags without a variable are kept in ``extra``.

    Source: RIS Format Specifications (Reference Manager 2011).
    """
    diagnostics: list[Diagnostic] = []
    references: list[Reference] = []
    for record in _records(text.removeprefix("\ufeff"), path, diagnostics):
        kind = next((value for tag, value in record.lines if tag == "TY"), "")
        if kind.upper() not in _types():
            message = f"unknown reference type {kind!r}, read as a document"
            diagnostics.append(
                finding(FormatCode.UNKNOWN_TYPE, message, path=path, line=record.line)
            )
        references.append(_reference(record))
    return ReadResult(tuple(references), tuple(diagnostics))
