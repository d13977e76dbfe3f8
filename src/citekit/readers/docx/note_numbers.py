"""The numbers of notes as Word prints them.

Source: ECMA-376, part 1, sections 17.11 (notes) and 17.18.59 (number formats).
"""

from dataclasses import dataclass, field

from lxml import etree

from citekit.model.document import NoteKind
from citekit.readers.docx.attributes import attribute, child, value

_PROPERTIES = {NoteKind.FOOTNOTE: "footnotePr", NoteKind.ENDNOTE: "endnotePr"}
_DEFAULTS = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "lowerRoman"}
_SIGNS = "*†‡§"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 4000
_LETTERS = 26


@dataclass(slots=True)
class NoteNumbers:
    """Counts the notes of a document as they are called."""

    formats: dict[NoteKind, str] = field(default_factory=lambda: dict(_DEFAULTS))
    starts: dict[NoteKind, int] = field(default_factory=dict)
    restarts: set[NoteKind] = field(default_factory=set)
    counts: dict[NoteKind, int] = field(default_factory=dict)

    def configure(self, settings: etree._Element | None) -> None:
        """Take what the ``settings`` of the document or of a section say of its notes."""
        for kind, name in _PROPERTIES.items():
            notes = child(settings, name)
            if notes is None:
                continue
            self.formats[kind] = value(notes, "numFmt") or self.formats[kind]
            start = value(notes, "numStart")
            if start.isdecimal():
                self.starts[kind] = int(start[:6])
            restart = attribute(child(notes, "numRestart"), "val")
            if restart:
                (self.restarts.add if restart == "eachSect" else self.restarts.discard)(kind)

    def end_section(self) -> None:
        """Begin anew where notes are counted by section."""
        for kind in self.restarts:
            self.counts.pop(kind, None)

    def next(self, kind: NoteKind) -> str:
        """The number of the next note of ``kind``, as it is printed."""
        number = self.counts.get(kind, self.starts.get(kind, 1) - 1) + 1
        self.counts[kind] = number
        return format_number(number, self.formats[kind])


def format_number(number: int, style: str) -> str:
    """``number``, from 1, in one of Word's number formats; those unknown are decimal."""
    match style:
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
            return letter.upper() if style == "upperLetter" else letter
        case "chicago":
            return _SIGNS[(number - 1) % len(_SIGNS)] * ((number - 1) // len(_SIGNS) + 1)
        case _:
            return str(number)


def _roman(number: int) -> str:
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text
