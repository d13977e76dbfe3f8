"""Rewrite ``passing.txt`` with the fixtures of the CSL test-suite that pass.

    python tests/conformance/csl/update.py [--only GLOB] [--show N]

Prints what newly passes and fails; with ``--show`` the faults of so many fixtures. ``--only``
looks at some fixtures and writes nothing. Each fixture that does not pass needs its reason in
``deviations.toml``; read the difference before committing.
"""

import argparse
import sys
from collections import Counter

from suite import PASSING, read_passing, run, suite_folder


def main() -> int:
    """Run the suite, print the changes, write the list."""
    parser = argparse.ArgumentParser(description="Rewrite the list of passing fixtures.")
    parser.add_argument("--only", default="", metavar="GLOB")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    args = parser.parse_args()
    folder = suite_folder()
    if folder is None:
        sys.stderr.write("no CSL test-suite; set CITEKIT_DATA\n")
        return 2
    outcomes = list(run(folder, args.only or "*_*"))
    before = read_passing() if PASSING.exists() else set()
    passing = {each.name for each in outcomes if each.has_passed}
    lines = [f"newly passing: {name}" for name in sorted(passing - before)]
    failing = [each for each in outcomes if not each.has_passed]
    lines += [f"newly failing: {each.name}" for each in failing if each.name in before]
    lines += [f"--- {each.name}\n{each.fault}\n" for each in failing[: args.show]]
    counts = Counter(each.name.partition("_")[0] for each in failing)
    lines.append(" ".join(f"{area}:{count}" for area, count in counts.most_common()))
    lines.append(f"{len(passing)} of {len(outcomes)} pass")
    sys.stdout.write("\n".join(lines) + "\n")
    if not args.only:
        PASSING.write_text("".join(f"{name}\n" for name in sorted(passing)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
