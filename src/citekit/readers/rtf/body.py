"""The paragraphs, rows and notes of RTF as they are put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.model.document import BlockKind, NoteKind
from citekit.readers.archive.laid_out import Paragraph, Setting
from citekit.readers.archive.story import StoryBlock, StoryNote, row_blocks
from citekit.readers.docx.note_numbers import NoteNumbers
from citekit.readers.docx.styles import BlockStyle, style_of_names
from citekit.readers.live.field_codes import FieldSources
from citekit.readers.live.open_fields import OpenFields


def _numbers() -> NoteNumbers:
    numbers = NoteNumbers()
    numbers.formats[NoteKind.ENDNOTE] = "decimal"
    return numbers


@dataclass(frozen=True, slots=True)
class _Outer:
    """What a note interrupts."""

    paragraph: Paragraph
    blocks: list[StoryBlock]
    fields: OpenFields
    style: int
    outline: int


@dataclass(slots=True)
class RtfBody:
    """What was read so far: ``blocks`` and ``notes``, and the paragraph that is open.

    ``style`` is the number of its style, ``outline`` its level as a heading, 0 for none; ``kind``
    is that of the note that is open.
    """

    style_names: Mapping[int, str]
    blocks: list[StoryBlock] = field(default_factory=list)
    notes: list[StoryNote] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    fields: OpenFields = field(default_factory=lambda: OpenFields(FieldSources()))
    numbers: NoteNumbers = field(default_factory=_numbers)
    style: int = 0
    outline: int = 0
    in_table: bool = False
    is_item: bool = False
    kind: NoteKind = NoteKind.FOOTNOTE
    _listed: bool = False
    _outer: _Outer | None = None
    _row: list[list[StoryBlock]] = field(default_factory=list)
    _cell: list[StoryBlock] = field(default_factory=list)

    @property
    def in_note(self) -> bool:
        """Whether a note is open."""
        return self._outer is not None

    def add(self, text: str, setting: Setting) -> None:
        """Take text that is printed."""
        self._listed = self._listed or self.fields.lists > 0
        self.paragraph.add(text, setting)

    def reset_paragraph(self) -> None:
        """Take the paragraph for one without style."""
        self.style = self.outline = 0
        self.in_table = self.is_item = False

    def begin_note(self) -> None:
        """A note begins, apart from what is open."""
        self._outer = _Outer(self.paragraph, self.blocks, self.fields, self.style, self.outline)
        self.paragraph, self.blocks = Paragraph(), []
        self.fields = OpenFields(FieldSources())
        self.kind = NoteKind.FOOTNOTE

    def end_note(self) -> None:
        """The note ends, and its mark is printed."""
        outer = self._outer
        if outer is None:
            return
        self.end_paragraph()
        paragraphs = tuple(block.paragraph for block in self.blocks)
        self.paragraph, self.blocks, self.fields = outer.paragraph, outer.blocks, outer.fields
        self.style, self.outline, self._outer = outer.style, outer.outline, None
        marker = self.numbers.next(self.kind)
        label = f"{self.kind.value}-{len(self.notes) + 1}"
        self.notes.append(StoryNote(label, marker, self.kind, paragraphs, ""))
        self.paragraph.call(marker, label)

    def end_paragraph(self) -> None:
        """The paragraph ends; an empty one is no block."""
        if self.paragraph.is_empty:
            return
        style = style_of_names([self.style_names.get(self.style, "").strip(" ;").lower()])
        if self.outline and style.kind is not BlockKind.HEADING:
            style = BlockStyle(BlockKind.HEADING, self.outline, style.name)
        elif self.is_item and style.kind is BlockKind.PARAGRAPH:
            style = BlockStyle(BlockKind.LIST_ITEM, 1, style.name)
        listed = style.kind is not BlockKind.HEADING and (self._listed or style.is_entry)
        block = StoryBlock(style.kind, self.paragraph, style.level, listed=listed, style=style.name)
        (self._cell if self.in_table and not self.in_note else self.blocks).append(block)
        self.paragraph, self._listed = Paragraph(), False

    def end_cell(self) -> None:
        """A cell of a table ends."""
        self.in_table = True
        self.end_paragraph()
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """A row of a table ends."""
        self.blocks += row_blocks([*self._row, self._cell])
        self._row, self._cell = [], []

    def finish(self) -> None:
        """The document ends."""
        self.end_note()
        self.end_paragraph()
        self.end_row()
