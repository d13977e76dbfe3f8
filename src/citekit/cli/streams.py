"""Standard input and output: data to stdout, words to stderr, ``-`` for stdin."""

import sys
from collections.abc import Iterable
from pathlib import Path

from citekit.model.diagnostic import Diagnostic, Severity

STDIN = "-"
STDIN_NAME = "<stdin>"


def read_stdin() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read()


def write_data(text: str, target: Path | None) -> None:
    """Write ``text`` to the file ``target``, or to stdout where there is none or ``-``."""
    from citekit.pipeline.output_files import write_file

    if target is None or str(target) == STDIN:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    else:
        write_file(target, text)


def say(lines: Iterable[str], *, quiet: bool = False) -> None:
    """Write ``lines`` to stderr."""
    if not quiet:
        for line in lines:
            sys.stderr.buffer.write(f"{line}\n".encode())
        sys.stderr.flush()


def say_diagnostics(diagnostics: Iterable[Diagnostic], *, quiet: bool = False) -> bool:
    """Write ``diagnostics`` to stderr; with ``quiet`` only errors. True if any is an error."""
    from citekit.pipeline.diagnostic_text import format_diagnostic

    failed = False
    for diagnostic in diagnostics:
        is_error = diagnostic.severity is Severity.ERROR
        failed = failed or is_error
        if is_error or not quiet:
            say(format_diagnostic(diagnostic))
    return failed
