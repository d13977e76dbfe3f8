"""Records of tagged lines: split from a file, and their values found and written by a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citekit.formats.format_tables import FieldRow, format_table, rows_to_read, rows_to_write
from citekit.formats.keyword_lists import split_keywords
from citekit.formats.losses import ALIASES
from citekit.formats.reference_draft import ReferenceDraft
from citekit.model.reference import Date, Name, Reference
from citekit.model.variables import (
    DateVariable,
    NameVariable,
    NumberVariable,
    TextVariable,
    Variable,
)
from citekit.text.cleaning import one_line


@dataclass(frozen=True, slots=True)
class TaggedLine:
    """A tag with its value; ``line`` is 1-based and 0 in what is to be written."""

    tag: str
    value: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class TaggedRecord:
    """The lines of one reference."""

    lines: tuple[TaggedLine, ...]

    @property
    def line(self) -> int:
        """The number of the first line."""
        return self.lines[0].line if self.lines else 0

    def first(self, tag: str) -> str:
        """The first value of ``tag``, empty where there is none."""
        return next((line.value for line in self.lines if line.tag == tag), "")


@dataclass(frozen=True, slots=True)
class TaggedFormat:
    """How a format with the table ``name`` reads and writes what is no plain text.

    ``read_text`` and ``format_text`` take the kind of the row too; ``dates`` gives the lines of
    a date, as some formats part the year from the day.
    """

    name: str
    read_name: Callable[[str], Name | None]
    read_text: Callable[[str, str], str]
    format_name: Callable[[Name, str], Sequence[TaggedLine]]
    format_text: Callable[[str, str], str]
    dates: Callable[[Date, str], Sequence[TaggedLine]]


def read_lines(
    form: TaggedFormat, record: TaggedRecord, draft: ReferenceDraft, done: frozenset[str]
) -> None:
    """Put the values of a record into ``draft``; tags in ``done`` have been read before.

    Those without a variable, and second values of a variable, are kept under the format's name.
    """
    rows: dict[str, list[FieldRow]] = {}
    for row in rows_to_read(form.name, draft.type):
        rows.setdefault(row.place, []).append(row)
    for line in record.lines:
        if line.tag in done or not line.value:
            continue
        if not any(_take(form, row, line.value, draft) for row in rows.get(line.tag, ())[:1]):
            draft.keep(f"{form.name}:{line.tag}", line.value)


def _take(form: TaggedFormat, row: FieldRow, value: str, draft: ReferenceDraft) -> bool:
    match row.variable:
        case NameVariable():
            name = form.read_name(value)
            if name is not None:
                draft.put_name(row.variable, name)
            return name is not None
        case TextVariable() | NumberVariable():
            return draft.put(row.variable, form.read_text(value, row.kind))
        case DateVariable():
            return False


def write_lines(form: TaggedFormat, reference: Reference) -> Iterator[TaggedLine]:
    """The lines of a reference but for its type and key, in the order of the table."""
    for row in rows_to_write(form.name, reference.type):
        for line in _lines_of(form, reference, row):
            value = one_line(line.value).strip(" ")
            if value:
                yield TaggedLine(line.tag, value)
    for name, value in reference.extra.items():
        tag = name.removeprefix(f"{form.name}:")
        if tag != name and is_own_tag(form.name, tag):
            yield TaggedLine(tag, one_line(value).strip(" "))


def is_own_tag(name: str, tag: str) -> bool:
    """Whether the format has a tag of that name, known to its table or not."""
    pattern = format_table(name).settings["tag"]
    return len(tag) <= int(format_table(name).settings["tag_length"]) and all(
        letter in pattern for letter in tag
    )


def _lines_of(form: TaggedFormat, reference: Reference, row: FieldRow) -> Iterator[TaggedLine]:
    match row.variable:
        case NameVariable():
            for name in reference.names.get(row.variable, ()):
                yield from form.format_name(name, row.place)
        case DateVariable():
            date = reference.dates.get(row.variable)
            yield from form.dates(date, row.place) if date is not None else ()
        case NumberVariable():
            yield TaggedLine(row.place, form.format_text(reference.number(row.variable), row.kind))
        case TextVariable():
            text = reference.text(row.variable)
            words = split_keywords(text) if row.variable is TextVariable.KEYWORD else [text]
            for word in words:
                yield TaggedLine(row.place, form.format_text(word, row.kind))


def lost_in(form: TaggedFormat, reference: Reference) -> Iterator[str]:
    """The names of what the format has no tag for."""
    table = format_table(form.name)
    held: set[Variable] = {row.variable for row in rows_to_write(form.name, reference.type)}
    yield from (variable.value for variable in reference.variables if variable not in held)
    for name in reference.extra:
        tag = name.removeprefix(f"{form.name}:")
        if tag == name or not is_own_tag(form.name, tag):
            yield name
    if reference.aliases:
        yield ALIASES
    if not table.holds_type(reference.type):
        yield f"the type {reference.type.value}"
