"""What a rule reports: a problem at a place, with the edits that mend it where some do."""

from dataclasses import dataclass

from citekit.model.diagnostic import Severity
from citekit.model.edits import Edit
from citekit.model.spans import Span


@dataclass(frozen=True, slots=True)
class FileEdit:
    """An edit of the file at ``path``."""

    path: str
    edit: Edit


@dataclass(frozen=True, slots=True)
class Fix:
    """All edits that together mend a problem; they are made together or not at all.

    ``title`` says in the imperative what it does ("Write '--' between the pages"). A safe fix
    keeps the meaning of what it changes; any other is made only when the user asks for it.
    """

    title: str
    edits: tuple[FileEdit, ...]
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a problem speaks of, such as the first of two entries of one key."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found at ``span`` of the file at ``path``.

    ``message`` quotes the offending text; ``hint`` says in the imperative how to mend it, with
    the concrete replacement where there is one.
    """

    path: str
    span: Span
    message: str
    hint: str = ""
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem together with the rule that found it, and its place in lines.

    Lines and columns are 1-based, columns count code points; the end is that of the character
    after the last one. ``name`` is the readable name of the rule.
    """

    code: str
    name: str
    severity: Severity
    problem: Problem
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def path(self) -> str:
        """The file the finding is in."""
        return self.problem.path

    @property
    def message(self) -> str:
        """What is wrong."""
        return self.problem.message
