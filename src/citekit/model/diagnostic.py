"""What citekit has to say about a document or a library: findings with a place and a remedy."""

from dataclasses import dataclass
from enum import StrEnum

from citekit.model.spans import Span


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    DOUBTFUL = "doubtful"
    INFO = "info"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: ``code`` names its kind, ``message`` says what is the matter here.

    ``hint`` says in the imperative how to mend it, where that is known. ``span`` is ``None``
    for a finding about the file or the library as a whole; ``line`` and ``column`` are 1-based
    and 0 where the place is unknown.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    path: str = ""
    span: Span | None = None
    line: int = 0
    column: int = 0
