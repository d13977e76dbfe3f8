"""The command run in a process of its own without paying for its start each time."""

import os
import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from citekit.cli.app import run
from citekit.cli.extract import command as extract_command  # noqa: F401 - loaded before forking


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit status (negative for a signal), stdout and stderr."""

    status: int
    stdout: bytes
    stderr: bytes


def run_forked(arguments: Sequence[str], folder: Path, *, cpu_seconds: int) -> Done:
    """What ``citekit ARGUMENTS`` leaves, run in a fork of this process; ``folder`` takes output."""
    out, err = folder / "stdout", folder / "stderr"
    child = os.fork()
    if child == 0:
        _become_the_command(arguments, out, err, cpu_seconds)
    _, status = os.waitpid(child, 0)
    return Done(os.waitstatus_to_exitcode(status), out.read_bytes(), err.read_bytes())


def _become_the_command(arguments: Sequence[str], out: Path, err: Path, cpu_seconds: int) -> None:
    status = 70  # what no command gives: an exception came through
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
        sys.stdout, sys.stderr = out.open("w"), err.open("w")
        status = run(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)
