"""Render a bibliography of every record with one engine, for csl.py to time from outside.

    python bench/csl_render.py ENGINE STYLE.csl RECORDS.csl.json

ENGINE is ``citekit`` or ``citeproc-py``; each is run by an interpreter that has it. The entries go
to stdout as HTML, one a line.
"""

import json
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence

Records = Sequence[Mapping[str, object]]


def citekit(style: str, records: Records) -> Iterator[str]:
    """Entries by ours."""
    from citekit.csl.items import read_item  # noqa: PLC0415  # only where it is timed
    from citekit.csl.markup import WRITERS  # noqa: PLC0415
    from citekit.csl.processor import Processor  # noqa: PLC0415
    from citekit.csl.styles import find_style  # noqa: PLC0415

    processor = Processor(find_style(style), [read_item(record) for record in records])
    for entry in processor.bibliography(WRITERS["html"]).entries:
        yield entry.text


def citeproc_py(style: str, records: Records) -> Iterator[str]:
    """Entries by citeproc-py."""
    import citeproc  # noqa: PLC0415
    from citeproc.source.json import (  # noqa: PLC0415
        CiteProcJSON,
    )

    warnings.simplefilter("ignore")
    loaded = citeproc.CitationStylesStyle(style, validate=False)
    bibliography = citeproc.CitationStylesBibliography(
        loaded, CiteProcJSON(records), citeproc.formatter.html
    )
    for record in records:
        cite = citeproc.CitationItem(str(record["id"]).lower())
        bibliography.register(citeproc.Citation([cite]))
    yield from map(str, bibliography.bibliography())


ENGINES = {"citekit": citekit, "citeproc-py": citeproc_py}


def main() -> int:
    """Print the entries."""
    if len(sys.argv) != 4 or sys.argv[1] not in ENGINES:  # noqa: PLR2004  # the three words
        print(__doc__, file=sys.stderr)
        return 2
    engine, style, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:  # noqa: PTH123  # pathlib's import would be timed
        records = json.load(file)
    for entry in ENGINES[engine](style, records):
        print(entry)
    return 0


if __name__ == "__main__":
    sys.exit(main())
