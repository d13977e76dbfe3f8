"""Print the clusters that the resolver finds in a CSV file of bibliographic records.

    python bench/dedup_clusters.py RECORDS.csv > clusters.json

RECORDS.csv has the columns ID, ENTRYTYPE, author, title, journal, year, volume, number, pages, doi
and isbn. The output is a JSON list of lists of IDs, clusters of two or more only; the time taken
goes to stderr.
"""

import csv
import html
import json
import re
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from citekit.model.reference import Literal, Name, PersonalName, Reference, single_date
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.resolver.clustering import cluster

_TYPES = {
    "article": ItemType.ARTICLE_JOURNAL,
    "inproceedings": ItemType.PAPER_CONFERENCE,
    "book": ItemType.BOOK,
    "incollection": ItemType.CHAPTER,
    "inbook": ItemType.CHAPTER,
    "phdthesis": ItemType.THESIS,
    "techreport": ItemType.REPORT,
}
_TEXTS = {
    "title": TextVariable.TITLE,
    "journal": TextVariable.CONTAINER_TITLE,
    "doi": TextVariable.DOI,
}
_NUMBERS = {
    "volume": NumberVariable.VOLUME,
    "number": NumberVariable.ISSUE,
    "pages": NumberVariable.PAGE,
}
# What commas may part within one name.
_FAMILY_GIVEN_SUFFIX = 3
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_](?:\.[\s-]?|[\s-]))+[^\W\d_]{2}")
_INITIALS = re.compile(r"(?:[A-Z][.-]?\s?){1,4}(?:Jr\.?)?")


def main() -> int:
    """Read the file named on the command line and print its clusters."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = [
            {name: html.unescape(value or "") for name, value in row.items()}
            for row in csv.DictReader(file)
        ]
    references = [read_reference(row) for row in rows]
    start = time.perf_counter()
    clusters = [members for members in cluster(references) if len(members) > 1]
    print(f"{len(rows)} records in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    print(json.dumps([[rows[place]["ID"] for place in members] for members in clusters]))
    return 0


def read_reference(row: Mapping[str, str]) -> Reference:
    """The reference that a row of the file describes."""
    year = re.search(r"\d{4}", row.get("year") or "")
    authors = tuple(read_names(row.get("author") or ""))
    return Reference(
        type=_TYPES.get(row.get("ENTRYTYPE") or "", ItemType.DOCUMENT),
        texts={variable: row[name] for name, variable in _TEXTS.items() if row.get(name)},
        numbers={variable: row[name] for name, variable in _NUMBERS.items() if row.get(name)},
        dates={DateVariable.ISSUED: single_date(int(year[0]))} if year else {},
        names={NameVariable.AUTHOR: authors} if authors else {},
    )


def read_names(text: str) -> Iterator[Name]:
    """The names of a list, parted by "and", or by commas where initials stand in front."""
    for part in re.split(r",?\s+and\s+", text):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        many = len(pieces) > _FAMILY_GIVEN_SUFFIX - 1 and all(" " in piece for piece in pieces)
        in_order = many or all(_INITIALS_FIRST.match(piece) for piece in pieces)
        for name in pieces if len(pieces) > 1 and in_order else [part.strip(" ,")]:
            if name:
                yield read_name(name)


def read_name(text: str) -> Name:
    """The name, family name first where a comma or initials at the end say so."""
    family, comma, given = text.strip().partition(",")
    if comma:
        return PersonalName(family.strip(), given.strip())
    head, _, tail = family.partition(" ")
    while tail and not _INITIALS.fullmatch(tail):
        word, _, tail = tail.partition(" ")
        head = f"{head} {word}"
    if tail:
        return PersonalName(head, tail)
    first, _, last = family.rpartition(" ")
    return PersonalName(last, first) if first else Literal(last)


if __name__ == "__main__":
    sys.exit(main())
