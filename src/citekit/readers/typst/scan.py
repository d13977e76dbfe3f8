"""How far a Typst document was read: what is open, what was printed, what it refers to."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from citekit.model.document import BlockKind
from citekit.readers.layout_lines import depth_of
from citekit.readers.source_body import SourceBody
from citekit.readers.typst.frames import Frame, Mode, Role
from citekit.readers.typst.printed import Printed
from citekit.readers.typst.tokens import LINE_START, Comments

_LONGEST_INDENT = 200
_DEEPEST = 6
# So much markup within markup goes on in the next paragraph.
_DEEPEST_MARKUP = 30


@dataclass(slots=True)
class TypstScan:
    """One reading of a text up to ``stop``; ``dead`` are the places of signs that are text.

    ``footnotes`` are the labels of notes that are known beforehand, ``found_footnotes`` those met,
    ``labels`` all that are met, and ``referenced`` what references name. ``steps`` is how many
    signs may still be read; ``position`` is where reading ended.
    """

    text: str
    stop: int
    steps: int
    dead: AbstractSet[int] = frozenset()
    footnotes: AbstractSet[str] = frozenset()
    position: int = 0
    printed: Printed = field(init=False)
    frames: list[Frame] = field(init=False)
    labels: set[str] = field(default_factory=set)
    found_footnotes: set[str] = field(default_factory=set)
    referenced: set[str] = field(default_factory=set)
    comments: Comments = field(init=False)
    searched: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.printed = Printed(SourceBody(self.text))
        self.frames = [Frame(Mode.MARKUP, 0)]
        self.comments = Comments(self.text)

    @property
    def top(self) -> Frame:
        """The innermost frame."""
        return self.frames[-1]

    def keep(self, start: int, end: int) -> None:
        """Print a stretch of content as it stands."""
        if start < end and self.top.mode is Mode.MARKUP and self.top.emits:
            self.printed.paragraph.add(start, end)
            if self.printed.is_overlong and not self.printed.in_note:
                self.end_paragraph()

    def end_paragraph(self) -> None:
        """End the paragraph; markup that goes on is closed in it and opened in the next."""
        paragraph = self.printed.paragraph
        for frame in () if self.printed.in_note else self.frames[-_DEEPEST_MARKUP:]:
            frame.marks.clear()
            if frame.markup is not None:
                paragraph.mark(frame.since, frame.markup, frame.target)
                frame.since = 0
        self.printed.end_paragraph(self.block_kind())

    def block_kind(self) -> BlockKind:
        """The kind of paragraph that what is open makes."""
        for frame in reversed(self.frames[-_DEEPEST:]):
            if frame.role is Role.BLOCK:
                return frame.kind
        return BlockKind.PARAGRAPH

    def line_start(self, position: int) -> int:
        """Read what begins a line at ``position``; where its text begins."""
        if not self.top.emits or self.printed.in_note:
            return position
        match = LINE_START.match(self.text, position, self.stop)
        if match is None:
            return position
        self.end_paragraph()
        indent = self.indent_at(position)
        printed = self.printed
        if match["equals"]:
            printed.kind, printed.level = BlockKind.HEADING, min(_DEEPEST, len(match["equals"]))
        else:
            printed.kind, printed.level = BlockKind.LIST_ITEM, depth_of(indent)
            printed.indent = indent
        return position if match["number"] else match.end()

    def indent_at(self, position: int) -> int:
        """How many characters stand before ``position`` in its line, as far as that matters."""
        near = max(0, position - _LONGEST_INDENT)
        line = max(self.text.rfind(sign, near, position) for sign in "\r\n")
        return position - 1 - max(line, near - 1)
