"""Counts which words stand in which kinds of value, and writes those that give their kind away.

Usage: python training/wordlists.py --data FOLDER [--records FILE] -o LISTS
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from bank import Bank, build_bank
from corpus import read_examples

_WORD = re.compile(r"[^\W\d_]{2,}")
# A word is listed for a kind if it was seen there in so many different values, and so large a
# share of all its values are of that kind.
_LEAST, _SHARE = 3, 0.5
_KINDS = {
    "author": "name",
    "title": "",
    "book": "",
    "container": "",
    "journal": "journal",
    "publisher": "publisher",
    "publisher-place": "city",
}
_HEADS = {
    "family": "Family names.",
    "given": "Given names.",
    "name": "Words of names of people, be it the family or the given name.",
    "journal": "Words of the names of journals.",
    "publisher": "Words of the names of publishers.",
    "city": "Words of places of publication.",
}


def main() -> None:
    """Reads the arguments, counts and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--records", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    bank = build_bank(read_examples(arguments.data / "train.jsonl"), arguments.records)
    arguments.output.write_text(_toml(_telling(_counts(bank))), encoding="utf-8")


def _counts(bank: Bank) -> dict[str, Counter[str]]:
    """For each word in lower case the number of different values of each kind that have it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people = {person for crowd in bank.people for person in crowd}
    values: Iterable[tuple[str, str]] = [
        *((kind, text) for kind in _KINDS for text in bank.texts.get(kind, ())),
        *(("name", person.family) for person in people),
        *(("family", person.family) for person in people),
        *(("given", person.given) for person in people),
    ]
    for kind, text in values:
        for word in {word.lower() for word in _WORD.findall(text)}:
            counts[word][_KINDS.get(kind, kind)] += 1
    return counts


def _telling(counts: dict[str, Counter[str]]) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {kind: [] for kind in _HEADS}
    for word, kinds in sorted(counts.items()):
        for kind, count in kinds.items():
            # Every name is counted twice, as a name and as the part of it that it is.
            rivals = kinds["family"] + kinds["given"] if kind == "name" else kinds["name"]
            if kind and count >= _LEAST and count >= _SHARE * (kinds.total() - rivals):
                lists[kind].append(word)
    return lists


def _toml(lists: dict[str, list[str]]) -> str:
    head = "# Made by training/wordlists.py: words that mostly stand in one kind of value.\n"
    return head + "".join(
        f'\n# {_HEADS[kind]}\n{kind} = """{" ".join(words)}"""\n' for kind, words in lists.items()
    )


if __name__ == "__main__":
    main()
