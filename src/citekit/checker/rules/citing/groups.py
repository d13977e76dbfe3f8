"""The citations of a document, each with all its keys."""

from dataclasses import dataclass

from citekit.checker.document_file import DocumentFile
from citekit.drafts.key_uses.uses import KeyNotation, KeyUse
from citekit.model.spans import Span

_UNWRITTEN = frozenset({"nocite", "bibentry", "defcitealias", "DeclareAcronym"})


@dataclass(frozen=True, slots=True)
class Group:
    """A citation at ``span``, with the keys that it cites, of which there is at least one."""

    document: DocumentFile
    span: Span
    uses: tuple[KeyUse, ...]

    @property
    def text(self) -> str:
        """The citation as it is written."""
        return self.document.text[self.span.start : self.span.end]

    @property
    def command(self) -> str:
        """What cites."""
        return self.uses[0].command

    @property
    def notation(self) -> KeyNotation:
        """How its keys are written."""
        return self.uses[0].notation


def groups_of(document: DocumentFile) -> list[Group]:
    """The citations of ``document`` that are printed, in its order."""
    found: dict[Span, list[KeyUse]] = {}
    for use in document.cited.uses:
        if use.notation is not KeyNotation.GENERATED and use.command not in _UNWRITTEN:
            found.setdefault(use.group, []).append(use)
    return sorted(
        (Group(document, span, tuple(uses)) for span, uses in found.items()),
        key=lambda group: group.span,
    )
