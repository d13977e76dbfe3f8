"""Time the checking of .bib files, and count findings: ours beside other tools, in one run.

    python bench/check.py FILE.bib [--runs N] [--node-modules DIR] [--badness PATH] [--all-rules]

Each tool runs as its users run it, on a copy of the file, in a process of its own. Printed are the
CPU seconds (user and system) of the quickest of several runs, those of a file with one sound
entry (the start), the ratio to ours, and the findings for each entry of the file. biber runs as a
tool with its data model checked, bibtex-tidy with its search for duplicates, which is all it says
besides errors of syntax; pybtex reads the file and reports what it cannot read. What is not
installed is left out with a word. A tool that gives up on an entry may say little of those after.
``--all-rules`` times ours once more with every rule; "unchanged" is ours on a file that it has
checked before, its findings kept.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_ENTRY = re.compile(r"(?im)^[ \t]*@[ \t]*(?!string|preamble|comment)\w+[ \t]*[{(]")
_SOUND = """\
@article{voss2005,
  author  = {Voss, M. T.},
  title   = {Rivers and borders},
  journal = {Meridian},
  year    = {2005},
  volume  = {49},
  number  = {3},
  pages   = {12--31},
}
"""
_PYBTEX = """\
import sys
from pybtex import errors
from pybtex.database import parse_file
with errors.capture() as found:
    parse_file(sys.argv[1], "bibtex")
print("\\n".join("error" for one in found))
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: the command that checks a file, and what a line of a finding begins with."""

    name: str
    command: Sequence[str]
    finding: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """CPU seconds of a run, and the findings in what it printed."""

    seconds: float
    findings: int


def citekit(name: str, *options: str) -> Tool:
    """Ours, with further options."""
    command = [sys.executable, "-m", "citekit", "check", "--no-config", "--exit-zero", "-q"]
    command += [] if "--cache-dir" in options else ["--no-cache"]
    return Tool(
        name,
        [*command, "--output-format", "concise", *options, "refs.bib"],
        re.compile(r"refs\.bib:\d+:\d+: "),
    )


def biber() -> Tool | None:
    """Biber as a tool, if it is installed."""
    if not shutil.which("biber"):
        print("biber is left out; Debian has it in the package biber")
        return None
    command = [
        "biber",
        "--tool",
        "--validate-datamodel",
        "--nolog",
        "--output-file",
        os.devnull,
        "refs.bib",
    ]
    return Tool("biber --tool", command, re.compile(r"(?:WARN|ERROR) - "))


def badness(program: str) -> Tool | None:
    """The linter of LaTeX and BibTeX, if it is installed."""
    found = shutil.which(program)
    if not found:
        print("badness is left out; 'pip install badness', then --badness PATH")
        return None
    command = [found, "lint", "--no-config", "--color", "never", "--output", "concise", "refs.bib"]
    return Tool("badness", command, re.compile(r"refs\.bib:\d+:\d+: "))


def bibtex_tidy(modules: Path) -> Tool | None:
    """bibtex-tidy of a folder of node's modules, if it is there."""
    program = modules / ".bin" / "bibtex-tidy"
    if not shutil.which("node") or not program.exists():
        print("bibtex-tidy is left out; 'npm install bibtex-tidy', then --node-modules DIR")
        return None
    duplicates = "--duplicates=doi,key,abstract,citation"
    # Behind an option it would take the name of the file for its value.
    command = ["node", str(program.resolve()), "refs.bib", duplicates, "-o", os.devnull]
    return Tool("bibtex-tidy", command, re.compile(r"[A-Z]+_[A-Z]+: |BibTeXSyntaxError"))


def pybtex() -> Tool:
    """The parser of pybtex, which citekit depends on for BibTeX's styles."""
    return Tool("pybtex", [sys.executable, "-c", _PYBTEX, "refs.bib"], re.compile("error"))


def once(tool: Tool, folder: Path) -> Measure:
    """One run of ``tool`` on the file in ``folder``."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            tool.command, cwd=folder, stdout=output, stderr=subprocess.STDOUT
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        output.seek(0)
        lines = output.read().decode("utf-8", "replace").splitlines()
    findings = sum(bool(tool.finding.match(line)) for line in lines)
    return Measure(usage.ru_utime + usage.ru_stime, findings)


def quickest(tool: Tool, text: bytes, runs: int) -> Measure:
    """The quickest of several runs on ``text``, all in one folder."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "refs.bib").write_bytes(text)
        return min((once(tool, Path(folder)) for _ in range(runs)), key=lambda one: one.seconds)


def main() -> int:
    """Print a line for each tool."""
    parser = argparse.ArgumentParser(description="Time the checking of a .bib file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    parser.add_argument("--badness", default="badness")
    parser.add_argument("--all-rules", action="store_true")
    options = parser.parse_args()
    text = options.file.read_bytes()
    entries = len(_ENTRY.findall(text.decode("utf-8", "replace"))) or 1
    print(f"{entries:,} entries, {len(text) / 1e6:.1f} MB")
    peers: list[Callable[[], Tool | None]] = [
        lambda: badness(options.badness),
        lambda: bibtex_tidy(options.node_modules),
        biber,
        pybtex,
    ]
    tools = [citekit("citekit"), citekit("unchanged", "--cache-dir", "kept")]
    if options.all_rules:
        tools.append(citekit("all rules", "--select", "ALL"))
    tools += [tool for peer in peers if (tool := peer()) is not None]
    ours = 0.0
    for tool in tools:
        start = quickest(tool, _SOUND.encode(), options.runs)
        whole = quickest(tool, text, options.runs)
        ours = ours or whole.seconds
        print(
            f"{tool.name:14}{whole.seconds:8.2f} s{whole.seconds / ours:7.1f} x"
            f"{start.seconds:7.2f} s start{whole.findings / entries:9.2f} findings an entry"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
