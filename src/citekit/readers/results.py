"""What reading a file gives back."""

from dataclasses import dataclass

from citekit.model.diagnostic import Diagnostic
from citekit.model.document import Document


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A document and what reading it had to assume."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
