"""The files that the text of a document comes from, where it takes in others."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from citekit.model.document import DocumentPart
from citekit.text.lines import LineIndex


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A place in a file: an offset, and the line and column, which count from 1."""

    path: str
    offset: int
    line: int
    column: int


@dataclass(slots=True)
class PartFiles:
    """The files of the document at ``path`` whose ``text`` is of ``parts``, the first its own."""

    path: str
    text: str
    parts: Sequence[DocumentPart]
    _indices: dict[str, LineIndex] = field(default_factory=dict)

    def place(self, offset: int) -> PartPlace:
        """Where the character at ``offset`` of the text stands."""
        index = max(0, bisect_right(self.parts, offset, key=lambda part: part.span.start) - 1)
        part = self.parts[index]
        within = part.start + min(offset, part.span.end) - part.span.start
        if part.name not in self._indices:
            self._indices[part.name] = LineIndex(self._file(part.name))
        at = self._indices[part.name].place(within)
        return PartPlace(self._path(part.name), within, at.line, at.column)

    def _path(self, name: str) -> str:
        """The path of a file that is beside the document, or of the document itself."""
        return self.path if name == self.parts[0].name else str(Path(self.path).parent / name)

    def _file(self, name: str) -> str:
        """The text of a file, put together from its stretches."""
        stretches: Mapping[int, DocumentPart] = {
            part.start: part for part in self.parts if part.name == name
        }
        ordered = (stretches[start] for start in sorted(stretches))
        return "".join(self.text[part.span.start : part.span.end] for part in ordered)
