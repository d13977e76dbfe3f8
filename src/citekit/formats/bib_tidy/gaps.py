"""The blank lines between the blocks of a file."""

import re
from collections.abc import Iterator, Sequence

from citekit.formats.bib_tidy.pieces import Piece, PieceKind

_BLANK = " \t\r\n"
_LINE_END = re.compile(r"\r\n|\r|\n")


def space_out(pieces: Sequence[Piece], line_end: str) -> Iterator[str]:
    """The texts of the pieces, with one blank line around entries and no more elsewhere.

    Text between blocks stays as it is, but for the blank lines at its edges. Nothing changes
    beside what was left as it was.
    """
    before: Piece | None = None
    for number, piece in enumerate(pieces):
        if piece.kind is PieceKind.TEXT:
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            yield _spaced(piece.text, before, after, line_end)
        else:
            if before is not None and before.kind is not PieceKind.TEXT:
                yield _spaced("", before, piece, line_end)
            yield piece.text
        before = piece
    if before is not None and before.kind not in {PieceKind.TEXT, PieceKind.LEFT}:
        yield line_end


def _spaced(text: str, before: Piece | None, after: Piece | None, line_end: str) -> str:
    """The text between two blocks, or at an edge of the file, with other blank lines."""
    body = text.strip(_BLANK)
    if not body:
        return _gap(text, before, after, line_end)
    start = text.index(body[0])
    lead, trail = text[:start], text[start + len(body) :]
    if before is None:
        lead = _LINE_END.split(lead)[-1]
    elif before.kind is not PieceKind.LEFT and _LINE_END.search(lead):
        lead = line_end * min(2, _line_ends(lead)) + _LINE_END.split(lead)[-1]
    if after is None:
        trail = line_end
    elif after.kind is not PieceKind.LEFT and _LINE_END.search(trail):
        trail = line_end * min(2, _line_ends(trail))
    return lead + body + trail


def _gap(text: str, before: Piece | None, after: Piece | None, line_end: str) -> str:
    """The blanks between two blocks."""
    kinds = {piece.kind for piece in (before, after) if piece is not None}
    if PieceKind.LEFT in kinds:
        return text
    if before is None:
        return ""
    if after is None:
        return line_end
    if PieceKind.ENTRY in kinds:
        return line_end * 2
    return line_end * max(1, min(2, _line_ends(text)))


def _line_ends(text: str) -> int:
    return len(_LINE_END.findall(text))
