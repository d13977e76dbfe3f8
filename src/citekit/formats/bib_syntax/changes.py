"""Changes to a ``.bib`` file as edits that leave every other character as it is.

Values are given as they are to stand in the file, with their delimiters (``"{A title}"``,
``"jan"``). All functions give edits for ``apply_edits`` to the text of the source; what cannot
be written without breaking the file raises ``ConfigError``.
"""

import re

from citekit.errors import ConfigError
from citekit.formats.bib_syntax.nodes import ABSENT, Block, EntryNode, FieldNode, OperandKind
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_syntax.values import operands_of
from citekit.model.edits import Edit

_KEY = re.compile(r"[^\s\0\ufeff\u200b,{}()=\"%#@\\~']+")
_ENDS_LINE = re.compile(r"[ \t]*+(?:[\r\n]|\Z)")
_REMARK = re.compile(r"[ \t]*+%[^\r\n]*+")
_BLANK_LINES = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\r|\n)){0,2}")
_INDENT = "  "


def _checked(name: str, value: str) -> str:
    """``value``, if a field with it reads as just that."""
    source = parse_bib(f"@a{{k,{name}={value}}}")
    entry = next(source.entries(), None)
    fields = entry.fields if entry and len(source.blocks) == 1 and not source.faults else ()
    span = fields[0].value_span if len(fields) == 1 else None
    is_read = span and source.text[span.start : span.end] == value and fields[0].name == name
    if not is_read or _has_bare_backslash(value):
        raise ConfigError(f"'{name} = {value}' is no field; balance its braces and quotes")
    return value


def _has_bare_backslash(value: str) -> bool:
    """Whether a backslash stands outside delimiters, where what follows decides how it reads."""
    return any(
        part.kind in {OperandKind.NAME, OperandKind.NUMBER} and "\\" in value[part.start : part.end]
        for part in operands_of(value, 0, len(value))
    )


def find_field(entry: EntryNode, name: str) -> FieldNode | None:
    """The first field of that name, whatever the case of its letters."""
    for field in entry.fields:
        if field.name.lower() == name.lower():
            return field
    return None


def replace_value(field: FieldNode, value: str) -> Edit:
    """Give a field another value."""
    return Edit(field.value_start, field.value_end, _checked(field.name, value))


def rename_field(field: FieldNode, name: str) -> Edit:
    """Give a field another name."""
    _checked(name, "{}")
    return Edit(field.start, field.start + len(field.name), name)


def rename_key(entry: EntryNode, key: str) -> Edit:
    """Give an entry another key, or the one that it lacks."""
    if not _KEY.fullmatch(key):
        raise ConfigError(f"{key!r} is no key: it is empty or has characters that break the file")
    comma = "," if entry.key_comma == ABSENT and entry.fields and not entry.key else ""
    return Edit(entry.key_start, entry.key_start + len(entry.key), key + comma)


def remove_entry(source: BibSource, entry: Block) -> Edit:
    """Take an entry, or another block, out, with its line and one blank line after it."""
    blank = _BLANK_LINES.match(source.text, entry.end)
    at_line_start = source.place(entry.start).column == 1
    return Edit(entry.start, blank.end() if blank and at_line_start else entry.end)


def remove_field(source: BibSource, entry: EntryNode, field: FieldNode) -> tuple[Edit, ...]:
    """Take a field out, with its comma and, if it stands alone there, its line.

    Comments beside it stay. So does the comma before it; one at the end of a list is lawful.
    """
    text = source.text
    if field.comma != ABSENT and text[field.value_end : field.comma].strip():
        return (Edit(field.start, field.value_end), Edit(field.comma, field.comma + 1))
    lead = _lead(text, _end_before(entry, field), field.start)
    is_joined = lead[:1] in {"\r", "\n"} and not _ENDS_LINE.match(text, field.end)
    return (Edit(field.start if is_joined else field.start - len(lead), field.end),)


def add_field(
    source: BibSource, entry: EntryNode, name: str, value: str, *, after: FieldNode | None = None
) -> tuple[Edit, ...]:
    """Write a new field behind ``after``, or as the last one, laid out as its neighbour is.

    A comment at the end of the neighbour's line stays with the neighbour.
    """
    _checked(name, value)
    text = source.text
    neighbour = after or (entry.fields[-1] if entry.fields else None)
    if neighbour is None:
        return (_add_first(source, entry, f"{name} = {value}"),)
    lead = _lead(text, _end_before(entry, neighbour), neighbour.start)
    remark = _REMARK.match(text, neighbour.end)
    if not lead or (remark and lead[0] not in "\r\n"):
        lead = _line_end(text) + _INDENT if remark else " "
    place = remark.end() if remark else neighbour.end
    field = f"{lead}{name}{_gap_of(text, entry, neighbour, name)}{value}"
    is_last = neighbour is entry.fields[-1]
    if neighbour.comma != ABSENT:
        return (Edit(place, place, f"{field},"),)
    following = "" if is_last else ","
    if remark is None:
        return (Edit(place, place, f",{field}{following}"),)
    comma = Edit(neighbour.value_end, neighbour.value_end, ",")
    return (comma, Edit(place, place, f"{field}{following}"))


def _end_before(entry: EntryNode, field: FieldNode) -> int:
    """The offset after what stands before ``field`` in its entry."""
    place = entry.fields.index(field)
    if place:
        return entry.fields[place - 1].end
    return max(entry.opening, entry.key_comma, entry.key_span.end - 1) + 1


def _lead(text: str, start: int, end: int) -> str:
    """The blanks before ``end``, with the line break before them if there is one."""
    before = text[start:end]
    body = before.rstrip(" \t")
    line_end = next((mark for mark in ("\r\n", "\n", "\r") if body.endswith(mark)), "")
    return before[len(body) - len(line_end) :]


def _line_end(text: str) -> str:
    match = re.search(r"\r\n?|\n", text)
    return match[0] if match else "\n"


def _gap_of(text: str, entry: EntryNode, neighbour: FieldNode, name: str) -> str:
    """The sign between name and value, in the column in which the neighbour has its own."""
    if neighbour.equals == ABSENT:
        return " = "
    before = text[neighbour.start + len(neighbour.name) : neighbour.equals]
    after = text[neighbour.equals + 1 : neighbour.value_start]
    if before.strip(" ") or after.strip(" "):
        return " = "
    if any(text[field.equals - 2 : field.equals] == "  " for field in entry.fields):
        before = " " * max(1, len(before) + len(neighbour.name) - len(name))
    return f"{before}={after}"


def _add_first(source: BibSource, entry: EntryNode, field: str) -> Edit:
    """The first field of an entry, on a line of its own."""
    end = _line_end(source.text)
    place = max(entry.key_comma + 1, entry.key_span.end)
    opening = "" if entry.key_comma != ABSENT else ","
    closing = end if entry.closing == place else ""
    return Edit(
        place, place, f"{opening}{end}{_INDENT}{field}{',' if not opening else ''}{closing}"
    )
