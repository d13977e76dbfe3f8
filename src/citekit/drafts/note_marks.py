"""Where the marks of new notes stand: behind punctuation, with no blank before them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citekit.drafts.notation import Notation
from citekit.drafts.splicing import Splice
from citekit.model.spans import Span

# Signs that open something, or that are markup, stay behind the mark; dashes and quotation marks
# do too, as in pandoc.
_STAYS = frozenset("*_[]{}\\`<>@#~^-\"'“”‘’«»„‚‹›$%&|/")
_QUOTES = '"”'
_MOVABLE = frozenset({"Po", "Pe"})


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A citation at ``span`` that becomes ``author``, which may be empty, and ``mark``.

    ``can_move`` is false at the start of a block, where the blanks before it must stay.
    """

    span: Span
    mark: str
    author: str = ""
    can_move: bool = True


@dataclass(frozen=True, slots=True)
class Habits:
    """Whether marks come behind punctuation, and whether that stands inside of quotations."""

    after_punctuation: bool = True
    in_quotes: bool = False


def place_marks(
    text: str, marks: Iterable[NoteMark], notation: Notation, habits: Habits
) -> Iterator[Splice]:
    """The splices that put ``marks``, in the order of the text, into it.

    The blanks before a mark go, and punctuation that follows the citation comes before the mark
    ("a claim [@voss]." becomes "a claim.[^1]"), unless ``habits`` say otherwise. Marks with
    nothing but blanks between them stay together. Source: pandoc's manual,
    ``notes-after-punctuation``.
    """
    floor = 0
    for group in _groups(text, marks, notation.blanks):
        first, last = group[0], group[-1]
        start = first.span.start
        if first.can_move and not first.author:
            start = _before_blanks(text, start, floor, notation)
        end = last.span.end
        if habits.after_punctuation:
            end = _behind_punctuation(text, end)
        punctuation = text[last.span.end : end]
        if habits.in_quotes and punctuation in {".", ","} and not first.author:
            quote = text[start - 1] if start > floor else ""
            if quote and quote in _QUOTES:
                start, punctuation = start - 1, f"{punctuation}{quote}"
        signs = "".join(mark.mark for mark in group)
        yield Splice(Span(start, end), f"{first.author}{punctuation}{signs}")
        floor = end


def _groups(text: str, marks: Iterable[NoteMark], blanks: str) -> Iterator[Sequence[NoteMark]]:
    group: list[NoteMark] = []
    for mark in marks:
        if group and (mark.author or text[group[-1].span.end : mark.span.start].strip(blanks)):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _before_blanks(text: str, at: int, floor: int, notation: Notation) -> int:
    """The offset behind the last word before ``at``; a line end goes too, unless it is needed."""
    start = at
    while start > floor and text[start - 1] in notation.blanks:
        start -= 1
    line_end = start
    while line_end > floor and text[line_end - 1] in "\r\n":
        line_end -= 1
    if line_end == start:
        return start
    is_one = len(text[line_end:start].replace("\r\n", "\n")) == 1
    return line_end if is_one and _can_join(text, line_end, floor, notation) else at


def _can_join(text: str, line_end: int, floor: int, notation: Notation) -> bool:
    """Whether more can be written on a line: it ends in no hard break and in no comment."""
    if line_end == floor or text[line_end - 1] in " \t\\":
        return False
    if not notation.comment:
        return True
    line = text[max(text.rfind("\n", floor, line_end), floor) : line_end]
    return notation.comment not in line


def _behind_punctuation(text: str, at: int) -> int:
    end = at
    while (
        end < len(text) and text[end] not in _STAYS and unicodedata.category(text[end]) in _MOVABLE
    ):
        end += 1
    return end
