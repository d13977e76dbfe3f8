"""Measure how long it takes until the command answers.

    python bench/startup.py [--runs N] [--python PATH] [-- COMMAND ...]

Each command line is run by an interpreter of its own, once to fill the bytecode cache and then
``--runs`` times; printed is the CPU time (user and system) of the fastest and the median run.
With a command after ``--``, that is measured instead: ``-- -c "import typer"``.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence

COMMANDS = (
    ("-c", "pass"),
    ("-m", "citekit", "--version"),
    ("-m", "citekit", "--help"),
    ("-m", "citekit", "extract", "--help"),
    ("-m", "citekit", "extract", "seeds", "--to", "json"),
    ("-c", "import typer"),
)


def cpu_seconds(command: Sequence[str]) -> float:
    """CPU seconds of one run, its output thrown away."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description="CPU time until the command answers.")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    given = tuple(part for part in args.command if part != "--")
    print(f"{'fastest':>8} {'median':>8}  ms of CPU")
    for command in (given,) if given else COMMANDS:
        line = [args.python, *command]
        cpu_seconds(line)
        times = [cpu_seconds(line) * 1000 for _ in range(args.runs)]
        print(f"{min(times):8.0f} {statistics.median(times):8.0f}  python {' '.join(command)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
