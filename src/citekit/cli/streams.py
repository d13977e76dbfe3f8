"""Standard input and output: data to stdout, words to stderr, ``-`` for stdin."""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from citekit.errors import ConfigError
from citekit.model.diagnostic import Diagnostic, Severity

STDIN = STDOUT = "-"
STDIN_NAME = "<stdin>"
# What would break a line, steer a terminal or turn its text around; surrogates stand for the
# bytes of file names that are no UTF-8.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def read_stdin() -> bytes:
    """All of standard input.

    Raises:
        ConfigError: It is closed.
    """
    if sys.stdin is None:  # as after <&-
        raise ConfigError("standard input is closed")
    return sys.stdin.buffer.read()


def refuse_stdin_twice(paths: Sequence[str]) -> None:
    """Raise ConfigError if several of ``paths`` are standard input, which is gone once read."""
    if paths.count(STDIN) > 1:
        raise ConfigError("standard input (-) can be read only once")


def write_data(text: str, target: Path | None) -> None:
    """Write ``text`` to the file ``target``, or to stdout where there is none or ``-``.

    A reader that closes our output early ("| head") ends the writing in silence.

    Raises:
        ConfigError: The file, or stdout, cannot be written.
    """
    write_bytes(text.encode("utf-8"), target)


def write_bytes(data: bytes, target: Path | None) -> None:
    """Write ``data`` as ``write_data`` does text.

    Raises:
        ConfigError: The file, or stdout, cannot be written.
    """
    from citekit.pipeline.output_files import write_file_bytes

    if target is None or str(target) == STDOUT:
        _write_stdout(data)
    else:
        write_file_bytes(target, data)


def _write_stdout(data: bytes) -> None:
    if sys.stdout is None:  # as after >&-
        raise ConfigError("standard output is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        # What is still buffered must not raise again when the interpreter shuts down.
        _silence(sys.stdout)
        raise ConfigError(f"standard output cannot be written: {error.strerror}") from error


def _silence(stream: TextIO) -> None:
    """Send all that ``stream`` still holds, and will be given, to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(lines: Iterable[str], *, quiet: bool = False) -> None:
    """Write ``lines`` to stderr, each on one line whatever characters it quotes."""
    if quiet:
        return
    try:
        for line in lines:
            shown = _UNPRINTABLE.sub(lambda match: ascii(match[0])[1:-1], line)
            sys.stderr.buffer.write(f"{shown}\n".encode())
        sys.stderr.flush()
    except BrokenPipeError:
        _silence(sys.stderr)


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
