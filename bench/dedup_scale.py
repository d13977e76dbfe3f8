"""How long the resolver takes over a library with many copies, and how well it tells them apart.

    python bench/dedup_scale.py --records RECORDS.csl.json [--count N] [--processes P] [--seed S]

RECORDS.csl.json is a list of records in CSL-JSON. Each is repeated as new works (other words in
the title, other year and authors) until there are enough, then copied one to four times with what
databases do to a record: letters slipped, journals abbreviated, given names cut to initials,
fields dropped, an article's subtitle lost. Only the profiles are kept, as of a library that is
read from a file. Printed are the seconds that profiles and clusters take, the highest memory of
the first process (each further one has a copy of what it looks at) and the precision and recall
over pairs.
"""

import argparse
import gc
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import comb
from pathlib import Path
from typing import Any

from citekit.model.reference import Literal, Name, PersonalName, Reference, single_date
from citekit.model.variables import (
    DateVariable,
    ItemType,
    NameVariable,
    NumberVariable,
    TextVariable,
)
from citekit.resolver.clustering import partition
from citekit.resolver.profile import Profile, profile

_TEXTS = {
    "title": TextVariable.TITLE,
    "container-title": TextVariable.CONTAINER_TITLE,
    "publisher": TextVariable.PUBLISHER,
    "DOI": TextVariable.DOI,
    "ISBN": TextVariable.ISBN,
}
_NUMBERS = {
    "volume": NumberVariable.VOLUME,
    "issue": NumberVariable.ISSUE,
    "page": NumberVariable.PAGE,
}
_COPIES = (1, 1, 2, 2, 3, 4)
_DROPPED = ("volume", "issue", "page", "DOI", "publisher", "ISBN", "issued")
_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
_LONG = 5
_TITLE = 4
# How often a copy is worse in one way or another.
_NEW_WORD = 0.5
_DROP = 0.15
_SLIP = 0.4
_CAPITALS = 0.2
_CUT = 0.1
_ABBREVIATION = 0.4
_INITIALS = 0.5


def main() -> int:
    """Make the records, cluster them and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    originals = json.loads(options.records.read_text("utf-8"))
    rng = random.Random(options.seed)  # noqa: S311  # synthetic records, no secret
    gc.disable()  # nothing here makes cycles, and looking for them takes a sixth of the time
    works: list[int] = []
    profiles: list[Profile] = []
    seconds = used = 0.0
    for work, row in _copies(originals, options.count, rng):
        works.append(work)
        reference = _reference(row)
        start, begun = time.perf_counter(), time.process_time()
        profiles.append(profile(reference))
        seconds += time.perf_counter() - start
        used += time.process_time() - begun
    before = sum(sum(resource.getrusage(who)[:2]) for who in _WHO)
    start = time.perf_counter()
    clusters = partition(profiles, processes=options.processes).clusters
    seconds += time.perf_counter() - start
    used += sum(sum(resource.getrusage(who)[:2]) for who in _WHO) - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = _scores(works, clusters)
    sys.stdout.write(
        f"{len(works)} records, {len(set(works))} works, {len(clusters)} clusters: "
        f"{seconds:.1f} s ({used:.1f} s of processors), {memory:.0f} MB, "
        f"precision {precision:.4f}, recall {recall:.4f}\n"
    )
    return 0


def _copies(
    originals: Sequence[Mapping[str, Any]], count: int, rng: random.Random
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Records with the number of their work, in no order."""
    words = sorted(
        {w for row in originals for w in str(row.get("title", "")).split() if len(w) > 1}
    )
    people = [name for row in originals for name in row.get("author", ())]
    rows: list[tuple[int, Mapping[str, Any]]] = []
    work = 0
    while len(rows) < count:
        original = originals[work % len(originals)]
        if work >= len(originals):
            original = _other_work(original, words, people, rng)
        rows.append((work, original))
        rows += [(work, _worse(original, rng)) for _ in range(rng.choice(_COPIES) - 1)]
        work += 1
    rng.shuffle(rows)
    del rows[count:]
    while rows:
        yield rows.pop()  # and so forgotten


