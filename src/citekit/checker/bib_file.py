"""A ``.bib`` file and its entries, as rules look at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from citekit.checker.bib_field import Field
from citekit.checker.bib_value import bib_value
from citekit.checker.dialects import dialect_of
from citekit.checker.file_problems import FileProblems
from citekit.checker.finding import FileEdit, Fix, Problem, Related
from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_inheritance import resolve_inheritance
from citekit.formats.bib_syntax.changes import add_field, remove_entry
from citekit.formats.bib_syntax.nodes import EntryNode, FieldNode, StringNode
from citekit.formats.bib_syntax.parser import parse_bib
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.edits import Edit
from citekit.model.spans import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings that every style of BibTeX defines; here they stand for themselves."""

BIB_SUFFIXES = (".bib", ".bibtex", ".biblatex")
"""What the names of ``.bib`` files end with."""

_INHERITS = frozenset({"crossref", "xdata", "entryset", "xref"})


def is_bib_path(path: str) -> bool:
    """Whether the file at ``path`` is a ``.bib`` file, by its name."""
    return path.lower().endswith(BIB_SUFFIXES)


class Entry:
    """An entry of ``file``; ``type`` is in lower case, ``node`` has it as written.

    ``fields`` are in their order, those that stand twice among them.
    """

    def __init__(self, file: "BibFile", node: EntryNode, index: int) -> None:
        """The entry of ``file`` at ``node``, the one of that ``index`` among its entries."""
        self.file = file
        self.node = node
        self.index = index
        self.type = node.type.lower()
        self.key = node.key
        self.fields = tuple(Field(self, field) for field in node.fields)
        self._by_name: dict[str, Field] = {}
        for field in self.fields:
            self._by_name.setdefault(field.name, field)

    def get(self, name: str) -> Field | None:
        """The first field of that name that the entry has itself."""
        return self._by_name.get(name)

    def first(self, *names: str) -> Field | None:
        """The field that comes first in ``names`` of those that the entry has itself."""
        return next((self._by_name[name] for name in names if name in self._by_name), None)

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The values by name, with all that is taken over from others (biber's inheritance).

        Values are in LaTeX and without delimiters; empty ones are left out.
        """
        if self._by_name.keys() & _INHERITS:
            found: Mapping[str, str] = self.file.inherited[self.index]
        else:
            found = {name: field.value for name, field in self._by_name.items()}
        return MappingProxyType({name: value for name, value in found.items() if value.strip()})

    def has(self, *names: str) -> bool:
        """Whether the entry has, or takes over, a value for one of ``names``."""
        return any(name in self.values for name in names)

    @property
    def span(self) -> Span:
        """The place of the type and key, where a problem of the entry as a whole is shown."""
        return Span(self.node.start, self.node.key_span.end)

    def problem(
        self,
        message: str,
        *,
        span: Span | None = None,
        hint: str = "",
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """A problem of this entry, at its type and key unless ``span`` says where."""
        key = f"{self.key}: " if self.key else ""
        place = self.span if span is None else span
        return Problem(self.file.path, place, f"{key}{message}", hint, fix, related)

    def related(self, message: str) -> Related:
        """This entry as another place that a problem speaks of."""
        return Related(self.file.path, self.span, message)

    def addition(
        self, name: str, value: str, *, after: Field | None = None, is_safe: bool = True
    ) -> Fix:
        """The fix that adds a field, whose ``value`` has its delimiters."""
        node = after.node if after else None
        edits = add_field(self.file.source, self.node, name, value, after=node)
        path = self.file.path
        title = f"Add '{name} = {value}'"
        return Fix(title, tuple(FileEdit(path, edit) for edit in edits), is_safe)

    def retyping(self, type_name: str, *, is_safe: bool = True) -> Fix:
        """The fix that gives the entry another type."""
        span = self.node.type_span
        edit = FileEdit(self.file.path, Edit(span.start, span.end, type_name))
        return Fix(f"Make it '@{type_name}'", (edit,), is_safe)

    def removal(self, title: str = "", *, is_safe: bool = False) -> Fix:
        """The fix that takes the entry out."""
        edit = FileEdit(self.file.path, remove_entry(self.file.source, self.node))
        return Fix(title or f"Remove the entry '{self.key}'", (edit,), is_safe)


@dataclass(frozen=True, slots=True)
class Definition:
    """A string that a file defines: its name as written, and its value without delimiters."""

    name: str
    value: str
    node: FieldNode
    block: StringNode


class BibFile(FileProblems):
    """A ``.bib`` file: its text, its entries (broken ones left out), and its strings.

    ``dialect`` is the one that the file declares or shows, unless the project sets it.
    """

    def __init__(self, path: str, text: str, *, dialect: str = "") -> None:
        """The file at ``path`` that holds ``text``."""
        self.path = path
        self.text = text
        self.source: BibSource = parse_bib(text)
        self._dialect = dialect

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, for a look whether something occurs in it at all."""
        return self.text.lower()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries in their order, but for broken ones, which nobody can judge."""
        whole = (node for node in self.source.entries() if not node.is_broken)
        return tuple(Entry(self, node, index) for index, node in enumerate(whole))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys and aliases (``ids``) of all entries, those of broken ones among them."""
        keys = {node.key for node in self.source.entries()}
        for entry in self.entries:
            aliases = entry.get("ids")
            if aliases:
                keys.update(alias.strip() for alias in aliases.value.split(","))
        keys.discard("")
        return frozenset(keys)

    @cached_property
    def dialect(self) -> str:
        """``"bibtex"`` or ``"biblatex"``."""
        return self._dialect or dialect_of(self.source)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The strings that the file defines, in their order, repeated ones among them."""
        values = {name: name for name in MONTHS}
        found: list[Definition] = []
        blocks = (block for block in self.source.blocks if isinstance(block, StringNode))
        for block in blocks:
            for node in block.fields:
                value = bib_value(self.text, node, values).text
                values[node.name.lower()] = value
                found.append(Definition(node.name, value, node, block))
        return tuple(found)

    @cached_property
    def strings(self) -> Mapping[str, str]:
        """The values of the strings by name in lower case, the months among them."""
        own = {definition.name.lower(): definition.value for definition in self.definitions}
        return {name: name for name in MONTHS} | own

    @cached_property
    def inherited(self) -> tuple[Mapping[str, str], ...]:
        """The values of each entry with all that it takes over; data containers take nothing."""
        raw = [
            RawEntry(
                entry.type,
                entry.key,
                {field.name: field.value for field in reversed(entry.fields)},
            )
            for entry in self.entries
        ]
        full = iter(resolve_inheritance(raw))
        return tuple(one.fields if one.type == "xdata" else next(full).fields for one in raw)
