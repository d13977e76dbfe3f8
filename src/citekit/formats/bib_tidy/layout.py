"""An entry as lines of text."""

from collections.abc import Iterator

from citekit.formats.bib_tidy.drafts import DraftEntry
from citekit.formats.bib_tidy.options import TidyOptions


def lay_out(entry: DraftEntry, options: TidyOptions, line_end: str) -> str:
    """The entry with one field a line, and comments on their lines.

    A comma stands after each field, if so asked but for the last.
    """
    return line_end.join(_lines(entry, options))


def _lines(entry: DraftEntry, options: TidyOptions) -> Iterator[str]:
    opening, closing = entry.delimiters[0], entry.delimiters[1]
    width = options.align
    if width is None:
        width = max((len(field.name) for field in entry.fields), default=0)
    yield f"@{entry.type}{opening}{entry.key},"
    for number, field in enumerate(entry.fields, 1):
        for comment in field.above:
            yield f"{options.indent}{comment}"
        beside = f" {field.beside}" if field.beside else ""
        comma = "," if options.final_comma or number < len(entry.fields) else ""
        yield f"{options.indent}{field.name:<{width}} = {field.value}{comma}{beside}"
    for comment in entry.tail:
        yield f"{options.indent}{comment}"
    yield closing
