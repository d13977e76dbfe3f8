"""References as EndNote's XML."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from citekit.fields.dates import parse_date
from citekit.fields.edtf import format_edtf, parse_edtf
from citekit.formats.bib_languages import language_tag
from citekit.formats.format_tables import format_table
from citekit.formats.inline_elements import inline_elements
from citekit.formats.losses import lost_values
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tree_records import PLAIN, Shape, TreeFormat, write_record
from citekit.formats.xml_tree import XmlNode, format_xml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, DateRange, Literal, Reference
from citekit.text.data import load_table

NAME = "endnote_xml"
_HAS_YEAR = re.compile(r"\d{4}")


@cache
def type_numbers() -> Mapping[str, str]:
    """The number of every reference type."""
    numbers = load_table("citekit.formats", NAME)["numbers"]
    return numbers if isinstance(numbers, dict) else {}


def _read_date(node: XmlNode) -> Date | None:
    """The year in ``year``; ``pub-dates/date`` says more, with or without the year."""
    year = node.text_of("year")
    published = node.first("pub-dates")
    day = "" if published is None else published.text_of("date")
    shown = day if not year or _HAS_YEAR.search(day) else f"{day} {year}"
    for text in (shown.strip(), year):
        found = parse_edtf(text) or parse_date(text)
        if isinstance(found, DateRange):
            return found
    return Literal(year or day) if year or day else None


def _fill_date(node: XmlNode, date: Date) -> None:
    if isinstance(date, Literal):
        node.add("year", date.text)
        return
    shown = format_edtf(date)
    node.add("year", str(date.start.year))
    if shown != str(date.start.year):
        node.add("pub-dates").add("date", shown)


def _read_language(node: XmlNode) -> str | None:
    return language_tag(node.text()) or None


FORMAT = TreeFormat(
    NAME,
    inline_elements(NAME),
    texts={"language": Shape(_read_language, PLAIN.fill)},
    dates={"dates": Shape(_read_date, _fill_date)},
)


def _record(reference: Reference, number: int, diagnostics: list[Diagnostic]) -> XmlNode:
    table = format_table(NAME)
    written = table.types[reference.type]
    record = XmlNode("record")
    record.add("rec-number", str(number))
    record.add("ref-type", type_numbers()[written], name=written)
    lost = list(write_record(FORMAT, reference, record))
    if reference.key:
        record.add("label", reference.key)
    if not table.holds_type(reference.type):
        lost.append(f"the type {reference.type.value}")
    diagnostics += lost_values(reference, table.title, lost)
    return record


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """An EndNote XML file, the key of each reference as its label.

    Source: EndNote's RSXML document type.
    """
    diagnostics: list[Diagnostic] = []
    records = [
        _record(reference, number, diagnostics)
        for number, reference in enumerate(references, start=1)
    ]
    root = XmlNode("xml")
    root.add("records")
    return WriteResult(format_xml(root, records), tuple(diagnostics))