def _other_work(
    row: Mapping[str, Any], words: Sequence[str], people: Sequence[Any], rng: random.Random
) -> dict[str, Any]:
    """Another work in the same journal: half of the title's words new, authors and numbers too."""
    title = str(row.get("title", "")).split() or ["Untitled"]
    other = [rng.choice(words) if rng.random() < _NEW_WORD else word for word in title]
    other += [rng.choice(words) for _ in range(max(0, _TITLE - len(other)))]
    year = rng.randint(1950, 2024)
    new: dict[str, Any] = {
        **row,
        "title": " ".join(other),
        "author": [rng.choice(people) for _ in row.get("author", ())],
        "issued": {"date-parts": [[year]]},
    }
    if "DOI" in row:
        new["DOI"] = f"10.{rng.randint(1000, 9999)}/{rng.getrandbits(40):x}"
    if "ISBN" in row:
        new["ISBN"] = f"978{rng.randint(10**9, 10**10 - 1)}"
    if "volume" in row:
        new["volume"] = str(rng.randint(1, 120))
    if "page" in row:
        start = rng.randint(1, 900)
        new["page"] = f"{start}-{start + rng.randint(2, 30)}"
    return new


def _worse(row: Mapping[str, Any], rng: random.Random) -> dict[str, Any]:
    """A copy of one work as another database has it."""
    copy = dict(row)
    for name in _DROPPED:
        if rng.random() < _DROP:
            copy.pop(name, None)
    if rng.random() < _SLIP:
        copy["title"] = _slipped(str(copy.get("title", "")), rng)
    if rng.random() < _CAPITALS:
        copy["title"] = str(copy.get("title", "")).upper()
    if rng.random() < _CUT:
        copy["title"] = str(copy.get("title", "")).partition(": ")[0]
    if rng.random() < _ABBREVIATION and "container-title" in copy:
        copy["container-title"] = _abbreviated(str(copy["container-title"]))
    if rng.random() < _INITIALS:
        copy["author"] = [_initials(name) for name in copy.get("author", ())]
    return copy


def _slipped(text: str, rng: random.Random) -> str:
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) > _LONG and word.isalpha()]
    if long:
        place = rng.choice(long)
        word = words[place]
        at = rng.randrange(1, len(word) - 1)
        change = rng.randrange(3)
        if change == 0:
            words[place] = word[:at] + word[at + 1 :]
        elif change == 1:
            words[place] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        else:
            words[place] = word[:at] + rng.choice("aeinorst") + word[at + 1 :]
    return " ".join(words)


def _abbreviated(text: str) -> str:
    words = [word for word in text.split() if len(word) >= _TITLE or word[:1].isupper()]
    return " ".join(f"{word[:4]}." if len(word) > _LONG else word for word in words)


def _initials(name: Mapping[str, str]) -> Mapping[str, str]:
    if "given" not in name:
        return name
    return {**name, "given": " ".join(f"{word[0]}." for word in name["given"].split())}


def _reference(row: Mapping[str, Any]) -> Reference:
    parts = (row.get("issued") or {}).get("date-parts") or [[]]
    year = re.fullmatch(r"\d{4}", str(parts[0][0])) if parts[0] else None
    authors = tuple(_name(name) for name in row.get("author", ()))
    known = set(ItemType)
    kind = str(row.get("type", "document"))
    return Reference(
        type=ItemType(kind) if kind in known else ItemType.DOCUMENT,
        texts={variable: str(row[name]) for name, variable in _TEXTS.items() if row.get(name)},
        numbers={variable: str(row[name]) for name, variable in _NUMBERS.items() if row.get(name)},
        dates={DateVariable.ISSUED: single_date(int(year[0]))} if year else {},
        names={NameVariable.AUTHOR: authors} if authors else {},
    )


def _name(row: Mapping[str, str]) -> Name:
    if "literal" in row:
        return Literal(row["literal"])
    return PersonalName(row.get("family", ""), row.get("given", ""))


def _scores(works: Sequence[int], clusters: Sequence[Sequence[int]]) -> tuple[float, float]:
    said = sum(comb(len(members), 2) for members in clusters)
    gold = sum(comb(number, 2) for number in Counter(works).values())
    right = sum(
        comb(number, 2)
        for members in clusters
        for number in Counter(works[place] for place in members).values()
    )
    return right / max(said, 1), right / max(gold, 1)


if __name__ == "__main__":
    sys.exit(main())
