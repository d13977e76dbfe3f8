"""Where a file uses strings, and what defines them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.checker.bib_file import MONTHS, BibFile, Definition
from citekit.checker.project import Project
from citekit.formats.bib_syntax.nodes import FieldNode, Operand, OperandKind
from citekit.formats.bib_syntax.values import operands_of
from citekit.model.spans import Span
from citekit.text.data import load_words


@dataclass(frozen=True, slots=True)
class StringUse:
    """A string that stands in the value of ``node``; ``name`` is as written.

    ``is_alone`` tells that it is the whole value. ``subject`` is the key of the entry, empty in a
    definition.
    """

    name: str
    span: Span
    node: FieldNode
    is_alone: bool
    subject: str = ""


def string_uses(file: BibFile) -> Iterator[StringUse]:
    """The strings that values and definitions of ``file`` use, definitions first."""
    for definition in file.definitions:
        yield from _in_value(file, definition.node, "")
    for entry in file.entries:
        for field in entry.fields:
            if not field.is_literal:
                yield from _in_value(file, field.node, entry.key)


def _in_value(file: BibFile, node: FieldNode, subject: str) -> Iterator[StringUse]:
    operands: tuple[Operand, ...] = operands_of(file.text, node.value_start, node.value_end)
    for operand in operands:
        if operand.kind is OperandKind.NAME:
            name = file.text[operand.start : operand.end]
            span = Span(operand.start, operand.end)
            yield StringUse(name, span, node, len(operands) == 1, subject)


def strings_of_styles() -> frozenset[str]:
    """The strings that the standard styles of BibTeX define, the months among them."""
    return load_words("citekit.checker.rules.syntax", "strings", "styles") | set(MONTHS)


def definitions_by_name(file: BibFile) -> Mapping[str, tuple[Definition, ...]]:
    """The definitions of each name, in lower case."""
    found: dict[str, list[Definition]] = {}
    for definition in file.definitions:
        found.setdefault(definition.name.lower(), []).append(definition)
    return {name: tuple(definitions) for name, definitions in found.items()}


def strings_of_all(project: Project) -> frozenset[str]:
    """The names, in lower case, of the strings that any file of the project defines."""
    return frozenset(one.name.lower() for file in project.bib_files for one in file.definitions)
