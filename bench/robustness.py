"""Run the hostile inputs of the tests at full size; print time, memory and exit status of each.

    python bench/robustness.py [--size MB ...] [--only NAME ...] [--limit-mb N] [--seconds N]

Each input is made at each size and read by a process of its own under a memory limit. Printed for
each: size, CPU seconds, peak memory, exit status, and for the last size how many times longer
than the first it took, which is about the ratio of the sizes where time is linear. Exit status 1
when something crashed, ran out of time, or took more than 1 GB.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "robustness"))

from hostile_inputs import HOSTILE_INPUTS

MEGABYTE = 1_000_000
MEMORY_ALLOWED_MB = 1_000


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: CPU seconds, peak resident megabytes, exit status, last line said."""

    seconds: float
    megabytes: float
    status: int
    crashed: bool
    said: str


def run_limited(path: Path, limit_mb: int, seconds: int) -> Run:
    """What extracting the file took under limits of address space and CPU time."""
    command = [sys.executable, "-m", "citekit", "extract", "--quiet", "--to", "json", str(path)]
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            preexec_fn=_limits(limit_mb, seconds),  # noqa: PLW1509 - no threads here
        )
        _, waited, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(waited)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace")
    return Run(
        seconds=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss * 1024 / MEGABYTE,
        status=process.returncode,
        crashed="Traceback" in said or process.returncode not in (0, 1, 2),
        said=said.strip().splitlines()[-1] if said.strip() else "",
    )


def _limits(limit_mb: int, seconds: int) -> Callable[[], None]:
    def set_limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (limit_mb * MEGABYTE, limit_mb * MEGABYTE))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    return set_limits


def main() -> int:
    """Exit status 0, or 1 when an input was not borne."""
    parser = argparse.ArgumentParser(description="Hostile inputs at full size.")
    parser.add_argument("--size", type=float, nargs="+", default=[5, 50], help="in MB")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--limit-mb", type=int, default=4_000)
    parser.add_argument("--seconds", type=int, default=600)
    args = parser.parse_args()
    failed = []
    print(f"{'file':28}{'MB':>6}{'CPU s':>9}{'peak MB':>9}{'exit':>6}  growth, message")
    with tempfile.TemporaryDirectory() as folder:
        for case in HOSTILE_INPUTS:
            if args.only and case.name not in args.only:
                continue
            first = 0.0
            for size in args.size:
                path = Path(folder) / case.name
                path.write_bytes(case.make(int(size * MEGABYTE)))
                done = run_limited(path, args.limit_mb, args.seconds)
                path.unlink()
                growth = f"x{done.seconds / first:.1f}" if first else ""
                first = first or done.seconds
                print(
                    f"{case.name:28}{size:6g}{done.seconds:9.2f}{done.megabytes:9.0f}"
                    f"{done.status:6}  {growth} {done.said[-100:]}",
                    flush=True,
                )
                if done.crashed or done.megabytes > MEMORY_ALLOWED_MB:
                    failed.append(f"{case.name} at {size:g} MB")
    print("not borne:", ", ".join(failed) or "none")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
