"""What a Markdown document defines in one place for use in others: link targets and notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from citekit.readers.layout_lines import Line, line_at

_NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]:[ \t]*")
_LINK = re.compile(
    r"\[(?!\^)([^\[\]\r\n]{1,200})\]:[ \t]*<?([^\s<>]{1,1000})>?"
    r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?[ \t]*$"
)
_BEGINNING = re.compile(r"^[ ]{0,3}(?=\[)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteDefinition:
    """The label that begins the definition of a note, and where the text after it begins."""

    label: str
    end: int


@dataclass(frozen=True, slots=True)
class LinkDefinition:
    """The target that a document gives to a link label."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """What can be used in a paragraph: link targets by their labels, and the labels of notes.

    ``in_note`` is set within an inline note, which holds no further one.
    """

    links: Mapping[str, str] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    in_note: bool = False

    def target(self, label: str) -> str | None:
        """Where a link with ``label`` leads, ``None`` for one that is not defined."""
        return self.links.get(_normal(label)) if label else None


def find_definitions(text: str) -> Definitions:
    """What ``text`` defines; of two links with the same label, the later one counts."""
    links = (link_definition(text, line) for line in _lines(text))
    notes = (note_definition(text, line) for line in _lines(text))
    return Definitions(
        {_normal(link.label): link.target for link in links if link is not None},
        frozenset(note.label for note in notes if note is not None),
    )


def note_definition(text: str, line: Line) -> NoteDefinition | None:
    """The definition of a note that begins in ``line``."""
    match = _NOTE.match(text, line.first, line.end)
    return NoteDefinition(match[1], match.end()) if match else None


def link_definition(text: str, line: Line) -> LinkDefinition | None:
    """The definition of a link that ``line`` is."""
    match = _LINK.match(text, line.first, line.end)
    return LinkDefinition(match[1], match[2]) if match else None


def _lines(text: str) -> Iterator[Line]:
    """The lines that begin with a bracket, at most 3 columns in."""
    return (line_at(text, match.start()) for match in _BEGINNING.finditer(text))


def _normal(label: str) -> str:
    """A link label as it is compared: case and white space do not count."""
    return " ".join(label.casefold().split())
