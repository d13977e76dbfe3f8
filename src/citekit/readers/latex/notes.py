r"""The notes of a LaTeX document, numbered as LaTeX does.

Source: LaTeX2e, "Footnotes"; the manual of enotez.
"""

from dataclasses import dataclass, field, replace

from citekit.model.document import Note, NoteKind
from citekit.model.spans import Span, TracedText
from citekit.readers.limits import cost

_SYMBOLS = ("*", "†", "‡", "§", "¶", "‖")


@dataclass(slots=True)
class LatexNotes:
    """The notes so far, and the marks that wait for theirs, by the counters of LaTeX."""

    found: list[Note] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    _waiting: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)

    def number(self, counter: str, written: str) -> str:
        """The mark of the next note of ``counter``, or the one with the number ``written``."""
        if written:
            return written
        count = self.counters[counter] = self.counters.get(counter, 0) + 1
        if counter != "symbol":
            return str(count)
        index = (count - 1) % len(_SYMBOLS)
        return _SYMBOLS[index] * ((count - 1) // len(_SYMBOLS) + 1)

    def wait(self, counter: str, marker: str, mark: Span) -> None:
        """A mark stands at ``mark``; its text follows elsewhere."""
        self._waiting.setdefault(counter, []).append((marker, mark))

    def waiting(self, counter: str, written: str) -> tuple[str, Span] | None:
        """The first mark that waits, or that with the number ``written``."""
        marks = self._waiting.get(counter, [])
        for index, (marker, _) in enumerate(marks[:100]):
            if not written or marker == written:
                return marks.pop(index)
        return None

    def add(self, counter: str, marker: str, mark: Span | None, text: TracedText) -> int:
        """Add a note; what it costs."""
        if not text.text:
            return 0
        whole = replace(text, pieces=(Span(text.start, text.end),))
        kind = NoteKind.ENDNOTE if counter == "endnote" else NoteKind.FOOTNOTE
        self.found.append(Note("", marker, whole, kind, mark))
        return cost(whole)

    def in_order(self) -> tuple[Note, ...]:
        """The notes in the order of their marks, each with a label of its own."""
        ordered = sorted(self.found, key=lambda note: (note.mark or note.text.pieces[0]).start)
        return tuple(
            replace(note, label=str(number)) for number, note in enumerate(ordered, start=1)
        )
