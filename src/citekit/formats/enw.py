"""References in EndNote's tagged format."""

from collections.abc import Iterator, Sequence

from citekit.formats.bib_languages import language_tag
from citekit.formats.format_tables import format_table
from citekit.formats.inverted_names import format_inverted, parse_inverted
from citekit.formats.losses import lost_values
from citekit.formats.results import WriteOptions, WriteResult
from citekit.formats.tagged_lines import TaggedFormat, TaggedLine, lost_in, write_lines
from citekit.formats.tree_records import format_date
from citekit.model.diagnostic import Diagnostic
from citekit.model.reference import Date, Literal, Name, Reference
from citekit.text.cleaning import one_line

NAME = "enw"
KEY, TYPE, YEAR, DAY = "F", "0", "D", "8"


def _dates(date: Date, tag: str) -> Sequence[TaggedLine]:
    """The year in ``%D``; what says more than the year in ``%8``, in EDTF."""
    shown = format_date(date)
    if tag != YEAR or isinstance(date, Literal):
        return (TaggedLine(tag, shown),)
    year = str(date.start.year)
    lines = (TaggedLine(YEAR, year), TaggedLine(DAY, shown))
    return lines[:1] if shown == year else lines


def _names(name: Name, tag: str) -> Sequence[TaggedLine]:
    return (TaggedLine(tag, format_inverted(name)),)


FORMAT = TaggedFormat(
    NAME,
    read_name=parse_inverted,
    read_text=lambda value, kind: language_tag(value) if kind == "language" else value,
    format_name=_names,
    format_text=lambda value, _: value,
    dates=_dates,
)


def _lines(reference: Reference) -> Iterator[str]:
    yield f"%{TYPE} {format_table(NAME).types[reference.type]}"
    for line in write_lines(FORMAT, reference):
        yield f"%{line.tag} {line.value}"
    key = one_line(reference.key).strip(" ")
    if key:
        yield f"%{KEY} {key}"


def write(references: Sequence[Reference], options: WriteOptions) -> WriteResult:  # noqa: ARG001  # the signature of every writer
    """A file to be imported into EndNote, an empty line between two references.

    Source: EndNote 20 user guide, "Creating a Tagged EndNote Import File".
    """
    title = format_table(NAME).title
    diagnostics: list[Diagnostic] = []
    records: list[str] = []
    for reference in references:
        records.append("\n".join(_lines(reference)) + "\n")
        diagnostics += lost_values(reference, title, lost_in(FORMAT, reference))
    return WriteResult("\n".join(records), tuple(diagnostics))
