"""The nodes of a ``.bib`` file: what stands where, and nothing about what it means.

All places are half-open offsets in code points into the text that was parsed; ``ABSENT`` stands
for a token that is not there. The blocks of a file follow one another without a gap, so that
their slices of the text, joined, are the text.

Nodes are named tuples, since a large file has hundreds of thousands: they are made three times
as fast as frozen dataclasses and take less room.
"""

from enum import StrEnum
from typing import NamedTuple

from citekit.model.spans import Span

ABSENT = -1


class OperandKind(StrEnum):
    """How a part of a value is written."""

    BRACED = "braced"
    QUOTED = "quoted"
    NUMBER = "number"
    NAME = "name"


class Operand(NamedTuple):
    """A part of a value between ``#``, from ``start`` to ``end`` with its delimiters.

    A part whose delimiter is never closed ends with its value; ``is_closed`` is then false.
    """

    kind: OperandKind
    start: int
    end: int
    is_closed: bool = True

    @property
    def content(self) -> Span:
        """The place of what stands between the delimiters, or of the whole if it has none."""
        if self.kind in {OperandKind.BRACED, OperandKind.QUOTED}:
            return Span(self.start + 1, self.end - self.is_closed)
        return Span(self.start, self.end)


class FieldNode(NamedTuple):
    """A field of an entry, or a definition of ``@string``.

    ``name`` is as written. The value reaches from ``value_start`` to ``value_end``, blanks and
    comments around it left out, those between its operands counted in. ``comma`` is the place
    of the comma after it. ``equals`` is ``ABSENT`` only where the sign was forgotten.
    """

    start: int
    name: str
    equals: int
    value_start: int
    value_end: int
    comma: int

    @property
    def name_span(self) -> Span:
        """The place of the name."""
        return Span(self.start, self.start + len(self.name))

    @property
    def value_span(self) -> Span:
        """The place of the value with its delimiters."""
        return Span(self.value_start, self.value_end)

    @property
    def end(self) -> int:
        """The offset after the value, or after the comma where there is one."""
        return max(self.value_end, self.comma + 1)


class EntryNode(NamedTuple):
    """An entry: ``@type{key, name = value, …}``.

    ``start`` is the place of the ``@``, ``type`` and ``key`` are as written, ``opening`` and
    ``closing`` the places of the delimiters, ``key_comma`` that of the comma after the key.
    An entry without a key has an empty one at the place where it should stand. ``comments`` are
    the places of comments from ``%`` to the end of their line, which end is left out.

    ``is_broken`` says that a value in it is never closed and nobody can say where it was meant
    to end: the entry then ends before the next one that begins a line. An entry whose closing
    delimiter alone was forgotten is not broken; its ``closing`` is ``ABSENT``. Stray text between
    fields belongs to no node in it.
    """

    start: int
    end: int
    type_start: int
    type: str
    opening: int
    key_start: int
    key: str
    key_comma: int
    fields: tuple[FieldNode, ...]
    comments: tuple[Span, ...]
    closing: int
    is_broken: bool = False

    @property
    def type_span(self) -> Span:
        """The place of the type, without the ``@``."""
        return Span(self.type_start, self.type_start + len(self.type))

    @property
    def key_span(self) -> Span:
        """The place of the key; empty, at the place where it should stand, if there is none."""
        return Span(self.key_start, self.key_start + len(self.key))


class StringNode(NamedTuple):
    """Definitions of strings: ``@string{name = value}``, by biber's leave several at once.

    The members are those of ``EntryNode``.
    """

    start: int
    end: int
    type_start: int
    type: str
    opening: int
    fields: tuple[FieldNode, ...]
    comments: tuple[Span, ...]
    closing: int
    is_broken: bool = False


class PreambleNode(NamedTuple):
    """LaTeX for the bibliography: ``@preamble{value}``; the members are as in ``EntryNode``."""

    start: int
    end: int
    type_start: int
    type: str
    opening: int
    value_start: int
    value_end: int
    comments: tuple[Span, ...]
    closing: int
    is_broken: bool = False


class CommentNode(NamedTuple):
    """An ``@comment`` with the place of what stands between its delimiters.

    JabRef and others keep their settings in such comments. One without delimiters reaches to the
    end of its line; ``opening`` and ``closing`` are then ``ABSENT``.
    """

    start: int
    end: int
    type_start: int
    type: str
    opening: int
    closing: int
    body_start: int
    body_end: int


class TextNode(NamedTuple):
    """Whatever stands between the blocks: blanks, comments, text, lines that begin with ``%``."""

    start: int
    end: int


class BrokenNode(NamedTuple):
    """The head of an entry that cannot be one, ``@book key,``, and all up to the next entry."""

    start: int
    end: int


Block = EntryNode | StringNode | PreambleNode | CommentNode | TextNode | BrokenNode


class FaultKind(StrEnum):
    """What is wrong with the syntax of a file."""

    NO_OPENING = "no-opening"
    NO_TYPE = "no-type"
    NO_KEY = "no-key"
    BLANK_IN_KEY = "blank-in-key"
    NO_COMMA = "no-comma"
    EXTRA_COMMA = "extra-comma"
    NO_EQUALS = "no-equals"
    NO_VALUE = "no-value"
    BARE_VALUE = "bare-value"
    NO_CLOSING = "no-closing"
    OPEN_BRACE = "open-brace"
    OPEN_QUOTE = "open-quote"
    NO_END = "no-end"
    STRAY_TEXT = "stray-text"
    ENTRY_IN_VALUE = "entry-in-value"
    EXTRA_CLOSING = "extra-closing"
    ESCAPED_BRACES = "escaped-braces"


class Fault(NamedTuple):
    """A fault and its place; ``subject`` is the key or the field that it is about."""

    kind: FaultKind
    start: int
    end: int
    subject: str = ""
