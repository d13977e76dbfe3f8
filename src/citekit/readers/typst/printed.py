"""What Typst prints, put together: paragraphs, and notes beside them."""

from dataclasses import dataclass, field

from citekit.model.document import BlockKind, Note
from citekit.model.live_citation import LiveCite
from citekit.model.spans import Span
from citekit.readers.limits import MAX_PARAGRAPH, cost
from citekit.readers.source_body import SourceBody
from citekit.readers.source_paragraph import SourceParagraph
from citekit.readers.tracing import verbatim

# Notes within notes are text from this depth on.
_DEEPEST_NOTE = 8


@dataclass(slots=True)
class _OpenNote:
    """A note that is being read: its place among all, and what it interrupts."""

    index: int
    start: int
    outer: SourceParagraph


@dataclass(slots=True)
class FoundNote:
    """A note in the order of the marks; ``paragraph`` is its text so far."""

    paragraph: SourceParagraph
    mark: Span
    label: str = ""


@dataclass(slots=True)
class Printed:
    """The text of a document as far as it was read; ``paragraph`` is what text goes to."""

    body: SourceBody
    paragraph: SourceParagraph = field(init=False)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    indent: int = 0
    notes: list[FoundNote] = field(default_factory=list)
    _open: list[_OpenNote] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.paragraph = SourceParagraph(self.body.text)

    @property
    def in_note(self) -> bool:
        """Whether text goes to a note."""
        return bool(self._open)

    @property
    def may_nest(self) -> bool:
        """Whether a note may begin here."""
        return len(self._open) < _DEEPEST_NOTE

    @property
    def is_overlong(self) -> bool:
        """Whether the paragraph is longer than any."""
        return self.paragraph.length > MAX_PARAGRAPH

    def end_paragraph(self, kind: BlockKind, level: int = 0, indent: int = 0) -> None:
        """End the block that is open, if any, and go on with one of a ``kind``; not in a note."""
        if self._open:
            self.paragraph.supply(" ")
            return
        if self.paragraph.length:
            self.body.add_paragraph(self.kind, self.paragraph, self.level, self.indent)
            self.paragraph = SourceParagraph(self.body.text)
        self.kind, self.level, self.indent = kind, level, indent

    def add_code(self, start: int, end: int) -> None:
        """Add a block of code; in a note it is left out."""
        if self._open:
            return
        kind, level, indent = self.kind, self.level, self.indent
        self.end_paragraph(kind, level, indent)
        if self.body.text[start:end].strip():
            self.body.add(BlockKind.CODE, verbatim(self.body.text, start, end))

    def begin_note(self, start: int) -> None:
        """A note begins whose mark begins at ``start``."""
        self._open.append(_OpenNote(len(self.notes), start, self.paragraph))
        self.paragraph = SourceParagraph(self.body.text)
        self.notes.append(FoundNote(self.paragraph, Span(start, start)))

    def end_note(self, end: int) -> None:
        """The note ends, and with it its mark."""
        opened = self._open.pop()
        self.body.live += self.paragraph.live
        self.body.budget.left -= cost(self.paragraph.build())
        self.notes[opened.index].mark = Span(opened.start, end)
        self.paragraph = opened.outer
        self.paragraph.reach(end)

    def cite(self, start: int, end: int, cites: tuple[LiveCite, ...]) -> None:
        """Add a citation that stands from ``start`` to ``end``."""
        self.paragraph.cite(start, end, cites)

    def numbered_notes(self) -> tuple[Note, ...]:
        """The notes in the order of their marks, by which they are numbered."""
        texts = [(note, note.paragraph.build()) for note in self.notes]
        held = [(note, text) for note, text in texts if text.text]
        return tuple(
            Note(note.label or str(number), str(number), text, mark=note.mark)
            for number, (note, text) in enumerate(held, start=1)
        )
