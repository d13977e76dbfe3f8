"""A field of an entry, as rules look at it: its value, its place, and the edits it takes."""

from functools import cached_property
from typing import TYPE_CHECKING

from citekit.checker.bib_value import bib_value
from citekit.checker.finding import FileEdit, Fix, Problem, Related
from citekit.checker.plain_values import plain_value
from citekit.errors import ConfigError
from citekit.formats.bib_names import parse_names
from citekit.formats.bib_syntax.changes import remove_field, rename_field, replace_value
from citekit.formats.bib_syntax.nodes import ABSENT, FieldNode, Operand, OperandKind
from citekit.formats.bib_syntax.values import operands_of
from citekit.model.edits import Edit
from citekit.model.reference import Name
from citekit.model.spans import Span

if TYPE_CHECKING:
    from citekit.checker.bib_file import Entry


class Field:
    """A field of ``entry``; ``name`` is in lower case, ``node`` has it as written.

    ``value`` is what the field says: in LaTeX, without delimiters, its strings put in (one that
    nothing defines stands for itself). It ``is_literal`` where it stands in the file just so,
    from ``start`` on; only such values can be edited in part. Otherwise ``start`` is ``ABSENT``.
    """

    def __init__(self, entry: "Entry", node: FieldNode) -> None:
        """The field of ``entry`` at ``node``."""
        self.entry = entry
        self.node = node
        self.name = node.name.lower()
        self.value, self.start = bib_value(entry.file.text, node, entry.file.strings)

    @property
    def is_literal(self) -> bool:
        """Whether the value stands in the file as it is."""
        return self.start != ABSENT

    @property
    def written(self) -> str:
        """The value as it is written, with its delimiters."""
        return self.entry.file.text[self.node.value_start : self.node.value_end]

    @property
    def span(self) -> Span:
        """The place of the value without its delimiters, or with them if it has several parts."""
        if self.is_literal:
            return Span(self.start, self.start + len(self.value))
        return self.node.value_span

    @cached_property
    def plain(self) -> str:
        """The value as a reader sees it: without LaTeX, its blanks single."""
        return plain_value(self.value)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The value as a list of names, by BibTeX's rules and BibLaTeX's extended form."""
        return parse_names(self.value)

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """The parts of the value between ``#``."""
        return operands_of(self.entry.file.text, self.node.value_start, self.node.value_end)

    @property
    def macro(self) -> str:
        """The name of the string that is the whole value, as written; empty if it is not one."""
        written = self.written
        if written[:1] in {"{", '"'} or written.isdigit() or len(self.operands) != 1:
            return ""
        operand = self.operands[0]
        return written if operand.kind is OperandKind.NAME else ""

    # What a rule gives back.

    def problem(
        self,
        message: str,
        *,
        start: int = 0,
        end: int | None = None,
        hint: str = "",
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """A problem of this field, at ``start`` to ``end`` of its value if that is literal."""
        span = self.span
        if self.is_literal:
            length = len(self.value)
            stop = length if end is None else end
            span = Span(self.start + min(start, length), self.start + min(stop, length))
        path = self.entry.file.path
        return Problem(path, span, f"{self.name} {message}", hint, fix, related)

    def related(self, message: str) -> Related:
        """This field as another place that a problem speaks of."""
        return Related(self.entry.file.path, self.span, message)

    def edit(self, start: int, end: int, text: str = "") -> FileEdit:
        """Put ``text`` in the place of ``start`` to ``end`` of the value, which is literal."""
        return FileEdit(self.entry.file.path, Edit(self.start + start, self.start + end, text))

    def replacement(self, title: str, value: str, *, is_safe: bool = True) -> Fix | None:
        """The fix that gives the field another value, without delimiters; they stay as they are.

        ``None`` if the value consists of strings, or cannot be written so.
        """
        if not self.is_literal:
            return None
        written = self.written
        opening, closing = ("{", "}") if written[:1] not in {"{", '"'} else (written[0], "")
        closing = closing or ("}" if opening == "{" else '"')
        if value.isascii() and value.isdigit() and written[:1] not in {"{", '"'}:
            opening = closing = ""
        return self.rewriting(title, f"{opening}{value}{closing}", is_safe=is_safe)

    def rewriting(self, title: str, written: str, *, is_safe: bool = True) -> Fix | None:
        """The fix that writes ``written``, with its delimiters, as the value; ``None`` as above."""
        try:
            edit = replace_value(self.node, written)
        except ConfigError:
            return None
        return Fix(title, (FileEdit(self.entry.file.path, edit),), is_safe)

    def amendment(
        self, title: str, start: int, end: int, text: str = "", *, is_safe: bool = True
    ) -> Fix | None:
        """The fix that puts ``text`` in the place of ``start`` to ``end`` of the value.

        ``None`` if the value is not literal. Nothing checks that braces stay balanced.
        """
        if not self.is_literal:
            return None
        return Fix(title, (self.edit(start, end, text),), is_safe)

    def removal(self, title: str = "", *, is_safe: bool = True) -> Fix:
        """The fix that takes the field out."""
        edits = remove_field(self.entry.file.source, self.entry.node, self.node)
        path = self.entry.file.path
        title = title or f"Remove '{self.name}'"
        return Fix(title, tuple(FileEdit(path, edit) for edit in edits), is_safe)

    def renaming(self, name: str, *, is_safe: bool = True) -> Fix:
        """The fix that gives the field another name."""
        edit = FileEdit(self.entry.file.path, rename_field(self.node, name))
        return Fix(f"Call it '{name}'", (edit,), is_safe)
