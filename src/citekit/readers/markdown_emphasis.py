"""Pairing the stars and underscores of Markdown, also where they are broken."""

import unicodedata
from dataclasses import dataclass, field

# Broken emphasis is mended within about the length of a long title.
_LONGEST_MENDED = 300
# Stars in a row that can be a mark of a note.
_LONGEST_SIGN = 3


@dataclass(frozen=True, slots=True)
class Emphasis:
    """One pair of delimiters; ``number`` tells pairs of a paragraph apart."""

    number: int
    strong: bool


@dataclass(slots=True)
class Delimiter:
    """A run of stars or underscores: what it opens and closes once the pairs are found.

    ``shown`` is the number of its characters that turned out to be text.
    """

    start: int
    length: int
    character: str
    can_open: bool
    can_close: bool
    opens: list[Emphasis] = field(default_factory=list)
    closes: list[Emphasis] = field(default_factory=list)
    left: int = 0
    shown: int = 0


def delimiter_at(text: str, start: int, end: int) -> Delimiter:
    """The run at ``start`` with what it may do by the characters around it.

    Source: CommonMark 0.31.2, section 6.2 (left- and right-flanking delimiter runs).
    """
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (
        not _is_punctuation(after) or before.isspace() or _is_punctuation(before)
    )
    right = not before.isspace() and (
        not _is_punctuation(before) or after.isspace() or _is_punctuation(after)
    )
    if text[start] == "_":
        can_open = left and (not right or _is_punctuation(before))
        can_close = right and (not left or _is_punctuation(after))
    else:
        can_open, can_close = left, right
    return Delimiter(start, end - start, text[start], can_open, can_close, left=end - start)


def match_delimiters(text: str, delimiters: list[Delimiter]) -> None:
    """Pair ``delimiters``, the runs of one paragraph in order, and settle what the rest is.

    First as CommonMark does, without its rule of three; then what is left over is paired as a
    reader would (a space on the wrong side of a star); then a stray run is dropped unless it can
    be a note mark (a star after a word or at the start) or a sign between spaces.
    """
    numbers = iter(range(2 * sum(delimiter.length for delimiter in delimiters) + 1))
    openers: dict[str, list[Delimiter]] = {"*": [], "_": []}
    for delimiter in delimiters:
        stack = openers[delimiter.character]
        while delimiter.can_close and delimiter.left and stack:
            _pair(stack[-1], delimiter, next(numbers))
            if not stack[-1].left:
                stack.pop()
        if delimiter.can_open and delimiter.left:
            stack.append(delimiter)
    _mend(text, [d for d in delimiters if d.left], numbers=next(numbers))
    for delimiter in delimiters:
        delimiter.opens.reverse()
        if delimiter.left and _is_text(text, delimiter):
            delimiter.shown = delimiter.left


def _pair(opener: Delimiter, closer: Delimiter, number: int) -> None:
    strong = opener.left > 1 and closer.left > 1
    width = 1 + strong
    emphasis = Emphasis(number, strong)
    opener.opens.append(emphasis)
    closer.closes.append(emphasis)
    opener.left -= width
    closer.left -= width


def _mend(text: str, left: list[Delimiter], *, numbers: int) -> None:
    candidate: Delimiter | None = None
    for delimiter in left:
        if delimiter.character != "*":
            continue
        if (
            candidate is not None
            and 1 < delimiter.start - candidate.start <= _LONGEST_MENDED
            and _may_close(text, delimiter, candidate)
        ):
            _pair(candidate, delimiter, numbers)
            numbers += 1
            candidate = None
        else:
            candidate = delimiter if _may_open(text, delimiter) else None


def _may_open(text: str, delimiter: Delimiter) -> bool:
    """Whether a run that is left over stands where a title may begin."""
    before = text[delimiter.start - 1 : delimiter.start] or " "
    following = text[delimiter.start + delimiter.length :][:3].lstrip()[:1]
    if delimiter.can_open:
        return True
    begins_title = following.isupper() or _is_punctuation(following or "x")
    return begins_title and (before.isspace() or before in ",.;:\"”’')")


def _may_close(text: str, delimiter: Delimiter, opener: Delimiter) -> bool:
    end = delimiter.start + delimiter.length
    before, after = text[delimiter.start - 1], text[end : end + 1] or " "
    if delimiter.can_close:
        return True
    return opener.can_open and before.isspace() and (after.isspace() or _is_punctuation(after))


def _is_text(text: str, delimiter: Delimiter) -> bool:
    """Whether a run without a partner is a sign of its own, not broken markup."""
    before = text[delimiter.start - 1 : delimiter.start]
    after = text[delimiter.start + delimiter.length :][:1]
    if delimiter.character == "_":
        return True
    if delimiter.left > _LONGEST_SIGN:
        return False
    if not before or (before.isspace() and (not after or after.isspace())):
        return delimiter.left == 1 or bool(before)
    return delimiter.left == 1 and (before.isalnum() or before in ")]>") and not after.isalpha()


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
