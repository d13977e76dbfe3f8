"""What entries of a ``.bib`` file take over from others: ``crossref``, ``xdata`` and sets."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from citekit.formats.bib_blocks import RawEntry
from citekit.formats.bib_values import join_list, split_list
from citekit.text.data import load_table, load_words

# An entry may take over from one that takes over itself; a ring ends here.
_DEEPEST = 5
# Fields taken over in one file, so that a made-up one cannot grow without end.
_MOST = 2_000_000
# A large file may have so many for each of its entries.
_USUAL = 40
_XDATA = re.compile(r"xdata=(?P<key>.+)-(?P<field>[a-z]+)(?:-(?P<number>[1-9]\d{0,3}))?")
_PACKAGE, _TABLE = "citekit.formats", "bib_inheritance"


@dataclass(frozen=True, slots=True)
class _Row:
    """The names that fields get which entries of some types take over from others."""

    parents: frozenset[str]
    children: frozenset[str]
    names: Mapping[str, tuple[str, ...]]


@cache
def _rows() -> tuple[_Row, ...]:
    listed = load_table(_PACKAGE, _TABLE)["rows"]
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return tuple(
        _Row(
            frozenset(row.get("from", ())),
            frozenset(row["to"]),
            {name: tuple(row[name].split()) for name in row if name not in {"from", "to"}},
        )
        for row in rows
    )


@cache
def _names(parent: str, child: str) -> Mapping[str, tuple[str, ...]]:
    """What the fields of ``parent``, a type, are called in ``child``, where that is not alike."""
    for row in _rows():
        if child in row.children and (parent in row.parents or not row.parents):
            without = dict.fromkeys(load_words(_PACKAGE, _TABLE, "titles"), ())
            return {**without, **row.names}
    return {}


@cache
def _rivals() -> Mapping[str, str]:
    table = load_table(_PACKAGE, _TABLE)["rivals"]
    return (
        {str(name): str(rival) for name, rival in table.items()} if isinstance(table, dict) else {}
    )


class EntryIndex:
    """The entries of a file by key and alias, the first of each."""

    def __init__(self, entries: Sequence[RawEntry]) -> None:
        """Take in ``entries`` in their order; a key counts before an alias."""
        self._by_key: dict[str, RawEntry] = {}
        for entry in entries:
            self._by_key.setdefault(entry.key, entry)
        for entry in entries:
            for alias in entry.fields.get("ids", "").split(","):
                self._by_key.setdefault(alias.strip(), entry)
        for key in list(self._by_key):
            self._by_key.setdefault(key.lower(), self._by_key[key])
        self._by_key.pop("", None)

    def find(self, key: str) -> RawEntry | None:
        """The entry with that key or alias; BibTeX lets the case of letters differ."""
        key = key.strip()
        return self._by_key.get(key) or self._by_key.get(key.lower())


class FileIndexes:
    """The entries of the files of one command, each looked for in its own file first."""

    def __init__(self, files: Sequence[Sequence[RawEntry]]) -> None:
        """Take in the entries of each file."""
        self._files = [EntryIndex(entries) for entries in files]

    def find(self, key: str, home: int) -> tuple[RawEntry, int] | None:
        """The entry that ``key`` means in the file ``home``, with the file that it stands in.

        If the own file has none, another may; of several the content decides, not the order.
        """
        own = self._files[home].find(key)
        if own is not None:
            return own, home
        if len(self._files) == 1 or not key.strip():
            return None
        found = [(file.find(key), number) for number, file in enumerate(self._files)]
        far = [(entry, number) for entry, number in found if entry is not None]
        return min(far, key=lambda one: _content(one[0]), default=None)


def _content(entry: RawEntry) -> tuple[str, list[tuple[str, str]]]:
    return entry.type, sorted(entry.fields.items())


class _Library:
    """The entries of the files by key, with what was worked out about them."""

    def __init__(self, files: Sequence[Sequence[RawEntry]]) -> None:
        self._find = FileIndexes(files).find
        self._has_data = any(entry.type == "xdata" for entries in files for entry in entries)
        self._full: dict[tuple[int, int], RawEntry] = {}
        self._patience = max(_MOST, _USUAL * sum(map(len, files)))

    def full(self, entry: RawEntry, home: int, depth: int = 0) -> RawEntry:
        """The entry, which stands in the file ``home``, with all that it takes over."""
        if not (entry.fields.keys() & {"xdata", "crossref", "entryset"} or self._has_data):
            return entry
        known = self._full.get((id(entry), depth))
        if known is None and depth <= _DEEPEST and self._patience > 0:
            known = self._full[id(entry), depth] = self._resolve(entry, home, depth)
        return known or entry

    def _source(self, key: str, entry: RawEntry, home: int, depth: int) -> RawEntry | None:
        """The entry that ``entry`` takes over from under that key, complete itself."""
        found = self._find(key, home)
        return self.full(*found, depth + 1) if found and found[0] is not entry else None

    def _resolve(self, entry: RawEntry, home: int, depth: int) -> RawEntry:
        fields = dict(entry.fields)
        for key in fields.get("xdata", "").split(","):
            source = self._source(key, entry, home, depth)
            if source is not None:
                fields.pop("xdata", None)
                self._take(fields, source.fields)
        for name, value in fields.items():
            if "xdata=" in value:
                fields[name] = self._granular(value, home, depth)
        parent = self._source(fields.get("crossref", ""), entry, home, depth)
        if parent is not None:
            self._take(fields, _renamed(entry, parent, fields))
            del fields["crossref"]
        if entry.type == "set":
            self._take(fields, self._first_member(entry, home, depth))
        return replace(entry, fields=fields)

    def _first_member(self, entry: RawEntry, home: int, depth: int) -> Mapping[str, str]:
        own = load_words(_PACKAGE, _TABLE, "own")
        first = entry.fields.get("entryset", "").partition(",")[0]
        member = self._source(first, entry, home, depth)
        if member is None:
            return {}
        return {name: value for name, value in member.fields.items() if name not in own}

    def _take(self, fields: dict[str, str], others: Mapping[str, str]) -> None:
        """Take over what ``fields`` has not, but for aliases and where the others took from."""
        self._patience -= len(others)
        for name, value in others.items():
            if name not in {"ids", "xdata"}:
                fields.setdefault(name, value)

    def _granular(self, value: str, home: int, depth: int) -> str:
        """A value with the fields, or members of fields, of data containers put in."""
        written = split_list(value)
        members = [self._datum(member, home, depth) for member in written]
        self._patience -= sum(map(len, members)) // 100 + len(members)
        return value if members == written else join_list(members)

    def _datum(self, member: str, home: int, depth: int) -> str:
        """What ``xdata=key-field-number`` stands for; itself if there is no such thing."""
        match = _XDATA.fullmatch(member)
        found = self._find(match["key"], home) if match else None
        if match is None or found is None or found[0].type != "xdata" or depth >= _DEEPEST:
            return member
        value = self.full(*found, depth + 1).fields.get(match["field"], "")
        if match["number"]:
            value = "".join(split_list(value)[int(match["number"]) - 1 :][:1])
        return member if not value or "xdata=" in value else value


def _renamed(entry: RawEntry, parent: RawEntry, fields: Mapping[str, str]) -> dict[str, str]:
    """The fields of ``parent`` by the names they have in ``entry``, its own ones left out."""
    names, rivals = _names(parent.type, entry.type), _rivals()
    own = load_words(_PACKAGE, _TABLE, "own")
    taken: dict[str, str] = {}
    for name in sorted(parent.fields, key=lambda name: name not in names):
        if name in own or (name == "type" and parent.type != entry.type):
            continue
        if rivals.get(name, "") not in fields:
            for new in names.get(name, (name,)):
                taken.setdefault(new, parent.fields[name])
    return taken


def resolve_inheritance(entries: Sequence[RawEntry]) -> tuple[RawEntry, ...]:
    """The entries with all that they take over, ``@xdata`` containers left out.

    A field of the entry itself counts before one that it takes over, and a date that it has
    before a year. A ``crossref`` that leads nowhere stays. A set takes over from its first
    member.

    Source: BibLaTeX manual, sections 2.4.1, 3.13.5, 3.13.6 and appendix B; biber takes over the
    members of lists (``xdata=key-author-1``) by section 3.13.6.2.
    """
    return resolve_together([entries])[0]


def resolve_together(files: Sequence[Sequence[RawEntry]]) -> tuple[tuple[RawEntry, ...], ...]:
    """The same for the files of one command: what an entry's own file lacks another may have."""
    library = _Library(files)
    return tuple(
        tuple(library.full(entry, home) for entry in entries if entry.type != "xdata")
        for home, entries in enumerate(files)
    )
