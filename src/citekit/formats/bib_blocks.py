"""The entries of a ``.bib`` file as they stand there, with their strings put in."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from citekit.formats.bib_syntax.fault_findings import fault_findings
from citekit.formats.bib_syntax.nodes import EntryNode, FieldNode, OperandKind, StringNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.formats.bib_syntax.values import operands_of
from citekit.formats.findings import FormatCode, finding
from citekit.model.diagnostic import Diagnostic
from citekit.model.spans import Span

_MONTHS = {
    name: name.capitalize()
    for name in ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry with its fields by name in lower case, their values in LaTeX without delimiters.

    ``line`` and ``column`` are those of its ``@``, 1-based. Of a field that is given twice, the
    first counts.
    """

    type: str
    key: str
    fields: Mapping[str, str]
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class RawFile:
    """The entries of a file in order, broken ones left out, and what was found amiss."""

    entries: tuple[RawEntry, ...]
    diagnostics: tuple[Diagnostic, ...]


class _Reading:
    """What all entries of a file share: its strings, and the findings so far.

    ``lent`` are strings of other files, which count where this one does not define them.
    """

    def __init__(self, source: BibSource, path: str, lent: Mapping[str, str]) -> None:
        self._source = source
        self._text = source.text
        self._path = path
        self.strings = {**_MONTHS, **lent}
        self._first_lines: dict[str, int] = {}
        self.diagnostics = list(fault_findings(source, path))

    def define(self) -> None:
        """Take in the strings that the file defines."""
        for block in self._source.blocks:
            if isinstance(block, StringNode):
                for field in block.fields:
                    self.strings[field.name.lower()] = self._value(field)

    def entry(self, node: EntryNode) -> RawEntry:
        """The entry with its values, reported if there was one of its key before."""
        place = self._source.place(node.start)
        if node.key and node.key in self._first_lines:
            first = self._first_lines[node.key]
            message = f"key {node.key!r} is taken by the entry in line {first}"
            hint = "Remove one of them, or give it a key of its own."
            self._report(FormatCode.DUPLICATE_ENTRY, message, node.key_span, hint=hint)
        self._first_lines.setdefault(node.key, place.line)
        fields: dict[str, str] = {}
        for field in node.fields:
            name, value = field.name.lower(), self._value(field)
            if fields.setdefault(name, value) != value:
                message = f"{node.key}: field '{name}' is given twice; the first counts"
                hint = "Remove one of them."
                self._report(FormatCode.DUPLICATE_FIELD, message, field.name_span, hint=hint)
        return RawEntry(
            node.type.lower(), node.key, MappingProxyType(fields), place.line, place.column
        )

    def _value(self, field: FieldNode) -> str:
        """The text of a value without its delimiters, its operands joined."""
        value = self._text[field.value_start : field.value_end]
        if "#" not in value and value[:1] in {"{", '"'}:
            return value[1:].removesuffix("}" if value[0] == "{" else '"')
        parts: list[str] = []
        for operand in operands_of(self._text, field.value_start, field.value_end):
            part = self._text[operand.content.start : operand.content.end]
            if operand.kind is OperandKind.NAME:
                part = self._string(part, field, operand.content)
            parts.append(part)
        return "".join(parts)

    def _string(self, name: str, field: FieldNode, span: Span) -> str:
        known = self.strings.get(name.lower())
        if known is None:
            message = f"{field.name.lower()}: no @string defines {name[:_SHOWN]!r}"
            hint = f"Define it, or write '{field.name.lower()} = {{{name[:_SHOWN]}}}'."
            self._report(FormatCode.UNDEFINED_STRING, message, span, hint=hint)
            return name
        return known

    def _report(self, code: FormatCode, message: str, span: Span, *, hint: str) -> None:
        place = self._source.place(span.start)
        self.diagnostics.append(
            finding(
                code,
                message,
                hint=hint,
                path=self._path,
                line=place.line,
                column=place.column,
                span=span,
            )
        )


def read_blocks(text: str, path: str) -> RawFile:
    """The entries of a ``.bib`` file, with ``@string`` and ``#`` resolved.

    Strings count wherever in the file they are defined, the last definition winning. Entries
    that are repeated are all kept, and reported; so are broken ones, which are left out.
    """
    return read_source(parse_bib(text), path, {})


def read_source(source: BibSource, path: str, lent: Mapping[str, str]) -> RawFile:
    """The same of a file that was parsed; ``lent`` are strings of others, for what it lacks."""
    reading = _Reading(source, path, lent)
    reading.define()
    entries = tuple(reading.entry(node) for node in source.entries() if not node.is_broken)
    diagnostics = sorted(reading.diagnostics, key=lambda found: (found.line, found.column))
    return RawFile(entries, tuple(diagnostics))


def defined_strings(source: BibSource, lent: Mapping[str, str]) -> Mapping[str, str]:
    """The values of the strings that a file defines, by name in lower case."""
    names = {
        field.name.lower()
        for block in source.blocks
        if isinstance(block, StringNode)
        for field in block.fields
    }
    if not names:
        return {}
    reading = _Reading(source, "", lent)
    reading.define()
    return {name: reading.strings[name] for name in names}
