"""The findings of reading and writing bibliography files."""

from enum import StrEnum

from citekit.model.diagnostic import Diagnostic, Severity
from citekit.model.spans import Span


class FormatCode(StrEnum):
    """The kinds of finding; 1xx come from writing, 2xx from reading."""

    NO_FIELD = "FMT101"
    FIELD_TAKEN = "FMT102"
    KEY_CHANGED = "FMT103"
    CHARACTER_REMOVED = "FMT104"
    NO_ESCAPE = "FMT105"
    VALUE_LOST = "FMT106"
    KEY_KEPT = "FMT107"
    SYNTAX = "FMT201"
    DUPLICATE_ENTRY = "FMT202"
    DUPLICATE_FIELD = "FMT203"
    UNDEFINED_STRING = "FMT204"
    UNKNOWN_TYPE = "FMT205"
    NO_ENTRY = "FMT206"
    MENDED_SYNTAX = "FMT207"
    SUSPECT_VALUE = "FMT208"
    UNKNOWN_COMMAND = "FMT209"


_ERRORS = {FormatCode.SYNTAX}
_NOTES = {FormatCode.NO_FIELD}


def finding(  # noqa: PLR0913  # the parts of a diagnostic
    code: FormatCode,
    message: str,
    *,
    hint: str = "",
    path: str = "",
    line: int = 0,
    column: int = 0,
    span: Span | None = None,
) -> Diagnostic:
    """A diagnostic of ``code``, as grave as its kind is."""
    severity = Severity.WARNING
    if code in _ERRORS:
        severity = Severity.ERROR
    elif code in _NOTES:
        severity = Severity.INFO
    return Diagnostic(
        code.value,
        severity,
        message,
        hint=hint,
        path=path,
        span=span,
        line=line,
        column=column,
    )
