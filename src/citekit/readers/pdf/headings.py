"""Headings told by their type: larger than the text, or bold and short."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.model.document import BlockKind
from citekit.model.spans import Markup
from citekit.readers.pdf.line import Line
from citekit.readers.pdf.page import TypeScale

_MUCH_LARGER = 1.25
_BOLD = 0.85
_MOST_LINES, _LONGEST = 5, 300
_MOST_BOLD_LINES, _LONGEST_BOLD = 3, 160
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class HeadingScale:
    """The sizes of type of a document that are larger than its text, the largest first."""

    scale: TypeScale
    sizes: tuple[float, ...]

    @classmethod
    def of(cls, lines: Iterable[Line], scale: TypeScale) -> "HeadingScale":
        """The scale of a document with these lines, set in the types of ``scale``."""
        seen = Counter(round(line.size * 2) / 2 for line in lines if line.text)
        larger = sorted((size for size in seen if size >= scale.large), reverse=True)
        return cls(scale, tuple(larger))

    def kind_of(self, lines: Sequence[Line]) -> tuple[BlockKind, int]:
        """Whether ``lines`` are a heading or a paragraph, with the level of a heading."""
        length = sum(len(line.text) for line in lines)
        letters = any(char.isalpha() for line in lines for char in line.text)
        size = max(lines, key=lambda line: len(line.text)).size
        if not letters:
            return BlockKind.PARAGRAPH, 0
        ended = lines[-1].text.endswith(".") and size < self.scale.body * _MUCH_LARGER
        if (
            size >= self.scale.large
            and not ended
            and len(lines) <= _MOST_LINES
            and length <= _LONGEST
        ):
            rank = sum(larger > size + 0.25 for larger in self.sizes)
            return BlockKind.HEADING, min(_DEEPEST, rank + 1)
        bold = sum(line.share_of(Markup.BOLD) * len(line.text) for line in lines) / max(1, length)
        short = len(lines) <= _MOST_BOLD_LINES and length <= _LONGEST_BOLD
        if bold >= _BOLD and short and size >= self.scale.body * 0.9:
            return BlockKind.HEADING, min(_DEEPEST, len(self.sizes) + 1)
        return BlockKind.PARAGRAPH, 0
