"""A block of reStructuredText before its inline markup is read."""

from dataclasses import dataclass

from citekit.model.document import BlockKind
from citekit.model.spans import Span


@dataclass(frozen=True, slots=True)
class RstBlock:
    """The parts of the file that hold the text of a block.

    ``note`` counts the footnotes of the file: the block is a part of that one. A block with a
    ``label`` begins a footnote, or is an entry of the bibliography. The parts of a row of a table
    are cells; a cell of several lines has the same number in ``cells``.
    """

    kind: BlockKind
    parts: tuple[Span, ...]
    level: int = 0
    indent: int = 0
    note: int = 0
    label: str = ""
    cells: tuple[int, ...] = ()


@dataclass(slots=True)
class RstBody:
    """What is indented by ``indent`` columns: its paragraphs are of a ``kind``, or in a note."""

    indent: int
    kind: BlockKind = BlockKind.PARAGRAPH
    note: int = 0
