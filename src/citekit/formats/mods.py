"""References as MODS, the Metadata Object Description Schema of the Library of Congress."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from citekit.formats.format_tables import format_table
from citekit.formats.inverted_names import (
    OTHERS,
    family_part,
    given_part,
    is_others,
    split_particles,
)
from citekit.formats.iso_languages import tag_of_code
from citekit.formats.losses import lost_values
from citekit.formats.page_counts import COUNT
from citekit.formats.record_keys import write_key
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tree_records import (
    PLAIN,
    Shape,
    TreeFormat,
    date_of,
    format_date,
    write_record,
)
from citekit.formats.xml_tree import XmlNode, format_xml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, DateRange, Literal, Name, PersonalName, Reference
from citekit.text.data import load_table

NAME = "mods"
_PAGES = re.compile(r"([^\s,;-]+)\s?[-–]\s?([^\s,;-]+)")
_RELATOR = re.compile(r"[a-z]{3}")


@cache
def mods_words(name: str) -> Mapping[str, str]:
    """A table of ``data/mods.toml`` that leads from words to words."""
    table = load_table("citekit.formats", NAME).get(name, {})
    return table if isinstance(table, dict) else {}


def _read_title(node: XmlNode) -> str | None:
    """The title with the article that sorting passes over, and the subtitle after a colon."""
    title = " ".join(filter(None, (node.text_of("nonSort"), node.text_of("title"))))
    return ": ".join(filter(None, (title, node.text_of("subTitle")))) or None


def _read_name(node: XmlNode) -> Name | None:
    parts: dict[str, list[str]] = {}
    for child in node.children:
        if child.name == "namePart":
            parts.setdefault(child.attributes.get("type", ""), []).append(child.text())
    whole = ", ".join(parts.get("", ()))
    if node.first("etal") is not None or is_others(whole):
        return OTHERS
    family, given = " ".join(parts.get("family", ())), " ".join(parts.get("given", ()))
    suffix = " ".join(parts.get("termsOfAddress", ()))
    if family or given:
        return split_particles(family or given, given if family else "", suffix)
    if not whole:
        return None
    first, comma, rest = whole.partition(",")
    if node.attributes.get("type") == "personal" and comma:
        return split_particles(first.strip(), rest.strip(), suffix)
    return Literal(whole)


def _fill_name(node: XmlNode, name: Name) -> None:
    if name == OTHERS:
        node.add("etal")
    elif isinstance(name, Literal):
        node.attributes["type"] = "corporate"
        node.add("namePart", name.text)
    else:
        _fill_person(node, name)


def _fill_person(node: XmlNode, name: PersonalName) -> None:
    node.attributes["type"] = "personal"
    parts = (
        ("family", family_part(name)),
        ("given", given_part(name)),
        ("termsOfAddress", name.suffix),
    )
    for kind, text in parts:
        if text:
            node.add("namePart", text, type=kind)


def _fill_date(node: XmlNode, date: Date) -> None:
    if isinstance(date, DateRange):
        node.attributes["encoding"] = "edtf"
    node.content.append(format_date(date))


def _read_extent(node: XmlNode) -> str | None:
    """The pages, from ``start`` and ``end`` or as a ``list``."""
    ends = "-".join(filter(None, (node.text_of("start"), node.text_of("end"))))
    return node.text_of("list") or ends or node.text() or None


def _fill_extent(node: XmlNode, pages: str) -> None:
    match = _PAGES.fullmatch(pages)
    if match:
        node.add("start", match[1])
        node.add("end", match[2])
    else:
        node.add("list", pages)


def _fill_child(name: str) -> Shape[str]:
    return Shape(
        lambda node: node.text_of(name) or node.text() or None,
        lambda node, text: node.add(name, text),
    )


FORMAT = TreeFormat(
    NAME,
    texts={
        "title": Shape(_read_title, lambda node, text: node.add("title", text)),
        "detail": _fill_child("number"),
        "extent": Shape(_read_extent, _fill_extent),
        "count": COUNT,
        "language": Shape(lambda node: tag_of_code(node.text()) or None, PLAIN.fill),
    },
    names={"names": Shape(_read_name, _fill_name)},
    dates={"date": Shape(lambda node: date_of(node.text()), _fill_date)},
)


def _write_roles(node: XmlNode) -> None:
    """Turn the attribute that stands for a role into the element that MODS has for it."""
    for child in node.children:
        role = child.attributes.pop("role", "") if child.name == "name" else ""
        if role:
            term = child.add("role").add("roleTerm", role, type="text")
            if _RELATOR.fullmatch(role):
                term.attributes.update(type="code", authority="marcrelator")
        _write_roles(child)


def _record(reference: Reference, diagnostics: list[Diagnostic]) -> XmlNode:
    table = format_table(NAME)
    record = XmlNode("mods")
    settings = table.settings
    write_key(record, settings["key_attribute"], settings["key_place"], reference.key)
    record.add("typeOfResource", mods_words("resources").get(reference.type, "text"))
    record.add("genre", reference.type.value, authority="csl")
    if table.types[reference.type]:
        record.add("genre", table.types[reference.type], authority="marcgt")
    lost = list(write_record(FORMAT, reference, record))
    _write_roles(record)
    for child in record.children:
        if child.name == "relatedItem" and not child.children:
            record.content.remove(child)
    diagnostics += lost_values(reference, table.title, lost)
    return record


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A MODS collection; variables without an element of their own are typed notes.

    Source: MODS schema, version 3.8.
    """
    diagnostics: list[Diagnostic] = []
    records = [_record(reference, diagnostics) for reference in references]
    root = XmlNode("modsCollection", {"xmlns": format_table(NAME).settings["namespace"]})
    return WriteResult(format_xml(root, records), tuple(diagnostics))
