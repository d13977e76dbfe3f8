"""A document that cites by keys, as rules look at it."""

from dataclasses import dataclass

from citekit.checker.finding import FileEdit, Fix, Problem, Related
from citekit.drafts.key_uses.uses import BibliographyUse, CitedKeys, KeyUse
from citekit.model.edits import Edit
from citekit.model.spans import Span


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document with the keys that it cites.

    ``missing`` are the bibliographies that it names and that are not there.
    """

    path: str
    text: str
    cited: CitedKeys
    missing: tuple[BibliographyUse, ...] = ()

    def problem(
        self,
        span: Span,
        message: str,
        *,
        hint: str = "",
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> Problem:
        """A problem of this document at ``span``."""
        return Problem(self.path, span, message, hint, fix, related)

    def edit(self, start: int, end: int, text: str = "") -> FileEdit:
        """An edit of this document."""
        return FileEdit(self.path, Edit(start, end, text))

    def related(self, use: KeyUse, message: str) -> Related:
        """Another place of this document that a problem speaks of."""
        return Related(self.path, use.span, message)
