"""Records in a tree of elements: values found at the places of a table, and put there."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar

from citekit.fields.dates import parse_date
from citekit.fields.edtf import format_edtf, parse_edtf
from citekit.formats.format_tables import FieldRow, format_table, rows_to_read, rows_to_write
from citekit.formats.inline_elements import NO_INLINE, InlineElements
from citekit.formats.inline_markup import marks_in, parse_markup
from citekit.formats.inverted_names import format_inverted, parse_inverted
from citekit.formats.keyword_lists import split_keywords
from citekit.formats.losses import ALIASES
from citekit.formats.reference_draft import ReferenceDraft
from citekit.formats.xml_places import Found, describe, find_places, make_place, parse_place
from citekit.formats.xml_tree import XmlNode
from citekit.model.reference import Date, Literal, Name, Reference
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.text.case_marks import without_case_marks

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Shape(Generic[Value]):
    """How a value stands in an element. ``read`` gives ``None`` where it is not understood."""

    read: Callable[[XmlNode], Value | None]
    fill: Callable[[XmlNode, Value], object]


def text_of(node: XmlNode) -> str | None:
    """The text of an element, ``None`` if it has none."""
    return node.text() or None


def put_text(node: XmlNode, text: str) -> None:
    """Put ``text`` into an element."""
    node.content.append(text)


def date_of(text: str) -> Date | None:
    """The date of a text in EDTF or as people write it, kept as it is if it is none."""
    return (parse_edtf(text) or parse_date(text)) if text else None


def format_date(date: Date) -> str:
    """A date in EDTF, or its text."""
    return date.text if isinstance(date, Literal) else format_edtf(date)


PLAIN: Shape[str] = Shape(text_of, put_text)
DATE: Shape[Date] = Shape(
    lambda node: date_of(node.text()), lambda node, date: put_text(node, format_date(date))
)
INVERTED: Shape[Name] = Shape(
    lambda node: parse_inverted(node.text()),
    lambda node, name: put_text(node, format_inverted(name)),
)


@dataclass(frozen=True, slots=True)
class TreeFormat:
    """A format by the name of its table, with the shapes of the kinds in it.

    ``text``, ``keywords``, ``names`` and ``date`` have shapes of their own unless others are
    given here; ``markup`` goes through ``inline``. ``cased`` are other kinds whose shape takes
    marks of case.
    """

    name: str
    inline: InlineElements = NO_INLINE
    texts: Mapping[str, Shape[str]] = field(default_factory=dict)
    names: Mapping[str, Shape[Name]] = field(default_factory=dict)
    dates: Mapping[str, Shape[Date]] = field(default_factory=dict)
    cased: frozenset[str] = frozenset()

    def marks_case(self, kind: str) -> bool:
        """Whether a text of that kind can say what keeps its case."""
        return kind in self.cased or (kind == "markup" and "nocase" in self.inline.written)

    def text_shape(self, kind: str) -> Shape[str]:
        """The shape of a text of that kind."""
        if kind == "markup" and kind not in self.texts:
            return Shape(lambda node: self.inline.text(node) or None, self.inline.fill)
        return self.texts.get(kind, PLAIN)

    def name_shape(self, kind: str) -> Shape[Name]:
        """The shape of a name of that kind."""
        return self.names.get(kind) or self.names.get("names", INVERTED)

    def date_shape(self, kind: str) -> Shape[Date]:
        """The shape of a date of that kind."""
        return self.dates.get(kind, DATE)


def read_record(form: TreeFormat, record: XmlNode, draft: ReferenceDraft) -> None:
    """Put the values of ``record`` into ``draft``, by the rows for its type.

    What no row stands for is kept by its place, under the format's name.
    """
    table = format_table(form.name)
    taken: set[tuple[int, str]] = set()
    for place in map(parse_place, table.ignored):
        for found in find_places(record, place) if place else ():
            taken.add((id(found.node), found.attribute))
    names = {child.name for child in record.children}
    for row in _rows(form.name, draft.type):
        place = parse_place(row.place)
        if place is None or (place.steps and place.steps[0].name not in names):
            continue
        for found in find_places(record, place):
            mark = (id(found.node), found.attribute)
            if mark not in taken and _take(form, row, found, draft):
                taken.add(mark)
    template = table.settings.get("other-text", "")
    pattern = re.compile(re.escape(template).replace(re.escape("{name}"), "(.+)"))
    for way, value in _left(record, "", taken):
        own = pattern.fullmatch(way) if template else None
        if own and own[1] == ALIASES:
            draft.aliases += value.split(", ")
        else:
            draft.keep(own[1].replace("&apos;", "'") if own else f"{form.name}:{way}", value)


@cache
def _rows(name: str, item_type: ItemType) -> tuple[FieldRow, ...]:
    """The rows in the order of reading: those for the type first, the most specific first."""

    def order(row: FieldRow) -> tuple[bool, int]:
        place = parse_place(row.place)
        return not row.fits(item_type), -place.tests if place else 0

    return tuple(sorted(rows_to_read(name, item_type), key=order))


def _take(form: TreeFormat, row: FieldRow, found: Found, draft: ReferenceDraft) -> bool:
    node = found.node
    if found.attribute:
        node = XmlNode(found.attribute)
        node.content.append(found.node.attributes[found.attribute])
    match row.variable:
        case NameVariable():
            name = form.name_shape(row.kind).read(node)
            if name is not None:
                draft.put_name(row.variable, name)
            return name is not None
        case DateVariable():
            date = form.date_shape(row.kind).read(node)
            return date is not None and draft.put_date(row.variable, date)
        case TextVariable() | NumberVariable():
            text = form.text_shape(row.kind).read(node)
            return text is not None and draft.put(row.variable, text)


def _left(node: XmlNode, way: str, taken: set[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """The texts and attributes that no row took, with the way to each."""
    if not way:
        for name, value in node.attributes.items():
            if value and (id(node), name) not in taken:
                yield f"@{name}", value
    for child in node.children:
        if (id(child), "") in taken:
            continue
        there = f"{way}{describe(child)}"
        used = {name for name in child.attributes if (id(child), name) in taken}
        if child.children:
            yield from _left(child, f"{there}/", taken)
        elif child.text():
            yield there, child.text()
        elif not used:
            for name, value in child.attributes.items():
                yield f"{way}{child.name}/@{name}", value


def write_record(form: TreeFormat, reference: Reference, record: XmlNode) -> Iterator[str]:
    """Put the values of ``reference`` into ``record``; gives the names of what found no place.

    The key and the type are the format's own affair.
    """
    table = format_table(form.name)
    rows = rows_to_write(form.name, reference.type)
    for row in rows:
        yield from _write_row(form, reference, row, record)
    held = {row.variable for row in rows}
    yield from (variable.value for variable in reference.variables if variable not in held)
    extra = dict(reference.extra)
    if reference.aliases:
        extra[ALIASES] = ", ".join(reference.aliases)
    template = table.settings.get("other-text", "")
    for name, value in extra.items():
        own = parse_place(name.removeprefix(f"{form.name}:")) if ":" in name else None
        if own is None or not name.startswith(f"{form.name}:"):
            own = parse_place(template.replace("{name}", name.replace("'", "&apos;")))
        if own is None:
            yield name
        else:
            _put(own.attribute, make_place(record, own), value)


def _put(attribute: str, node: XmlNode, value: str) -> None:
    if attribute:
        node.attributes[attribute] = value
    else:
        put_text(node, value)


def _write_row(
    form: TreeFormat, reference: Reference, row: FieldRow, record: XmlNode
) -> Iterator[str]:
    place = parse_place(row.place)
    if place is None:
        return
    match row.variable:
        case NameVariable():
            for name in reference.names.get(row.variable, ()):
                form.name_shape(row.kind).fill(make_place(record, place), name)
        case DateVariable():
            date = reference.dates.get(row.variable)
            if date is not None:
                node = make_place(record, place)
                if place.attribute:
                    node.attributes[place.attribute] = format_date(date)
                else:
                    form.date_shape(row.kind).fill(node, date)
        case TextVariable() | NumberVariable():
            yield from _write_text(form, _value(reference, row.variable), row, record)


def _value(reference: Reference, variable: TextVariable | NumberVariable) -> str:
    if isinstance(variable, TextVariable):
        return reference.texts.get(variable, "")
    return reference.number(variable)


def _write_text(form: TreeFormat, text: str, row: FieldRow, record: XmlNode) -> Iterator[str]:
    place = parse_place(row.place)
    if place is None:
        return
    if not form.marks_case(row.kind):
        text = without_case_marks(text)
    values = split_keywords(text) if row.variable is TextVariable.KEYWORD else [text]
    for value in filter(None, values):
        node = make_place(record, place)
        if place.attribute:
            node.attributes[place.attribute] = value
        else:
            form.text_shape(row.kind).fill(node, value)
    if row.kind == "markup":
        missing = marks_in(parse_markup(text)) - set(form.inline.written)
        yield from (f"the {mark} markup of {row.variable.value}" for mark in sorted(missing))
