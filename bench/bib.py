"""Time .bib files: ours, bibtexparser, pybtex and, if asked for, bibtex-tidy, in one run.

    python bench/bib.py FILE.bib ... [--entries N] [--runs N] [--node-modules DIR] [--hostile]

The files are joined and repeated until there are N entries (10,000), none with the key of
another, so that nobody has duplicates to complain of. Each task runs in a process of its own;
printed are the CPU seconds that it takes beyond the imports (of several runs the quickest), the
megabytes a second, the ratio to ours, and the most memory that the process had. Reading gives
the nodes or blocks of the file with their fields; writing gives the text. "to references" is
ours with every value decoded, as all commands but ``tidy`` need it. Laying out is
``citekit tidy`` with its defaults beside bibtex-tidy with its own, of which ``--node-modules``
is the folder, and which is timed beyond its start.
``--hostile`` times files made to be slow instead, in ours alone.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_HEAD = re.compile(
    r"(@\s*(?!string|preamble|comment)\w+\s*[{(]\s*)([^\s,{}()=]+)(?=\s*,)", re.IGNORECASE
)
_HOSTILE = {
    "200,000 open braces": "{" * 200_000,
    "200,000 open braces in an entry": "@a{k, t = " + "{" * 200_000,
    "1 MB of @": "@" * 1_000_000,
    "1 MB of heads": "@a{\n" * 250_000,
    "1 MB of open values": "@a{k, t = {\n" * 83_333,
    "1 MB of open quotes": '@a(k, t = "\n' * 83_333,
    "50 MB of noise": 'a @b {c} "d" = e, % f # (g) \\h\n' * 1_700_000,
}


def _citekit(text: str, *, write: bool) -> object:
    from citekit.formats.bib_syntax.parser import parse_bib  # noqa: PLC0415  # timed apart

    source = parse_bib(text)
    return source.write() if write else source


def _references(text: str, *, write: bool) -> object:
    from citekit.formats import biblatex, bibtex_reader  # noqa: PLC0415  # timed apart
    from citekit.formats.results import WriteOptions  # noqa: PLC0415  # timed apart

    references = bibtex_reader.read(text, "corpus.bib").references
    return biblatex.write(references, WriteOptions()) if write else references


def _citekit_tidy(text: str, *, write: bool) -> object:
    from citekit.pipeline.tidying import tidy_bib  # noqa: PLC0415

    return tidy_bib(text).text if write else None


def _bibtexparser(text: str, *, write: bool) -> object:
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415
    from bibtexparser.writer import write as write_library  # noqa: PLC0415

    library = parse_string(text, parse_stack=[])
    return write_library(library) if write else library


def _pybtex(text: str, *, write: bool) -> object:
    from pybtex.database import parse_string  # noqa: PLC0415

    library = parse_string(text, "bibtex")
    return library.to_string("bibtex") if write else library


ENGINES: dict[str, Callable[..., object]] = {
    "citekit": _citekit,
    "to references": _references,
    "bibtexparser": _bibtexparser,
    "pybtex": _pybtex,
}
# What lays files out anew, as bibtex-tidy does, which only reads and writes at once.
TIDIERS: dict[str, Callable[..., object]] = {"citekit tidy": _citekit_tidy}


def task(name: str, path: Path, *, write: bool) -> None:
    """Do the task once in this process, and print its seconds and its memory as JSON."""
    engine = (ENGINES | TIDIERS)[name]
    engine("@misc{k, title = {T}}", write=True)
    text = path.read_bytes().decode("utf-8")
    before = time.process_time()
    result = engine(text, write=write)
    seconds = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    del result
    print(json.dumps([seconds, memory]))


def corpus(paths: list[Path], entries: int) -> str:
    """The files joined and repeated up to ``entries`` entries, every key made unlike the others."""
    text = "\n".join(path.read_bytes().decode("utf-8", "replace") for path in paths)
    pieces: list[str] = []
    count = 0
    while count < entries:
        for piece in re.split(r"(?m)^(?=[ \t]*@)", text):
            numbered, made = _HEAD.subn(rf"\g<1>\g<2>-{count}", piece, count=1)
            pieces.append(numbered)
            count += made
            if count >= entries:
                break
        if not count:
            raise SystemExit("there is no entry in these files")
    return "".join(pieces)


def measured(name: str, path: Path, runs: int, *, write: bool) -> tuple[float, float]:
    """The quickest of ``runs`` runs and its memory; infinite if the engine fails."""
    command = [sys.executable, __file__, str(path), "--task", name, *["--write"] * write]
    found: list[tuple[float, float]] = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{name}: {done.stderr.strip().splitlines()[-1][:100]}")
            return float("inf"), 0
        found.append(tuple(json.loads(done.stdout.splitlines()[-1])))
    return min(found)


def tidy_seconds(modules: Path, path: Path, runs: int) -> float:
    """CPU seconds of bibtex-tidy on the file, beyond those on an empty one."""

    def once(text: str) -> float:
        with tempfile.NamedTemporaryFile("w", suffix=".bib", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            # Behind --quiet it would take a name for the value of that.
            command = ["node", str(tidy_program(modules)), file.name, "-o", os.devnull, "--quiet"]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, _, usage = os.wait4(process.pid, 0)
            process.returncode = 0
        return usage.ru_utime + usage.ru_stime

    text = path.read_text("utf-8")
    return min(once(text) for _ in range(runs)) - min(once("") for _ in range(runs))


def show(task: str, name: str, seconds: float, size: float, ours: float, memory: float = 0) -> None:
    """Print what one engine needs for one task."""
    print(
        f"{task:16}{name:14}{seconds:8.2f} s{size / seconds:8.1f} MB/s{seconds / ours:8.1f} x"
        + (f"{memory:8.0f} MiB" if memory else "")
    )


def tidy_program(modules: Path) -> Path:
    """Where bibtex-tidy lies in a folder of node's modules."""
    return modules / ".bin" / "bibtex-tidy"


def hostile() -> None:
    """Print how long files take that were made to be slow."""
    for name, text in _HOSTILE.items():
        before = time.process_time()
        same = _citekit(text, write=True) == text
        seconds = time.process_time() - before
        print(f"{name:34}{seconds:8.2f} s{len(text) / seconds / 1e6:9.1f} MB/s  same: {same}")


def main() -> int:
    """Print a line for each engine and task."""
    parser = argparse.ArgumentParser(description="Time reading and writing .bib files.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--task", help=argparse.SUPPRESS)
    parser.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.hostile:
        hostile()
        return 0
    if options.task:
        task(options.task, options.files[0], write=options.write)
        return 0
    text = corpus(options.files, options.entries)
    size = len(text.encode()) / 1e6
    print(f"{options.entries:,} entries, {size:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.bib"
        path.write_bytes(text.encode())
        for write in (False, True):
            ours = 0.0
            for name in ENGINES:
                seconds, memory = measured(name, path, options.runs, write=write)
                ours = ours or seconds
                show("read and write" if write else "read", name, seconds, size, ours, memory)
        ours, memory = measured("citekit tidy", path, options.runs, write=True)
        show("lay out", "citekit tidy", ours, size, ours, memory)
        if shutil.which("node") and tidy_program(options.node_modules).exists():
            seconds = tidy_seconds(options.node_modules, path, options.runs)
            show("lay out", "bibtex-tidy", seconds, size, ours)
        else:
            print("bibtex-tidy is left out; 'npm install bibtex-tidy', then --node-modules DIR")
    return 0


if __name__ == "__main__":
    sys.exit(main())
