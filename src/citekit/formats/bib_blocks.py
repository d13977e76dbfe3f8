"""The entries of a ``.bib`` file as they stand there, by way of bibtexparser."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bibtexparser.entrypoint import parse_string
from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)

from citekit.formats.bib_values import brace_depths
from citekit.formats.findings import FormatCode, finding
from citekit.model.diagnostic import Diagnostic

# It reports through the blocks that it gives, which is where we read it.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_MONTHS = {
    name: name.capitalize()
    for name in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry with its fields by name in lower case, their values in LaTeX without delimiters.

    ``line`` is 1-based. Of a field that is given twice, the first counts.
    """

    type: str
    key: str
    fields: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class RawFile:
    """The entries of a file in order, broken ones left out, and what was found amiss."""

    entries: tuple[RawEntry, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Operand:
    """A part of a value between ``#``: its text, or the name of a string."""

    text: str
    is_name: bool = False


def _operands(value: str) -> Iterator[_Operand]:
    """The parts of a concatenation; a delimiter that is missing at the end is passed over."""
    start = 0
    quoted = False
    depths = brace_depths(value)
    for place in [*range(len(value)), len(value)]:
        at_end = place == len(value)
        if not at_end and value[place] == '"' and depths[place] == 0:
            quoted = not quoted
        if not at_end and (value[place] != "#" or depths[place] or quoted):
            continue
        part = value[start:place].strip()
        start = place + 1
        if part[:1] in {"{", '"'}:
            closing = "}" if part[0] == "{" else '"'
            yield _Operand(part[1:].removesuffix(closing))
        elif part:
            yield _Operand(part, is_name=not part.isdecimal())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value stands, for the messages about it."""

    path: str
    line: int
    field: str


def _evaluate(
    value: str, strings: Mapping[str, str], place: _Place, diagnostics: list[Diagnostic]
) -> str:
    result: list[str] = []
    for operand in _operands(value):
        known = strings.get(operand.text.lower()) if operand.is_name else operand.text
        if known is None:
            message = f"{place.field}: no @string defines {operand.text[:_SHOWN]!r}"
            diagnostics.append(
                finding(
                    FormatCode.UNDEFINED_STRING,
                    message,
                    hint=f"Define it, or write '{place.field} = {{{operand.text[:_SHOWN]}}}'.",
                    path=place.path,
                    line=place.line,
                )
            )
            known = operand.text
        result.append(known)
    return "".join(result)


def _unwrapped(block: object) -> object:
    """The entry or string inside a block that bibtexparser objects to."""
    inner = block
    while isinstance(inner, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = inner.ignore_error_block
    return inner


def _line(block: object) -> int:
    start = getattr(block, "start_line", None)
    return start + 1 if isinstance(start, int) else 0


def _broken(block: ParsingFailedBlock, path: str) -> Diagnostic:
    raw = " ".join(str(block.raw or "").split())[:_SHOWN]
    reason = str(getattr(block.error, "abort_reason", "") or block.error).strip()
    return finding(
        FormatCode.SYNTAX,
        f"an entry cannot be read, {raw!r}: {reason}",
        hint="Close its braces and quotes, and put commas between its fields.",
        path=path,
        line=_line(block),
    )


def _fields(
    entry: Entry, strings: Mapping[str, str], path: str, diagnostics: list[Diagnostic]
) -> dict[str, str]:
    fields: dict[str, str] = {}
    for field in entry.fields:
        name = str(field.key).strip().lower()
        place = _Place(path, int(field.start_line or 0) + 1, name)
        value = _evaluate(str(field.value), strings, place, diagnostics)
        if name in fields and fields[name] != value:
            message = f"{entry.key}: field '{name}' is given twice; the first counts"
            diagnostics.append(
                finding(FormatCode.DUPLICATE_FIELD, message, path=path, line=place.line)
            )
        fields.setdefault(name, value)
    return fields


def _strings(blocks: Sequence[object], path: str, diagnostics: list[Diagnostic]) -> dict[str, str]:
    strings = dict(_MONTHS)
    for block in map(_unwrapped, blocks):
        if isinstance(block, String):
            name = str(block.key).strip().lower()
            place = _Place(path, _line(block), name)
            strings[name] = _evaluate(str(block.value), strings, place, diagnostics)
    return strings


_LONG_BLANKS = re.compile(r"[ \t]{1000,}")
# bibtexparser takes every type that begins like "comment" for a comment.
_COMMENTARY = re.compile(r"@commentary(?=[ \t]*[{(])", re.IGNORECASE)
_RENAMED = {"xcommentary": "commentary"}


def _entry_type(entry: Entry) -> str:
    name = str(entry.entry_type).lower()
    return _RENAMED.get(name, name)


def read_blocks(text: str, path: str) -> RawFile:
    """The entries of a ``.bib`` file, with ``@string`` and ``#`` resolved.

    Entries that are repeated are all kept, and reported; so are broken ones, which are left out.
    """
    diagnostics: list[Diagnostic] = []
    # The parser looks back over blanks at every @, so that long stretches would take it ages.
    text = _COMMENTARY.sub("@xcommentary", _LONG_BLANKS.sub(" ", text))
    try:
        blocks = list(parse_string(text, parse_stack=[]).blocks)
    except ParserStateException as error:
        message = f"the file cannot be taken apart: {error.message}"
        return RawFile((), (finding(FormatCode.SYNTAX, message, path=path),))
    strings = _strings(blocks, path, diagnostics)
    entries: list[RawEntry] = []
    first_lines: dict[str, int] = {}
    for block in blocks:
        inner = _unwrapped(block)
        if isinstance(inner, Entry):
            entry = RawEntry(_entry_type(inner), str(inner.key).strip(), {}, _line(inner))
            if entry.key and entry.key in first_lines:
                message = (
                    f"key {entry.key!r} is taken by the entry in line {first_lines[entry.key]}"
                )
                diagnostics.append(
                    finding(FormatCode.DUPLICATE_ENTRY, message, path=path, line=entry.line)
                )
            first_lines.setdefault(entry.key, entry.line)
            entries.append(replace(entry, fields=_fields(inner, strings, path, diagnostics)))
        elif isinstance(inner, ParsingFailedBlock):
            diagnostics.append(_broken(inner, path))
    diagnostics.sort(key=lambda diagnostic: diagnostic.line)
    return RawFile(tuple(entries), tuple(diagnostics))
