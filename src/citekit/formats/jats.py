"""References as JATS's ``<ref-list>`` of ``<element-citation>``."""

import re
from collections.abc import Sequence

from citekit.fields.dates import parse_date
from citekit.fields.edtf import format_edtf, parse_edtf
from citekit.formats.format_tables import format_table
from citekit.formats.inline_elements import inline_elements
from citekit.formats.inverted_names import (
    OTHERS,
    family_part,
    given_part,
    parse_inverted,
    split_particles,
)
from citekit.formats.losses import lost_values
from citekit.formats.record_keys import write_key
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tree_records import Shape, TreeFormat, date_of, format_date, write_record
from citekit.formats.xml_tree import XmlNode, format_xml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, DateRange, Literal, Name, Reference

NAME = "jats"
ISO_DATE = "iso-8601-date"
# Elements that may stand for a name; in a record they are all called "name".
KIND = "as"
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_PAGES = re.compile(r"([^\s,;-]+)\s?[-–]\s?([^\s,;-]+)")


def _read_name(node: XmlNode) -> Name | None:
    kind = node.attributes.get(KIND, "")
    if kind == "etal":
        return OTHERS
    if kind == "collab":
        return Literal(node.text()) if node.text() else None
    family, given = node.text_of("surname"), node.text_of("given-names")
    if not (family or given):
        return parse_inverted(node.text())
    return split_particles(family or given, given if family else "", node.text_of("suffix"))


def _fill_name(node: XmlNode, name: Name) -> None:
    if name == OTHERS:
        node.name = "etal"
    elif isinstance(name, Literal):
        node.name = "collab"
        node.content.append(name.text)
    else:
        parts = (
            ("surname", family_part(name)),
            ("given-names", given_part(name)),
            ("suffix", name.suffix),
        )
        for part, text in parts:
            if text:
                node.add(part, text)


def _read_parts(node: XmlNode) -> Date | None:
    """The date of ``year``, ``month``, ``day`` and ``season``; what ISO 8601 says goes first."""
    year = node.first("year")
    if year is not None:
        exact = parse_edtf(year.attributes.get(ISO_DATE, ""))
        if exact is not None:
            return exact
    parts = (node.text_of(name) for name in ("day", "month", "season", "year"))
    printed = " ".join(filter(None, parts))
    numbers = (node.text_of("year"), node.text_of("month"), node.text_of("day"))
    iso = "-".join(part.zfill(2) for part in numbers if part)
    text = node.text_of("string-date") or printed
    found = parse_edtf(iso) or parse_date(text)
    if isinstance(found, DateRange) or not text:
        return found if text else None
    of_year = parse_date(node.text_of("year"))
    return of_year if isinstance(of_year, DateRange) else Literal(text)


def _fill_parts(node: XmlNode, date: Date) -> None:
    if isinstance(date, Literal):
        node.add("year", date.text)
        return
    start = date.start
    shown = format_edtf(date)
    year = node.add("year", str(start.year))
    if date.end != start or date.circa or start.season or start.day:
        year.attributes[ISO_DATE] = shown
    if date.end is not None and date.end.year != start.year:
        year.content = [f"{start.year}–{date.end.year}"]
    for name, number in (("month", start.month), ("day", start.day)):
        if number:
            node.add(name, str(number))
    if start.season:
        node.add("season", _SEASONS[start.season - 1] if start.season <= len(_SEASONS) else "")


def _read_pages(node: XmlNode) -> str | None:
    ends = "-".join(filter(None, (node.text_of("fpage"), node.text_of("lpage"))))
    listed = node.text_of("page-range")
    pages = listed if "," in listed or not ends else ends
    return (pages or node.text_of("elocation-id")).replace("–", "-") or None


def _fill_pages(node: XmlNode, pages: str) -> None:
    match = _PAGES.fullmatch(pages)
    if match:
        node.add("fpage", match[1])
        node.add("lpage", match[2])
    elif re.fullmatch(r"[eE]\d+", pages):
        node.add("elocation-id", pages)
    else:
        node.add("fpage" if pages.isdecimal() else "page-range", pages)


def _read_link(node: XmlNode) -> str | None:
    return node.attributes.get("xlink:href", "") or node.text() or None


def _fill_link(node: XmlNode, url: str) -> None:
    node.attributes["xlink:href"] = url
    node.content.append(url)


def _read_day(node: XmlNode) -> Date | None:
    return parse_edtf(node.attributes.get(ISO_DATE, "")) or date_of(node.text())


def _fill_day(node: XmlNode, date: Date) -> None:
    if isinstance(date, DateRange):
        node.attributes[ISO_DATE] = format_edtf(date)
    node.content.append(format_date(date))


_DAY: Shape[Date] = Shape(_read_day, _fill_day)
FORMAT = TreeFormat(
    NAME,
    inline_elements(NAME),
    texts={"pages": Shape(_read_pages, _fill_pages), "link": Shape(_read_link, _fill_link)},
    names={"names": Shape(_read_name, _fill_name)},
    dates={"parts": Shape(_read_parts, _fill_parts), "day": _DAY, "other-date": _DAY},
)


def _unwrap(citation: XmlNode) -> None:
    """Put the parts of the date and the pages where they belong, side by side."""
    content: list[XmlNode | str] = []
    for part in citation.content:
        wrapped = isinstance(part, XmlNode) and part.name in {"date", "pages"}
        content += part.content if isinstance(part, XmlNode) and wrapped else [part]
    citation.content = content


def _record(reference: Reference, diagnostics: list[Diagnostic]) -> XmlNode:
    table = format_table(NAME)
    record = XmlNode("ref")
    citation = record.add("element-citation")
    citation.attributes["publication-type"] = table.types[reference.type]
    lost = list(write_record(FORMAT, reference, citation))
    _unwrap(citation)
    settings = table.settings
    keyed = XmlNode("ref")
    write_key(keyed, settings["key_attribute"], settings["key_place"], reference.key)
    record.attributes.update(keyed.attributes)
    citation.content += keyed.content
    diagnostics += lost_values(reference, table.title, lost)
    return record


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A JATS reference list; variables without an element of their own are typed comments.

    Source: JATS Archiving and Interchange Tag Set 1.3, ``<ref-list>``.
    """
    diagnostics: list[Diagnostic] = []
    records = [_record(reference, diagnostics) for reference in references]
    root = XmlNode("ref-list")
    return WriteResult(format_xml(root, records), tuple(diagnostics))
