"""A finding as a person reads it."""

from collections.abc import Iterator

from citekit.model.diagnostic import Diagnostic


def format_diagnostic(diagnostic: Diagnostic) -> Iterator[str]:
    """``file:line:column: severity: message [code]``, with the hint on a line of its own."""
    place = diagnostic.path
    if place and diagnostic.line:
        place += f":{diagnostic.line}"
        if diagnostic.column:
            place += f":{diagnostic.column}"
    head = f"{place}: " if place else ""
    message = diagnostic.message.removeprefix(f"{diagnostic.path}: ")
    yield f"{head}{diagnostic.severity.value}: {message} [{diagnostic.code}]"
    if diagnostic.hint:
        yield f"  {diagnostic.hint}"
