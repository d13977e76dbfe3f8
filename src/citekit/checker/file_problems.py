"""What a rule gives back of a file: its problems, edits of it, and other places in it."""

from typing import Protocol

from citekit.checker.finding import FileEdit, Fix, Problem, Related
from citekit.model.edits import Edit
from citekit.model.spans import Span


class HasPath(Protocol):
    """Anything that stands in a file."""

    @property
    def path(self) -> str:
        """The file."""


class FileProblems(Protocol):
    """A file that rules look at, to be inherited from: it needs no more than its path."""

    __slots__ = ()

    def problem(
        self: HasPath,
        span: Span,
        message: str,
        *,
        hint: str = "",
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """A problem of this file at ``span``."""
        return Problem(self.path, span, message, hint, fix, related)

    def edit(self: HasPath, start: int, end: int, text: str = "") -> FileEdit:
        """An edit of this file."""
        return FileEdit(self.path, Edit(start, end, text))

    def related(self: HasPath, span: Span, message: str) -> Related:
        """Another place of this file that a problem speaks of."""
        return Related(self.path, span, message)
