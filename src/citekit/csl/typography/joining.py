"""Pieces of text joined to one line: what becomes of punctuation where they meet."""

from __future__ import annotations

from citekit.csl.typography.collisions import MENDED, MOVES_IN, MOVES_OUT
from citekit.csl.typography.runs import Mark, Run

Marks = tuple[Mark, ...]

_AT_EDGE = frozenset(".,;:!? ")
_NONE = -1


class Line:
    """Text that grows piece by piece; each piece looks only at the end of the one before.

    The end is the last letter of the piece ``_end``. Before closing quotation marks that come
    last, an empty piece is kept, ``_slot``, for punctuation that moves inside them; the end then
    is what stands before the marks. ``_past_slot`` and ``_past_end`` are those of marks that one
    single punctuation mark has followed so far.
    """

    __slots__ = (
        "_end",
        "_field_depth",
        "_literal",
        "_marks",
        "_meets",
        "_moves_in",
        "_past_end",
        "_past_slot",
        "_slot",
        "_texts",
    )

    def __init__(self, *, moves_into_quotes: bool) -> None:
        """``moves_into_quotes`` is the locale's punctuation-in-quote."""
        self._texts: list[str] = []
        self._marks: list[Marks] = []
        self._literal: set[int] = set()
        self._moves_in = moves_into_quotes
        self._meets = False
        self._field_depth = 0
        self._end = self._slot = self._past_end = self._past_slot = _NONE

    def add(self, text: str, marks: Marks) -> None:
        """Add a piece that is not empty, mending what clashes with the end of the line."""
        if self._meets and text[0] in _AT_EDGE:
            text = self._mend(text)
        if self._field_depth:
            self._field_depth = 2
            self._meets = False
            if not text:
                return
        elif text:
            self._meets = True
        else:
            return
        if self._slot == _NONE:
            self._past_slot = _NONE
        else:
            self._past_slot = self._slot if len(text) == 1 else _NONE
            self._past_end = self._end
            self._slot = _NONE
        self._end = len(self._texts)
        self._texts.append(text)
        self._marks.append(marks)

    def add_literal(self, text: str, marks: Marks) -> None:
        """Add a piece in the output's own markup, which clashes with nothing."""
        self._literal.add(len(self._texts))
        self._texts.append(text)
        self._marks.append(marks)
        self.stop()

    def stop(self) -> None:
        """Let the next piece clash with nothing, as at the beginning of a block."""
        self._meets = False
        self._slot = self._past_slot = _NONE

    def begin_field(self) -> None:
        """Mend nothing between the pieces to come, but for the first, until the field ends."""
        self._field_depth = 1

    def end_field(self) -> None:
        """Let the next piece clash with the end of the field."""
        self._field_depth = 0
        self._meets = self._end != _NONE

    def open_quote(self, mark: str, marks: Marks) -> None:
        """Add an opening quotation mark."""
        if mark:
            self.add(mark, marks)
        self._meets = False

    def close_quote(self, mark: str, marks: Marks, inside: Marks) -> None:
        """Add a closing quotation mark; ``inside`` are the marks on what it closes."""
        moved = ""
        if self._slot == _NONE:
            if not self._moves_in and not self._field_depth:
                moved = self._take_out()
            self._slot = len(self._texts)
            self._texts.append("")
            self._marks.append(inside)
        if mark:
            self._texts.append(mark)
            self._marks.append(marks)
        self._meets = not self._field_depth
        if moved:
            self._slot = _NONE
            self._meets = False
            self.add(moved, marks)

    def runs(self) -> list[Run]:
        """The line so far, pieces under the same marks joined."""
        found: list[Run] = []
        pending: list[str] = []
        current: Marks = ()
        literal = self._literal
        for index, text in enumerate(self._texts):
            if not text:
                continue
            marks = self._marks[index]
            is_literal = index in literal
            if pending and (is_literal or (marks is not current and marks != current)):
                found.append(Run("".join(pending), current))
                pending = []
            if is_literal:
                found.append(Run(text, marks, is_literal=True))
            else:
                pending.append(text)
                current = marks
        if pending:
            found.append(Run("".join(pending), current))
        return found

    def release_last_blank(self) -> None:
        """Let a blank that ends the line stand after the block that it ends, as citeproc-js has it.

        Blanks at the end of a block that others follow stay in it.
        """
        if self._end == _NONE or self._end != len(self._texts) - 1:
            return
        text, marks = self._texts[-1], self._marks[-1]
        if text.endswith(" "):
            around = tuple([mark for mark in marks if not mark.is_block])
            if len(around) < len(marks):
                self._texts[-1] = text[:-1]
                self._texts.append(" ")
                self._marks.append(around)

    def _take_out(self) -> str:
        """Take a comma, colon or semicolon from the end, to stand after the closing mark."""
        text = self._texts[self._end]
        if len(text) > 1 and text[-1] in MOVES_OUT:
            self._texts[self._end] = text[:-1]
            return text[-1]
        return ""

    def _mend(self, text: str) -> str:
        """What is left of ``text`` to be added, its first mark set against the end."""
        if self._slot != _NONE:
            return self._mend_after_quote(text)
        end = self._end
        before = self._texts[end]
        kept = MENDED.get(before[-1] + text[0])
        if kept is None:
            return text
        if kept == before[-1]:
            return text[1:]
        if len(before) == 1 and self._past_slot != _NONE:
            self._texts[end] = ""
            self._slot, self._end = self._past_slot, self._past_end
            return self._mend_after_quote(text)
        self._texts[end] = before[:-1] + kept
        return text[1:]

    def _mend_after_quote(self, text: str) -> str:
        """The same after a closing mark: move inside what may, drop what the end swallows."""
        if self._moves_in:
            while text and text[0] in MOVES_IN:
                self._move_in(text[0])
                text = text[1:]
        if text:
            last = self._texts[self._end][-1:]
            if last and MENDED.get(last + text[0]) == last:
                return text[1:]
        return text

    def _move_in(self, mark: str) -> None:
        before = self._texts[self._end]
        kept = MENDED.get(before[-1:] + mark)
        if kept is not None and kept == before[-1:]:
            return
        if kept is not None:
            self._texts[self._end] = before[:-1]
        self._texts[self._slot] += mark
        self._end = self._slot
