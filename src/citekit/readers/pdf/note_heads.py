"""How the lines of notes begin: with a raised or plain number, or with a sign."""

import re
from dataclasses import dataclass

from citekit.model.spans import Markup
from citekit.readers.pdf.line import Line

_MARKER = re.compile(r"[\[(]?(\d{1,4}|[*∗†‡§¶⋆★+]{1,4}|[a-z])[\])]?[.:]?", re.IGNORECASE)
_PLAIN = re.compile(r"[\[(]?(\d{1,4})(?:[\])][.:]?|[.):])?(?:\s+|(?=[^\W\d_]))(?=\S)")
_SIGN = re.compile(r"([*∗†‡§¶⋆★]{1,4})\s*(?=\S)")
_MARKS = re.compile(r"\d{1,4}|[*∗†‡§¶⋆★]{1,4}")
_SIGNS = str.maketrans("∗⋆★", "***")


@dataclass(frozen=True, slots=True)
class NoteHead:
    """The marker that a line begins with; its text follows at ``end``."""

    marker: str
    end: int
    is_raised: bool

    @property
    def number(self) -> int:
        """The number of the note, 0 for a sign."""
        return int(self.marker) if self.marker.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class RaisedMark:
    """A raised marker in a line, at ``start`` to ``end`` of its text."""

    marker: str
    start: int
    end: int


def note_head(line: Line) -> NoteHead | None:
    """How ``line`` begins if that may be the beginning of a note."""
    for run in line.runs:
        if run.start == 0 and run.markup is Markup.SUPERSCRIPT:
            match = _MARKER.fullmatch(line.text[: run.end].strip())
            if match:
                end = run.end + (line.text[run.end : run.end + 1] in {")", ".", "]"})
                return NoteHead(match[1].translate(_SIGNS), end, is_raised=True)
    match = _PLAIN.match(line.text) or _SIGN.match(line.text)
    if match and match.end() < len(line.text):
        return NoteHead(match[1].translate(_SIGNS), match.end(), is_raised=False)
    return None


def raised_marks(line: Line) -> list[RaisedMark]:
    """The raised numbers and signs in ``line``; "2, 3" are two."""
    found = []
    for run in line.runs:
        if run.markup is not Markup.SUPERSCRIPT:
            continue
        text = line.text[run.start : run.end]
        if any(char.isalpha() for char in text):
            continue
        for match in _MARKS.finditer(text):
            start = run.start + match.start()
            marker = match.group().translate(_SIGNS)
            found.append(RaisedMark(marker, start, start + len(marker)))
    return found
