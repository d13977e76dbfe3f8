"""The keys of other entries that the fields of an entry name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from citekit.checker.bib_field import Field
from citekit.checker.bib_file import BibFile, Entry
from citekit.text.data import load_words

_MEMBER = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_WHOLE = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_GRANULAR = re.compile(
    r"(?<![\w-])xdata=(?P<key>[^\s,{}\"]+?)-(?P<field>[a-z]+)(?:-(?P<number>\d{1,4}))?(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Link:
    """The key ``key`` of another entry, at ``start`` to ``end`` of the value of ``field``.

    ``part`` is the field of the other entry that is meant, and ``number`` its item, where a value
    such as ``xdata=key-author-2`` takes over no more.
    """

    field: Field
    key: str
    start: int
    end: int
    part: str = ""
    number: int = 0


def links_of(entry: Entry) -> Iterator[Link]:
    """What the entry names in ``crossref``, ``xref``, ``xdata``, ``related`` and ``entryset``."""
    one = load_words("citekit.formats.bib_keys", "bib_keys", "one_key")
    many = load_words("citekit.formats.bib_keys", "bib_keys", "many_keys")
    for field in entry.fields:
        if field.name in one or field.name in many:
            pattern = _WHOLE if field.name in one else _MEMBER
            for match in pattern.finditer(field.value):
                yield Link(field, match[0], match.start(), match.end())
        elif "xdata=" in field.value:
            for match in _GRANULAR.finditer(field.value):
                number = int(match["number"] or 0)
                yield Link(
                    field, match["key"], *match.span("key"), part=match["field"], number=number
                )


@lru_cache(maxsize=8)
def keys_named_in(file: BibFile) -> frozenset[str]:
    """The keys, without regard to case, that entries of the file name."""
    if not may_link(file):
        return frozenset()
    return frozenset(link.key.casefold() for entry in file.entries for link in links_of(entry))


@lru_cache(maxsize=8)
def may_link(file: BibFile) -> bool:
    """Whether any entry of the file can name another: a cheap test before the dear one."""
    if "xdata=" in file.text:
        return True
    one = load_words("citekit.formats.bib_keys", "bib_keys", "one_key")
    many = load_words("citekit.formats.bib_keys", "bib_keys", "many_keys")
    names = one | many
    return any(field.name in names for entry in file.entries for field in entry.fields)
