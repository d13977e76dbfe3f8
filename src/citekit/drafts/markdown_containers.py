"""The quotations, list items and notes of Markdown that are open at a line."""

from dataclasses import dataclass, field

from citekit.drafts.line_shapes import ITEM, NOTE_DEFINITION, QUOTE, content_start, width
from citekit.model.spans import Span

CODE_INDENT = 4
"""The columns that make code of a line; those that continue a note."""
_MAX_DEPTH = 60


@dataclass(frozen=True, slots=True)
class _Container:
    """``indent`` is that of the content; a quotation has none. ``note`` is the note it is in."""

    indent: int
    note: str = ""
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """A line within the containers that it is still in, ``depth`` of them.

    ``at`` and ``column`` are behind their marks, which stand at ``marks``.
    """

    at: int
    column: int
    depth: int
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """The mark of a new container; ``note`` and ``example`` are labels that it defines."""

    end: int
    note: str = ""
    example: str = ""


@dataclass(slots=True)
class Containers:
    """The stack of what is open, the outermost first."""

    source: str
    stack: list[_Container] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether any is open."""
        return bool(self.stack)

    @property
    def note(self) -> str:
        """The label of the note that is open, empty without one."""
        return self.stack[-1].note if self.stack else ""

    def enter(self, start: int, end: int) -> Entered:
        """How far the line from ``start`` to ``end`` is still in what is open."""
        at, column = start, 0
        marks: list[Span] = []
        for depth, container in enumerate(self.stack):
            content = content_start(self.source, at, end)
            if not container.indent:
                mark = QUOTE.match(self.source, at, end)
                if mark is None:
                    return Entered(at, column, depth, tuple(marks))
                marks.append(Span(at, mark.end()))
                column += mark.end() - at
                at = mark.end()
            elif content < end:
                if width(self.source, at, content, column) < container.indent:
                    return Entered(at, column, depth, tuple(marks))
                at, column = self._skip(at, container.indent, column)
        return Entered(at, column, len(self.stack), tuple(marks))

    def leave(self, depth: int) -> None:
        """Close all but the first ``depth``."""
        del self.stack[depth:]

    def open(self, at: int, content: int, end: int, *, in_text: bool) -> Opened | None:
        """Open the container whose mark stands at ``content``, if any.

        ``in_text`` tells that a paragraph is open: only bullets, and definitions of a term, may
        break into one.
        """
        if len(self.stack) >= _MAX_DEPTH:
            return None
        if quote := QUOTE.match(self.source, content, end):
            self.stack.append(_Container(0, self.note))
            return Opened(quote.end())
        if note := NOTE_DEFINITION.match(self.source, content, end):
            self.stack.append(_Container(CODE_INDENT, note[1]))
            return Opened(note.end(), note=note[1])
        item = ITEM.match(self.source, content, end)
        in_item = bool(self.stack) and self.stack[-1].is_item
        if item is None:
            return None
        if in_text and not (item["bullet"] or item["term"] or in_item):
            return None
        mark_end = item.end("mark")
        text_at = content_start(self.source, mark_end, end)
        gap = width(self.source, mark_end, text_at, 0)
        # More blanks than that are the indentation of code.
        is_near = 0 < gap <= CODE_INDENT
        indent = width(self.source, at, mark_end, 0) + (gap if is_near else 1)
        self.stack.append(_Container(indent, self.note, is_item=True))
        opened_end = text_at if is_near or text_at == end else mark_end + 1
        return Opened(opened_end, example=item["example"] or "")

    def _skip(self, at: int, columns: int, column: int) -> tuple[int, int]:
        goal = column + columns
        while column < goal and self.source[at] in " \t":
            column += 4 - column % 4 if self.source[at] == "\t" else 1
            at += 1
        return at, column
