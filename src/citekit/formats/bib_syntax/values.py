"""The parts of a value: what stands between ``#``."""

from typing import NamedTuple

from citekit.formats.bib_syntax.landmarks import Landmarks
from citekit.formats.bib_syntax.nodes import ABSENT, Operand, OperandKind
from citekit.formats.bib_syntax.patterns import BARE_WORDS, BLANKS, BRACES_AND_QUOTES, COMMENT
from citekit.model.spans import Span


def quote_closing(text: str, opening: int, landmarks: Landmarks) -> int:
    """The place of the quote that closes the one at ``opening``, or ``ABSENT``.

    Quotes inside braces do not count; a brace that is open, or closes nothing, leaves the quote
    open.

    Source: BibTeX, bibtex.web, sections 253 to 255.
    """
    place = opening + 1
    while match := BRACES_AND_QUOTES.search(text, place):
        place = match.start()
        letter = text[place]
        if letter == '"':
            return place
        closing = landmarks.closing(place) if letter == "{" else ABSENT
        if closing == ABSENT:
            break
        place = closing + 1
    landmarks.index()
    return ABSENT


class Gap(NamedTuple):
    """Where what follows blanks and comments begins, and the places of the comments."""

    end: int
    comments: tuple[Span, ...] = ()


def skip_gap(text: str, place: int) -> Gap:
    """What stands between two tokens at ``place``: blanks, and comments to the end of a line."""
    comments: list[Span] = []
    while True:
        blanks = BLANKS.match(text, place)
        place = blanks.end() if blanks else place
        comment = COMMENT.match(text, place)
        if comment is None:
            return Gap(place, tuple(comments))
        comments.append(Span(*comment.span()))
        place = comment.end()


def _is_end(text: str, place: int) -> bool:
    return skip_gap(text, place).end == len(text) or text[skip_gap(text, place).end] == "#"


def _operand(text: str, start: int, landmarks: Landmarks) -> Operand:
    letter = text[start]
    if letter == "{":
        at = landmarks.closing(start)
        if at == ABSENT or not _is_end(text, at + 1):
            at = max(at, landmarks.closing_but_escaped(start))
        kind = OperandKind.BRACED
    elif letter == '"':
        at = quote_closing(text, start, landmarks)
        kind = OperandKind.QUOTED
    else:
        bare = BARE_WORDS.match(text, start)
        word = text[start : bare.end() if bare else len(text)].rstrip()
        kind = OperandKind.NUMBER if word.isascii() and word.isdigit() else OperandKind.NAME
        return Operand(kind, start, start + len(word))
    return Operand(kind, start, len(text) if at < 0 else at + 1, is_closed=at >= 0)


def operands_of(text: str, start: int, end: int) -> tuple[Operand, ...]:
    """The parts of the value of a field from ``start`` to ``end``, in order.

    Example:
        >>> [part.kind.value for part in operands_of('month = "10~" # jul', 8, 19)]
        ['quoted', 'name']
    """
    value = text[start:end]
    landmarks = Landmarks(value)
    operands: list[Operand] = []
    place = 0
    while place < len(value):
        part = _operand(value, place, landmarks)
        operands.append(part._replace(start=part.start + start, end=part.end + start))
        place = skip_gap(value, part.end).end
        if value[place : place + 1] != "#":
            break
        place = skip_gap(value, place + 1).end
    return tuple(operands)
