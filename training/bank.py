"""Field values taken from labelled strings and from records, for synthetic strings."""

import json
import random
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Example

# Labelled by hand, and clean enough to be printed again.
_CLEAN = frozenset(("anystyle-core", "anystyle-gold", "anystyle-good", "grobid"))
_LONGEST = {
    "author": 120,
    "title": 160,
    "container-title": 90,
    "publisher": 45,
    "publisher-place": 28,
}
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Person:
    """A name; ``family_first`` where it is printed that way without a comma."""

    family: str
    given: str
    family_first: bool = False


@dataclass(frozen=True, slots=True)
class Bank:
    """Values by kind: lists of persons, texts by variable, and the words of material.toml."""

    people: Sequence[tuple[Person, ...]]
    texts: Mapping[str, Sequence[str]]
    words: Mapping[str, Sequence[str]]
    volumes: Mapping[str, Sequence[tuple[str, str, str]]]
    editions: Sequence[tuple[str, str]]

    def text(self, rng: random.Random, kind: str) -> str:
        """Any text of a kind, from the data or from the material."""
        return rng.choice(self.texts.get(kind) or self.words[kind])


def build_bank(examples: Sequence[Example], records: Path | None) -> Bank:
    """The values of the clean sources among the examples, and of the records if given."""
    source = Path(__file__).with_name("material.toml").read_text(encoding="utf-8")
    material = tomllib.loads(source)
    volumes, editions = material.pop("volumes"), material.pop("editions")
    texts: dict[str, dict[str, None]] = defaultdict(dict)
    for example in examples:
        if example.source in _CLEAN:
            _take_example(example, texts)
    people: list[tuple[Person, ...]] = []
    if records is not None:
        for record in json.loads(records.read_text(encoding="utf-8")):
            _take_record(record, texts, people)
    return Bank(
        people or [(Person("Miller", "Ann"),)],
        {kind: list(values) for kind, values in texts.items()},
        {
            kind: words.split() if isinstance(words, str) else words
            for kind, words in material.items()
        },
        volumes,
        editions,
    )


def _take_example(example: Example, texts: dict[str, dict[str, None]]) -> None:
    labels = {label for _, _, label in example.labels}
    journal = "volume" in labels
    book = "publisher" in labels and "container-title" not in labels
    for start, end, label in example.labels:
        value = example.text[start:end]
        if label not in _LONGEST or not _is_clean(value, _LONGEST[label]):
            continue
        if label == "title":
            texts["book" if book else "title"][value] = None
        elif label == "container-title":
            texts["journal" if journal else "container"][value] = None
        else:
            texts[label][value] = None


def _take_record(
    record: Mapping[str, Any],
    texts: dict[str, dict[str, None]],
    people: list[tuple[Person, ...]],
) -> None:
    book = record.get("type") in {"book", "thesis"}
    journal = record.get("type") == "article-journal"
    kinds = {
        "title": "book" if book else "title",
        "container-title": "journal" if journal else "container",
        "publisher": "publisher",
        "publisher-place": "publisher-place",
        "collection-title": "collection-title",
    }
    for variable, kind in kinds.items():
        value = str(record.get(variable, ""))
        if _is_clean(value, _LONGEST.get(variable, 90)):
            texts[kind][value] = None
    names = record.get("author") or record.get("editor") or ()
    found = tuple(
        Person(name["family"], name["given"])
        for name in names
        if _is_clean(name.get("family", ""), 30) and _is_clean(name.get("given", ""), 30, 1)
    )
    if found and len(found) == len(names):
        people.append(found)


def _is_clean(value: str, longest: int, shortest: int = _SHORTEST) -> bool:
    """Whether a value can be printed again: no markup, no stray quotation marks or brackets."""
    if not shortest <= len(value) <= longest or not value[0].isalnum():
        return False
    return value.isprintable() and not any(c in '<>[]{}"“”«»„;\\_^$|*' for c in value)
