"""The findings of reading and writing bibliography files."""

from enum import StrEnum

from citekit.model.diagnostic import Diagnostic, Severity


class FormatCode(StrEnum):
    """The kinds of finding; 1xx come from writing, 2xx from reading."""

    NO_FIELD = "FMT101"
    FIELD_TAKEN = "FMT102"
    KEY_CHANGED = "FMT103"
    CHARACTER_REMOVED = "FMT104"
    NO_ESCAPE = "FMT105"
    SYNTAX = "FMT201"
    DUPLICATE_ENTRY = "FMT202"
    DUPLICATE_FIELD = "FMT203"
    UNDEFINED_STRING = "FMT204"
    UNKNOWN_TYPE = "FMT205"
    NO_ENTRY = "FMT206"


_ERRORS = {FormatCode.SYNTAX}
_NOTES = {FormatCode.NO_FIELD}


def finding(
    code: FormatCode, message: str, *, hint: str = "", path: str = "", line: int = 0
) -> Diagnostic:
    """A diagnostic of ``code``, as grave as its kind is."""
    severity = Severity.WARNING
    if code in _ERRORS:
        severity = Severity.ERROR
    elif code in _NOTES:
        severity = Severity.INFO
    return Diagnostic(code.value, severity, message, hint=hint, path=path, line=line)
