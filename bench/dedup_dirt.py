"""How well the resolver tells works apart in records that are worse than any database's.

    python bench/dedup_dirt.py --records RECORDS.csl.json [--kind citations|web] [--works N]
                               [--seed S] [--misses N]

RECORDS.csl.json is a list of records in CSL-JSON. ``citations`` cites each work 5 to 60 times as
bibliographies do: names in any form, venues abbreviated, fields left out, letters misread, now
and then a wrong year. ``web`` has each work one to eight times as pages and search engines give
it: titles cut off, fields in the wrong columns, typing errors. Printed are precision, recall and
F1 over pairs, beside those of title and year alone; ``--misses`` shows pairs that went wrong.
"""

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from math import comb
from pathlib import Path
from typing import Any

from dedup_clusters import read_reference

from citekit.resolver.clustering import cluster
from citekit.text.folding import fold

Row = dict[str, str]
_SHOWN = ("author", "title", "journal", "year", "volume", "pages")
_MISREAD = {"m": "rn", "l": "1", "i": "l", "e": "c", "h": "b", "o": "0", "n": "ri", "u": "ii"}
_LONG = 4
_TYPES = {"article-journal": "article", "paper-conference": "inproceedings", "book": "book"}


def main() -> int:
    """Make the records, cluster them and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--kind", choices=("citations", "web"))
    parser.add_argument("--works", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    originals = json.loads(options.records.read_text("utf-8"))
    for kind in (options.kind,) if options.kind else ("citations", "web"):
        rng = random.Random(options.seed)  # noqa: S311  # synthetic records, no secret
        made = _MAKERS[kind](originals, options.works, rng)
        rng.shuffle(made)
        works, rows = [work for work, _ in made], [row for _, row in made]
        start = time.process_time()
        clusters = cluster([read_reference(row) for row in rows])
        seconds = time.process_time() - start
        homes = {place: home for home, members in enumerate(clusters) for place in members}
        named = _scores(works, [homes[place] for place in range(len(rows))])
        alone = _scores(works, [_title_and_year(n, row) for n, row in enumerate(rows)])
        sys.stdout.write(
            f"{kind}: {len(rows)} records of {len(set(works))} works, {seconds:.1f} s\n"
            f"  citekit         {named}\n  title and year  {alone}\n"
        )
        _show_misses(works, rows, homes, options.misses)
    return 0


def _citations(originals: Sequence[Any], works: int, rng: random.Random) -> list[tuple[int, Row]]:
    """Every work cited 5 to 60 times; works of one author beside each other."""
    chosen = _related(originals, works or 120)
    return [
        (work, _cited(_row(original), rng))
        for work, original in enumerate(chosen)
        for _ in range(min(60, 5 + int(rng.expovariate(1 / 12))))
    ]


def _web(originals: Sequence[Any], works: int, rng: random.Random) -> list[tuple[int, Row]]:
    """Every work once as it is and up to eight times as the web has it."""
    chosen = _related(originals, works or 2000)
    made: list[tuple[int, Row]] = []
    for work, original in enumerate(chosen):
        made.append((work, _row(original)))
        made += [
            (work, _on_the_web(_row(original), rng)) for _ in range(rng.choice((0, 1, 1, 2, 3, 8)))
        ]
    return made


_MAKERS: Mapping[str, Callable[[Sequence[Any], int, random.Random], list[tuple[int, Row]]]] = {
    "citations": _citations,
    "web": _web,
}


def _related(originals: Sequence[Any], count: int) -> list[Any]:
    """Works with an author and a title, those of the authors with most works first, each once."""
    by_author: dict[str, list[Any]] = defaultdict(list)
    seen = set()
    for record in originals:
        title = fold(str(record.get("title", ""))).replace(" ", "")
        family = next((name.get("family", "") for name in record.get("author", ())), "")
        if family and len(title) > 12 and title[:40] not in seen:  # noqa: PLR2004  # no mere word
            seen.add(title[:40])
            by_author[family].append(record)
    groups = sorted(by_author.values(), key=len, reverse=True)
    return [record for group in groups for record in group][:count]


def _row(record: Mapping[str, Any]) -> Row:
    dates = (record.get("issued") or {}).get("date-parts") or [[""]]
    return {
        "ENTRYTYPE": _TYPES.get(str(record.get("type")), "misc"),
        "author": " and ".join(
            f"{name['family']}, {name['given']}" if name.get("given") else name.get("family", "")
            for name in record.get("author", ())
            if name.get("family")
        ),
        "title": str(record.get("title", "")),
        "journal": str(record.get("container-title", "")),
        "year": str(dates[0][0]) if dates[0] else "",
        "volume": str(record.get("volume", "")),
        "number": str(record.get("issue", "")),
        "pages": str(record.get("page", "")),
        "doi": str(record.get("DOI", "")),
    }


def _cited(row: Row, rng: random.Random) -> Row:
    """The work as one bibliography has it."""
    cited = dict(row, doi="")
    cited["author"] = _authors(row["author"], rng)
    title = row["title"].lower() if rng.random() < 0.5 else row["title"]  # noqa: PLR2004
    for _ in range(rng.choice((0, 0, 0, 1, 1, 2))):
        title = _misread(title, rng)
    if rng.random() < 0.12:  # noqa: PLR2004
        title = title.partition(": ")[0]
    cited["title"] = "" if rng.random() < 0.02 else title + rng.choice(("", "", "."))  # noqa: PLR2004
    cited["journal"] = _venue(row["journal"], rng)
    cited["year"] = _year(row["year"], rng)
    if rng.random() < 0.5:  # noqa: PLR2004
        cited["pages"] = rng.choice(("", f"pp. {row['pages']}", row["pages"].partition("-")[0]))
    for name in ("volume", "number", "pages"):
        if rng.random() < 0.4:  # noqa: PLR2004
            cited[name] = ""
    if rng.random() < 0.2:  # noqa: PLR2004
        cited["ENTRYTYPE"] = rng.choice(("article", "inproceedings", "techreport", "misc"))
    return cited


def _on_the_web(row: Row, rng: random.Random) -> Row:
    """The work as a page or a search engine has it."""
    found = dict(row, doi="", number="")
    found["author"] = _authors(row["author"], rng)
    found["journal"] = _venue(row["journal"], rng)
    for name, chance in (("year", 0.4), ("volume", 0.7), ("pages", 0.7), ("journal", 0.2)):
        if rng.random() < chance:
            found[name] = ""
    for _ in range(rng.choice((0, 0, 1))):
        found["title"] = _mistyped(found["title"], rng)
    return found | _misplaced(found, rng)


def _misplaced(found: Row, rng: random.Random) -> Row:
    """The fields that are in the wrong column, cut off or lost, as they then are."""
    title, journal, year = found["title"], found["journal"], found["year"]
    words = title.split()
    match rng.randrange(12):
        case 0 | 1 if len(words) > _LONG:
            return {"title": " ".join(words[: max(_LONG, len(words) * 2 // 3)]) + " ..."}
        case 2 if journal:
            return {"title": f"{title}. {journal}", "journal": ""}
        case 3:
            return {"title": f"{found['author'].replace(' and ', ', ')}: {title}", "author": ""}
        case 4 if year:
            return {"title": f"{title} ({year})", "year": ""}
        case 5 if year and journal:
            return {"journal": f"{journal}, {year}", "year": ""}
        case 6:
            return {"title": journal, "journal": title}
        case 7:
            return {"author": ""}
        case _:
            return {}


def _authors(text: str, rng: random.Random) -> str:
    names = [name.partition(", ") for name in text.split(" and ") if name]
    if rng.random() < 0.1 and len(names) > 1:  # noqa: PLR2004
        names.pop(rng.randrange(1, len(names)))
    form = rng.randrange(5)
    shown = []
    for family, _, given in names:
        initials = " ".join(f"{word[0]}." for word in re.findall(r"\w+", given))
        shown.append(
            (
                f"{family}, {given}",
                f"{family}, {initials}",
                f"{initials} {family}",
                f"{given} {family}",
                f"{family} {initials.replace('. ', '').rstrip('.')}",
            )[form].strip(" ,")
        )
    if rng.random() < 0.15 and len(shown) > 2:  # noqa: PLR2004
        shown = [shown[0], "others"]
    text = " and ".join(shown)
    if form in (2, 3) and rng.random() < 0.4 and "others" not in shown:  # noqa: PLR2004
        text = ", ".join(shown)  # as a page prints them
    return _misread(text, rng) if rng.random() < 0.06 else text  # noqa: PLR2004


def _venue(text: str, rng: random.Random) -> str:
    words = [word for word in text.split() if len(word) >= _LONG or word[:1].isupper()]
    match rng.randrange(6):
        case 0:
            return ""
        case 1:
            return " ".join(f"{word[:4]}." if len(word) > _LONG + 1 else word for word in words)
        case 2 if len(words) > 2:  # noqa: PLR2004
            return "".join(word[0] for word in words if word[0].isupper())
        case 3 if text:
            return f"In {text}"
        case _:
            return text


def _year(text: str, rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.12:  # noqa: PLR2004
        return ""
    if chance < 0.2 and text.isdecimal():  # noqa: PLR2004
        return str(int(text) + rng.choice((-1, 1, 1, -1, 2, 10)))
    return text


def _misread(text: str, rng: random.Random) -> str:
    """Text with one slip as reading machines make them."""
    places = [place for place, letter in enumerate(text) if letter in _MISREAD]
    if not places or rng.random() < 0.2:  # noqa: PLR2004
        blanks = [place for place, letter in enumerate(text) if letter == " "]
        at = rng.choice(blanks) if blanks else 0
        return text[:at] + text[at + 1 :]
    at = rng.choice(places)
    return text[:at] + _MISREAD[text[at]] + text[at + 1 :]


def _mistyped(text: str, rng: random.Random) -> str:
    places = [place for place in range(1, len(text) - 1) if text[place - 1 : place + 2].isalpha()]
    if not places:
        return text
    at = rng.choice(places)
    return rng.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        )
    )


def _title_and_year(place: int, row: Row) -> Hashable:
    title = fold(row["title"])
    return (title, row["year"]) if title else place


def _scores(works: Sequence[int], homes: Sequence[Hashable]) -> str:
    said = sum(comb(number, 2) for number in Counter(homes).values())
    gold = sum(comb(number, 2) for number in Counter(works).values())
    right = sum(comb(number, 2) for number in Counter(zip(works, homes, strict=True)).values())
    precision, recall = right / max(said, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}"


def _show_misses(
    works: Sequence[int], rows: Sequence[Row], homes: Mapping[int, int], count: int
) -> None:
    """Records out of the largest cluster of their work, and clusters of several works."""
    of_work: dict[int, list[int]] = defaultdict(list)
    for place, work in enumerate(works):
        of_work[work].append(place)
    shown = 0
    for places in of_work.values():
        most = Counter(homes[place] for place in places).most_common(1)[0][0]
        best = next(place for place in places if homes[place] == most)
        for place in places:
            if homes[place] != most and shown < count:
                shown += 1
                for name, row in (("apart", rows[place]), ("of", rows[best])):
                    sys.stdout.write(f"{name:6}{' | '.join(row.get(k, '') for k in _SHOWN)}\n")
    impure: dict[int, dict[int, int]] = defaultdict(dict)
    for place, work in enumerate(works):
        impure[homes[place]].setdefault(work, place)
    for members in [m for m in impure.values() if len(m) > 1][:count]:
        for place in members.values():
            row = rows[place]
            sys.stdout.write(f"joined {' | '.join(row.get(k, '') for k in _SHOWN)}\n")
        sys.stdout.write("\n")


if __name__ == "__main__":
    sys.exit(main())
