"""Files without comments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from citekit.formats.bib_tidy.drafts import DraftEntry
from citekit.formats.bib_tidy.pieces import Piece, PieceKind


def drop_comments(entry: DraftEntry) -> DraftEntry:
    """The entry without its comments."""
    fields = tuple(replace(field, above=(), beside="") for field in entry.fields)
    return replace(entry, fields=fields, tail=())


def without_text(pieces: Sequence[Piece], line_end: str) -> Iterator[Piece]:
    """The pieces with nothing but blanks where text stood between them."""
    for is_text, run in groupby(pieces, lambda piece: piece.kind is PieceKind.TEXT):
        if is_text:
            text = "".join(piece.text for piece in run)
            yield Piece(PieceKind.TEXT, line_end * 2 if text.strip(" \t\r\n") else text)
        else:
            yield from run
