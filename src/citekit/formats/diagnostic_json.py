"""Findings as objects of JSON."""

from citekit.model.diagnostic import Diagnostic


def diagnostic_to_json(diagnostic: Diagnostic) -> dict[str, object]:
    """What ``diagnostic`` says and where; lines and columns count from 1, 0 is no place."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "path": diagnostic.path,
        "line": diagnostic.line,
        "column": diagnostic.column,
    }
