"""Entries in the order of what they say."""

from collections.abc import Callable, Iterator, Sequence

from citekit.errors import ConfigError
from citekit.formats.bib_tidy.drafts import DraftEntry
from citekit.formats.bib_tidy.pieces import Piece, PieceKind

_Rank = tuple[bool, int, str]
_MOST_DIGITS = 18


def sort_entries(pieces: Sequence[Piece], keys: Sequence[str]) -> list[Piece]:
    """The pieces with the entries sorted by ``keys``, equal ones in the order they had.

    Text, strings, comments and what was left as it was stay where they are, and no entry passes
    them: what stands above them may be about what follows. An entry that others name in their
    ``crossref`` comes after those, which BibTeX asks for.

    Raises:
        ConfigError: A key is empty.
    """
    if not all(key.removeprefix("-").strip() for key in keys):
        raise ConfigError("a key to sort by is empty; write them as in 'type,-year,key'")
    result = list(pieces)
    parents = _parents(pieces)
    for places in _runs(pieces):
        entries = [pieces[place] for place in places]
        for key in reversed(keys):
            name = key.removeprefix("-").strip().lower()
            is_reversed = key.startswith("-")
            entries.sort(key=_ranked(name), reverse=is_reversed)
            entries.sort(key=_is_without(name))
        entries.sort(key=lambda piece: piece.entry is not None and piece.entry.key in parents)
        for place, piece in zip(places, entries, strict=True):
            result[place] = piece
    return result


def _runs(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The places of entries between which there is nothing but blanks."""
    run: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.kind is PieceKind.ENTRY:
            run.append(place)
        elif piece.kind is not PieceKind.TEXT or piece.text.strip(" \t\r\n"):
            yield run
            run = []
    yield run


def _parents(pieces: Sequence[Piece]) -> frozenset[str]:
    entries = [piece.entry for piece in pieces if piece.entry is not None]
    return frozenset(_value(entry, "crossref") for entry in entries)


def _value(entry: DraftEntry | None, name: str) -> str:
    if entry is None:
        return ""
    if name in {"key", "type"}:
        return entry.key if name == "key" else entry.type
    for field in entry.fields:
        if field.name.lower() == name:
            return field.value.strip('{}" \t\r\n')
    return ""


def _ranked(name: str) -> Callable[[Piece], _Rank]:
    def rank(piece: Piece) -> _Rank:
        value = _value(piece.entry, name)
        is_number = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
        return (not is_number, int(value) if is_number else 0, value.casefold())

    return rank


def _is_without(name: str) -> Callable[[Piece], bool]:
    return lambda piece: not _value(piece.entry, name)
