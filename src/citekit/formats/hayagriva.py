"""References as Hayagriva's YAML, the bibliography of Typst."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from citekit.fields.edtf import format_edtf, parse_edtf
from citekit.fields.organisations import is_organisation
from citekit.formats.bib_entry import safe_keys
from citekit.formats.format_tables import format_table
from citekit.formats.hayagriva_tree import entry_fields
from citekit.formats.inline_markup import Marked, format_markup, marks_in, parse_markup
from citekit.formats.inverted_names import OTHERS, is_others, split_particles
from citekit.formats.losses import lost_values
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tree_records import Shape, TreeFormat, write_record
from citekit.formats.xml_tree import XmlNode
from citekit.formats.yaml_text import format_yaml
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import (
    Date,
    DateParts,
    DateRange,
    Literal,
    Name,
    PersonalName,
    Reference,
)
from citekit.model.variables import DateVariable, ItemType, TextVariable

NAME = "hayagriva"
_ESCAPED = re.compile(r"\\([\\{}$])|\{([^{}]*)\}")
_SPECIAL = re.compile(r"[\\{}$]")
_PLAIN_DATE = re.compile(r"(-?\d{4}(?:-\d\d(?:-\d\d)?)?)(~?)")


def host_of(item_type: ItemType) -> str:
    """The type of the parent that is the container of such works, empty where there is none."""
    return format_table(NAME).types[item_type].partition(" in ")[2]


def _read_string(node: XmlNode) -> str | None:
    """A string whose braces keep the case."""

    def taken(match: re.Match[str]) -> str:
        return match[1] or format_markup(Marked("nocase", [match[2]]))

    return _ESCAPED.sub(taken, node.text()) or None


def _written(marked: Marked, *, braced: bool = False) -> str:
    text = ""
    for part in marked.content:
        if isinstance(part, str):
            text += _SPECIAL.sub(lambda match: "\\" + match[0], part)
        else:
            kept = part.mark == "nocase" and not braced and not _SPECIAL.search(format_markup(part))
            inside = _written(part, braced=braced or kept)
            text += f"{{{inside}}}" if kept else inside
    return text


def _fill_string(node: XmlNode, text: str) -> None:
    node.content.append(_written(parse_markup(text)))


def _read_name(node: XmlNode) -> Name | None:
    """``Family, Given, Suffix`` with the particle in front, or the same in parts."""
    if node.children:
        name, given = node.text_of("name"), node.text_of("given-name")
        prefix, suffix = node.text_of("prefix"), node.text_of("suffix")
        if not (given or prefix or suffix):
            return Literal(name) if name else None
        whole = split_particles(name)
        return replace(whole, given=given, dropping_particle=prefix, suffix=suffix)
    text = node.text()
    if is_others(text):
        return OTHERS
    family, comma, rest = text.partition(",")
    if not comma:
        is_person = text and " " not in text and not is_organisation(text)
        return PersonalName(text) if is_person else Literal(text) if text else None
    given, _, suffix = rest.partition(",")
    # The particle is the prefix, which hayagriva drops where CSL drops dropping particles.
    parts = split_particles(family.strip())
    return PersonalName(
        parts.family, given.strip(), parts.non_dropping_particle, suffix=suffix.strip()
    )


def _fill_name(node: XmlNode, name: Name) -> None:
    if isinstance(name, Literal):
        if "," in name.text or is_others(name.text):
            node.add("name", name.text)
        else:
            node.content.append(name.text)
        return
    shown = ", ".join(filter(None, (f"{name.dropping_particle} {name.family}".strip(), name.given)))
    shown += f", {name.suffix}" if name.suffix and name.given else ""
    copy = XmlNode("name")
    copy.content.append(shown)
    if _read_name(copy) == name:
        node.content.append(shown)
        return
    parts = (
        ("name", " ".join(filter(None, (name.non_dropping_particle, name.family)))),
        ("given-name", name.given),
        ("prefix", name.dropping_particle),
        ("suffix", name.suffix),
    )
    for part, text in parts:
        if text:
            node.add(part, text)


def _read_date(node: XmlNode) -> Date | None:
    text = node.text()
    return (parse_edtf(text) or Literal(text)) if text else None


def _exact(date: DateRange) -> DateRange:
    """The first day, month or year of a date, which is all that the format holds."""
    parts = DateParts(date.start.year, date.start.month, date.start.day)
    return DateRange(parts, parts, date.circa)


def _fill_date(node: XmlNode, date: Date) -> None:
    if isinstance(date, DateRange):
        node.content.append(format_edtf(_exact(date)))


FORMAT = TreeFormat(
    NAME,
    texts={
        "title": Shape(_read_string, _fill_string),
        "string": Shape(_read_string, _fill_string),
    },
    names={"names": Shape(_read_name, _fill_name)},
    dates={"date": Shape(_read_date, _fill_date)},
    cased=frozenset({"title", "string"}),
)


@cache
def _marked_variables() -> frozenset[TextVariable]:
    rows = format_table(NAME).rows
    return frozenset(
        row.variable
        for row in rows
        if row.kind in {"title", "string"} and isinstance(row.variable, TextVariable)
    )


def _narrowed(reference: Reference) -> Iterator[str]:
    """What of the values that have a place is not held there."""
    for variable, date in reference.dates.items():
        if isinstance(date, Literal):
            yield f"the {variable.value} {date.text!r}"
        elif date.end != date.start:
            yield f"the end of {variable.value}"
        if isinstance(date, DateRange) and date.start.season:
            yield f"the season of {variable.value}"
        if isinstance(date, DateRange) and not _PLAIN_DATE.fullmatch(format_edtf(_exact(date))):
            yield variable.value
    for text_variable in _marked_variables() & set(reference.texts):
        marks = marks_in(parse_markup(reference.texts[text_variable])) - {"nocase"}
        if marks:
            yield f"the markup of {text_variable.value}"


def _writable(reference: Reference) -> Reference:
    """The reference without dates that the format has no form for."""
    dates = {
        variable: date
        for variable, date in reference.dates.items()
        if isinstance(date, DateRange)
        and _PLAIN_DATE.fullmatch(format_edtf(_exact(date)))
        and (variable is not DateVariable.ACCESSED or reference.text(TextVariable.URL))
    }
    return replace(reference, dates=dates)


def _entry(reference: Reference, diagnostics: list[Diagnostic]) -> dict[str, object]:
    table = format_table(NAME)
    entry = XmlNode("entry", {"type": table.types[reference.type].partition(" in ")[0]})
    lost = [*write_record(FORMAT, _writable(reference), entry), *sorted(_narrowed(reference))]
    if DateVariable.ACCESSED in reference.dates and not reference.text(TextVariable.URL):
        lost.append(DateVariable.ACCESSED.value)
    if not table.holds_type(reference.type):
        lost.append(f"the type {reference.type.value}")
    host = host_of(reference.type)
    parents = [child.attributes["type"] for child in entry.children if child.name == "parent"]
    if host and host not in parents:
        # Without its parent the entry would be read as one of another type.
        entry.add("parent", type=host)
    diagnostics += lost_values(reference, table.title, lost)
    return entry_fields(entry)


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A mapping of keys to entries; a key that stands twice is numbered.

    Source: hayagriva, docs/file-format.md.
    """
    diagnostics: list[Diagnostic] = []
    keys = safe_keys([reference.key for reference in references], fold=False)
    entries = {
        key: _entry(reference, diagnostics)
        for key, reference in zip(keys.keys, references, strict=True)
    }
    return WriteResult(format_yaml(entries), (*keys.diagnostics, *diagnostics))
