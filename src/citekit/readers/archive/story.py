"""What walking through the XML of a document gives: blocks in order, and the notes they call."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.model.document import Block, BlockKind, DocumentPart, Note, NoteKind, Zone
from citekit.model.live_citation import LiveCitation
from citekit.model.spans import Span, TracedText, join_traced
from citekit.readers.archive.laid_out import LaidOut, Paragraph, Placed, Setting
from citekit.readers.limits import Budget, cost

STYLES_OF_METADATA = frozenset({"title", "author", "date"})
"""The styles, in small letters, whose paragraphs say something of the document itself."""
_MOST_STYLED = 200


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A block before it is laid out."""

    kind: BlockKind
    paragraph: Paragraph
    level: int = 0
    zone: Zone = Zone.ARTICLE
    listed: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class StoryNote:
    """A note before it is laid out; ``part`` names the file of the archive that holds it."""

    id: str
    marker: str
    kind: NoteKind
    paragraphs: tuple[Paragraph, ...]
    part: str


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out: its text, and all that stands in it."""

    text: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    live: tuple[LiveCitation, ...]
    parts: tuple[DocumentPart, ...]
    styles: Mapping[str, tuple[TracedText, ...]]


def lay_out(blocks: Iterable[StoryBlock], notes: Iterable[StoryNote], part: str) -> Pages:
    """The document of ``blocks`` from the file ``part``, followed by ``notes``.

    Empty blocks and notes are left out. The texts in the styles that say
    something of the document are kept by the names of these.
    """
    page, budget = LaidOut(), Budget()
    made: list[Block] = []
    live: list[LiveCitation] = []
    marks: dict[str, Span] = {}
    styles: dict[str, tuple[TracedText, ...]] = {}
    for block in blocks:
        if block.paragraph.is_empty:
            continue
        if budget.spent:
            break
        placed = page.place(block.paragraph)
        _remember(placed, marks, live)
        if placed.text.text:
            if block.style in STYLES_OF_METADATA:
                styles[block.style] = (*styles.get(block.style, ()), placed.text)[:_MOST_STYLED]
            made.append(
                budget.take(
                    Block(
                        block.kind, placed.text, block.level, zone=block.zone, listed=block.listed
                    )
                )
            )
    parts = [DocumentPart(part, Span(0, page.length))] if page.length else []
    printed: list[Note] = []
    for note in notes:
        start = page.length
        placed_all = page.place_all(note.paragraphs, lead=f"{note.marker} " if note.marker else "")
        if parts and parts[-1].name == note.part:
            start = parts.pop().span.start
        parts.append(DocumentPart(note.part, Span(start, page.length)))
        for placed in placed_all:
            _remember(placed, marks, live)
        text = _without_mark(join_traced(placed.text for placed in placed_all), note.marker)
        if text.text and not budget.spent:
            budget.left -= cost(text)
            printed.append(_note(note, text, marks.get(note.id)))
    return Pages(page.text, tuple(made), tuple(printed), tuple(live), tuple(parts), styles)


def _remember(placed: Placed, marks: dict[str, Span], live: list[LiveCitation]) -> None:
    live += placed.live
    for mark in placed.marks:
        marks.setdefault(mark.id, Span(mark.start, mark.end))


def _without_mark(text: TracedText, marker: str) -> TracedText:
    """The text of a note without a mark of its own, such as ``*``, that is printed before it."""
    if not marker or marker.isalnum() or not text.text.startswith(marker):
        return text
    return text.slice(len(marker), len(text.text)).strip()


def _note(note: StoryNote, text: TracedText, mark: Span | None) -> Note:
    """The note with its text, of one paragraph or several, in one piece."""
    whole = TracedText(text.text, text.segments, text.runs, (Span(text.start, text.end),))
    return Note(note.id, note.marker, whole, note.kind, mark)


def row_blocks(cells: Iterable[Sequence[StoryBlock]]) -> list[StoryBlock]:
    """The blocks of a row of a table: one, unless a cell holds several paragraphs."""
    kept = [[block for block in cell if not block.paragraph.is_empty] for cell in cells]
    filled = [cell for cell in kept if cell]
    if len(filled) <= 1 or any(len(cell) > 1 for cell in filled):
        return [block for cell in filled for block in cell]
    whole = Paragraph()
    for (block,) in filled:
        if not whole.is_empty:
            whole.add(" |", Setting())
        whole.append(block.paragraph)
    return [replace(filled[0][0], kind=BlockKind.TABLE, level=0, paragraph=whole)]
