"""References as TEI's ``<biblStruct>``."""

from collections.abc import Sequence

from citekit.fields.dates import parse_date
from citekit.fields.edtf import format_edtf, parse_edtf
from citekit.formats.format_tables import format_table
from citekit.formats.inline_elements import inline_elements
from citekit.formats.inverted_names import OTHERS, is_others, parse_inverted
from citekit.formats.losses import lost_values
from citekit.formats.page_counts import COUNT
from citekit.formats.record_keys import write_key
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tree_records import Shape, TreeFormat, write_record
from citekit.formats.xml_tree import XmlNode, format_xml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, DateRange, Literal, Name, PersonalName, Reference

NAME = "tei"
_ORGANISATIONS = ("orgName", "name")
_DROPPING = "dropping"
# Attributes of a date with the EDTF that they make: a day, or the ends of a span.
_SPANS = (("from", "to"), ("notBefore", "notAfter"))


def _joined(node: XmlNode, *names: str) -> str:
    return " ".join(child.text() for child in node.children if child.name in names)


def _person(node: XmlNode) -> Name | None:
    family, given = _joined(node, "surname"), _joined(node, "forename")
    links = [child for child in node.children if child.name == "nameLink"]
    dropping = [link for link in links if link.attributes.get("type") == _DROPPING]
    if not (family or given):
        return parse_inverted(node.text())
    return PersonalName(
        family or given,
        given if family else "",
        " ".join(link.text() for link in dropping),
        " ".join(link.text() for link in links if link not in dropping),
        _joined(node, "genName"),
    )


def _read_name(node: XmlNode) -> Name | None:
    """A name in its parts, an organisation, or a text that is taken apart."""
    if is_others(node.text()):
        return OTHERS
    person = node.first("persName")
    organisation = node.first(*_ORGANISATIONS)
    if person is not None:
        return _person(person)
    if organisation is not None and node.first("surname", "forename") is None:
        return Literal(organisation.text()) if organisation.text() else None
    return _person(node)


def _fill_name(node: XmlNode, name: Name) -> None:
    if name == OTHERS:
        node.content.append("et al.")
    elif isinstance(name, Literal):
        node.add("orgName", name.text)
    else:
        person = node.add("persName")
        parts = (
            ("forename", name.given),
            ("nameLink", name.non_dropping_particle),
            ("surname", name.family),
            ("genName", name.suffix),
        )
        for part, text in parts:
            if text:
                person.add(part, text)
        if name.dropping_particle:
            person.add("nameLink", name.dropping_particle, type=_DROPPING)


def _read_date(node: XmlNode) -> Date | None:
    """The date that the text is in EDTF, else that of the attributes, else that of the text."""
    text = node.text()
    found = parse_edtf(text)
    day = parse_edtf(node.attributes.get("when", "")[:10])
    for first, last in _SPANS:
        start, end = node.attributes.get(first, ""), node.attributes.get(last, "")
        span = parse_edtf(f"{start}/{end or '..'}") if start else None
        if span is not None:
            circa = first != "from"
            day = day or DateRange(span.start, span.end, circa=circa)
    if found is not None or day is not None:
        return found or day
    return parse_date(text) if text else None


def _fill_date(node: XmlNode, date: Date) -> None:
    """The date in EDTF as text, and in TEI's attributes where they can say it."""
    if isinstance(date, Literal):
        node.content.append(date.text)
        return
    ends = [date.start] if date.end is None or date.end == date.start else [date.start, date.end]
    if not date.circa and not any(end.season for end in ends):
        shown = [format_edtf(DateRange(end, end)) for end in ends]
        names = ("when",) if date.end == date.start else ("from", "to")
        node.attributes.update(zip(names, shown, strict=False))
    node.content.append(format_edtf(date))


def _read_scope(node: XmlNode) -> str | None:
    ends = (node.attributes.get("from", ""), node.attributes.get("to", ""))
    return (node.text() or "-".join(filter(None, ends))).replace("–", "-") or None


def _fill_scope(node: XmlNode, pages: str) -> None:
    first, dash, last = pages.partition("-")
    if dash and first.strip().isdecimal() and last.strip().isdecimal():
        node.attributes.update({"from": first.strip(), "to": last.strip()})
    node.content.append(pages)


FORMAT = TreeFormat(
    NAME,
    inline_elements(NAME),
    texts={"scope": Shape(_read_scope, _fill_scope), "count": COUNT},
    names={"names": Shape(_read_name, _fill_name)},
    dates={"date": Shape(_read_date, _fill_date), "other-date": Shape(_read_date, _fill_date)},
)


def _complete(record: XmlNode) -> None:
    """Give the record the ``monogr`` with an ``imprint`` that TEI asks for."""
    order = ("analytic", "monogr", "series")
    monogr = record.first("monogr") or record.add("monogr")
    if monogr.first("imprint") is None:
        monogr.add("imprint").add("date")
    if monogr.first("title", "author", "editor", "meeting") is None:
        monogr.content.insert(0, XmlNode("title", {"level": "m"}))
    parts = [child for name in order for child in record.children if child.name == name]
    record.content = [*parts, *(child for child in record.content if child not in parts)]
    after = [child for child in monogr.children if child.name in {"imprint", "extent"}]
    monogr.content = [*(child for child in monogr.content if child not in after), *after]


def _record(reference: Reference, diagnostics: list[Diagnostic]) -> XmlNode:
    table = format_table(NAME)
    record = XmlNode("biblStruct", {"type": table.types[reference.type]})
    lost = list(write_record(FORMAT, reference, record))
    settings = table.settings
    write_key(record, settings["key_attribute"], settings["key_place"], reference.key)
    _complete(record)
    diagnostics += lost_values(reference, table.title, lost)
    return record


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A ``listBibl`` of TEI; variables without an element of their own are typed notes.

    Source: TEI P5 Guidelines, section 3.12.
    """
    diagnostics: list[Diagnostic] = []
    records = [_record(reference, diagnostics) for reference in references]
    root = XmlNode("listBibl", {"xmlns": format_table(NAME).settings["namespace"]})
    return WriteResult(format_xml(root, records), tuple(diagnostics))
