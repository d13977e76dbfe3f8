"""Where a conference met and who published it, as parts of the name of a container."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from citekit.text.data import load_words

_PACKAGE, _TABLE = "citekit.checker.rules.titles", "containers"
_SEPARATOR = re.compile(r"\s*[,;()]\s*|\.\s+")
CONTAINERS = frozenset({"booktitle", "journal", "journaltitle"})
"""The fields that name what a work stands in."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name between commas or brackets; ``start`` and ``end`` are its places."""

    text: str
    start: int
    end: int


@cache
def publishers() -> frozenset[str]:
    """Names of publishers in lower case."""
    return frozenset(one.casefold() for one in load_words(_PACKAGE, _TABLE, "publishers"))


@cache
def _places() -> frozenset[str]:
    keys = ("countries", "regions", "cities")
    words = frozenset[str]().union(*(load_words(_PACKAGE, _TABLE, key) for key in keys))
    return words | {word.upper() for word in words}


@cache
def shortened_words() -> frozenset[str]:
    """Shortened words in lower case, without their full stops."""
    return load_words(_PACKAGE, _TABLE, "shortened")


def parts(name: str) -> Iterator[Part]:
    """The parts of ``name`` behind the first, in their order."""
    marks = list(_SEPARATOR.finditer(name))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(name)
        yield Part(name[mark.end() : end], mark.end(), end)


def place_parts(name: str) -> list[Part]:
    """The parts of ``name`` that are towns, regions or countries, one behind the other."""
    found: list[Part] = []
    for part in parts(name):
        if part.text.strip("{} .") in _places():
            found.append(part)
        elif found:
            break
    return found
