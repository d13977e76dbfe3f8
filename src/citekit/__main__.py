"""The ``citekit`` command: top-level help and version at once, everything else through typer."""

import os
import sys

from citekit import __version__
from citekit.cli.overview import COMPLETE, overview


def main() -> None:
    """Run the command line and exit with its status.

    ``citekit``, ``--help`` and ``--version`` are answered before typer is imported
    (docs/decisions/0002).
    """
    arguments = sys.argv[1:]
    completing = COMPLETE in os.environ
    if not completing and arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"citekit {__version__}\n")
        return
    if not completing and arguments in ([], ["--help"], ["-h"]):
        sys.stdout.write(overview())
        return
    # The matrices are small: more threads only wait for each other, and burn a core each.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from citekit.cli.app import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
