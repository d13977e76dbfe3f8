"""Time the parsing of reference strings: ours beside other tools, in one run.

    python bench/parse.py FILE [--runs N] [--refextract PYTHON] [--anystyle PATH]

FILE holds a string in each line, or JSON Lines with a "text" each. Every tool runs in a process of
its own, kept to one thread: over the file, and over its first string alone, which is the start.
Printed are the CPU seconds (user and system) of the quickest of several runs, the strings a second
without the start, the seconds for one string with it, the most memory, and the ratio to ours.
PYTHON is an interpreter that has refextract; a tool that is not given is left out.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_REFEXTRACT = """\
import sys
from refextract import extract_references_from_string
for line in open(sys.argv[1], encoding="utf-8"):
    extract_references_from_string(line)
"""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
# Linux counts the most memory in KiB.
_MEBI = 1024


@dataclass(frozen=True, slots=True)
class Measure:
    """CPU seconds of a run, and the most memory in MiB."""

    seconds: float
    memory: float


def main() -> None:
    """Reads the arguments, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--refextract", metavar="PYTHON")
    parser.add_argument("--anystyle", metavar="PATH")
    arguments = parser.parse_args()
    tools = {"citekit": [sys.executable, "-m", "citekit", "parse", "--to", "labels"]}
    if arguments.refextract:
        tools["refextract"] = [arguments.refextract, "-c", _REFEXTRACT]
    if arguments.anystyle:
        tools["anystyle"] = [arguments.anystyle, "--stdout", "-f", "json", "parse"]
    strings = read_strings(arguments.file)
    with tempfile.TemporaryDirectory() as folder:
        every, first = Path(folder, "every.txt"), Path(folder, "first.txt")
        every.write_text("".join(f"{one}\n" for one in strings), encoding="utf-8")
        first.write_text(f"{strings[0]}\n", encoding="utf-8")
        print(f"{len(strings)} strings\ntool         a second   one string    memory   ratio")
        ours = 0.0
        for name, command in tools.items():
            start = best(command, first, arguments.runs)
            whole = best(command, every, arguments.runs)
            pace = (len(strings) - 1) / max(whole.seconds - start.seconds, 1e-6)
            ours = ours or pace
            print(
                f"{name:12} {pace:8.0f}   {start.seconds:8.2f} s {whole.memory:6.0f} MiB"
                f" {ours / pace:7.1f}"
            )


def read_strings(path: Path) -> list[str]:
    """The strings of the file, each on one line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] if line.startswith("{") else line for line in lines]
    return [" ".join(text.split()) for text in texts if text.strip()]


def best(command: Sequence[str], path: Path, runs: int) -> Measure:
    """The quickest of several runs, with the memory that it took."""
    return min((run(command, path) for _ in range(runs)), key=lambda one: one.seconds)


def run(command: Sequence[str], path: Path) -> Measure:
    """One run of a tool over a file."""
    environment = {**os.environ, **dict.fromkeys(_THREADS, "1")}
    process = subprocess.Popen(
        [*command, str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]}: exit {process.returncode}")
    return Measure(used.ru_utime + used.ru_stime, used.ru_maxrss / _MEBI)


if __name__ == "__main__":
    main()
