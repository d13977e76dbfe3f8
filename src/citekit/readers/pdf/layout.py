"""Pages to strands: paragraphs and notes, joined where columns and pages tore them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from citekit.readers.pdf.columns import Region
from citekit.readers.pdf.foot_notes import NoteThreads
from citekit.readers.pdf.foot_zones import NotedPage, find_foot_zones
from citekit.readers.pdf.furniture import without_furniture
from citekit.readers.pdf.headings import HeadingScale
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.page import LaidOutPage, TypeScale
from citekit.readers.pdf.paragraphs import Column, Indenting, goes_on, measure, split
from citekit.readers.pdf.strand import Placed, Strand


@dataclass(slots=True)
class Layout:
    """The strands of a document: ``blocks`` and ``notes``, and all fragments as printed."""

    placed: list[Placed] = field(default_factory=list)
    blocks: list[Strand] = field(default_factory=list)
    notes: list[Strand] = field(default_factory=list)

    def put(self, strand: Strand, lines: list[Line]) -> None:
        """Print ``lines``, which belong to ``strand``."""
        strand.fragments.append(lines)
        self.placed.append(Placed(strand, len(strand.fragments) - 1))


def build_layout(pages: Sequence[LaidOutPage]) -> Layout:
    """The text of ``pages`` in reading order: of each page the text, then the notes."""
    clean = without_furniture(pages)
    scale = TypeScale.of(clean)
    noted = find_foot_zones(clean, scale)
    lines = (line for page in noted for region in page.regions for line in region.lines)
    composer = _Composer(HeadingScale.of(lines, scale))
    for page in noted:
        composer.add_page(page)
    return composer.layout


class _Composer:
    def __init__(self, scale: HeadingScale) -> None:
        self.layout = Layout()
        self._scale = scale
        self._threads = NoteThreads()
        self._open: tuple[Strand, Column] | None = None
        self._usual = Indenting.NONE

    def add_page(self, page: NotedPage) -> None:
        for region in page.regions:
            self._add_region(region)
        for zone in page.zones:
            for note, lines in self._threads.follow(page, zone).fragments:
                if note is None:
                    self._add_lines(lines)
                    continue
                if not note.fragments:
                    self.layout.notes.append(note)
                self.layout.put(note, lines)

    def _add_lines(self, lines: Sequence[Line]) -> None:
        """Add lines at the foot of a page that belong to no note."""
        left, right = min(line.left for line in lines), max(line.right for line in lines)
        kept = self._open
        self._add_region(Region(tuple(lines), left, right))
        self._open = kept

    def _add_region(self, region: Region) -> None:
        column = measure(region, self._usual, self._scale.scale.large)
        self._usual = column.indenting
        for place, lines in enumerate(split(region, column)):
            if place == 0 and self._goes_on(lines[0], column):
                assert self._open is not None  # noqa: S101 - what goes on is open
                self.layout.put(self._open[0], lines)
                self._open = (self._open[0], column)
                continue
            kind, level = self._scale.kind_of(lines)
            strand = Strand(kind, level)
            self.layout.blocks.append(strand)
            self.layout.put(strand, lines)
            self._open = (strand, column) if not level else None

    def _goes_on(self, first: Line, column: Column) -> bool:
        if self._open is None:
            return False
        strand, before = self._open
        return goes_on(strand.last_line, first, before, column)


def page_lines(pages: Iterable[LaidOutPage]) -> Iterable[Line]:
    """All lines of ``pages``."""
    return (line for page in pages for line in page.lines)
