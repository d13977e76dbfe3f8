"""The running text of an article in XML: its blocks, notes, entries and citations, with places."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from citekit.model.document import Block, BlockKind, Note, NoteKind
from citekit.model.live_citation import LiveCitation, LiveCite
from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.limits import MAX_PIECES, cost
from citekit.readers.tracing import TracedBuilder
from citekit.readers.xml.elements import XmlElement
from citekit.readers.xml.vocabulary import Role, Vocabulary

_ENTITY = re.compile(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")
_DASH = re.compile(r"(?:\s|</?\w+>)*(?:[-–—]|&#(?:8211|x2013);)(?:\s|</?\w+>)*")
_LONGEST_DASH = 60
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a format is to be read: its vocabulary, and what depends on more than a name.

    ``role`` tells the role of an element; ``cites`` gives what a citation or an entry cites, and
    ``between`` what a range of two citations leaves out; ``label`` is the printed number of a note
    or an entry, ``note_kind`` where a note is printed, ``called`` the label of the note that a mark
    calls.
    """

    words: Vocabulary
    role: Callable[[XmlElement], Role]
    cites: Callable[[XmlElement], tuple[LiveCite, ...]]
    between: Callable[[XmlElement, XmlElement], tuple[LiveCite, ...]]
    markup: Callable[[XmlElement], Markup | None]
    label: Callable[[XmlElement], str]
    note_kind: Callable[[XmlElement], NoteKind]
    called: Callable[[XmlElement], str]


@dataclass(slots=True)
class Flow:
    """A text under construction, with the stretches of the file it is made from."""

    builder: TracedBuilder
    pieces: list[Span] = field(default_factory=list)
    lives: list[tuple[int, int, tuple[LiveCite, ...]]] = field(default_factory=list)
    last: XmlElement | None = None
    is_torn: bool = True

    def took(self, start: int, end: int) -> None:
        """Note that the text now holds what stands from ``start`` to ``end``."""
        if self.is_torn or not self.pieces:
            self.pieces.append(Span(start, end))
        else:
            self.pieces[-1] = Span(self.pieces[-1].start, max(end, self.pieces[-1].end))
        self.is_torn = False


class Story:
    """Reads elements into blocks and notes, in the order of the file."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        """Read from ``text``, the source of the whole file."""
        self.source = text
        self.grammar = grammar
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.live: list[LiveCitation] = []
        self.budget = MAX_PIECES
        self.note_count = 0
        self.calls: dict[str, Span] = {}
        self.shown: dict[str, str] = {}
        self.flow = Flow(TracedBuilder(text))
        self.kinds: list[BlockKind] = []
        self.depth = 0
        self.in_note = self.in_entry = False

    def read(self, element: XmlElement) -> None:
        """Read what stands in ``element``."""
        words = self.grammar.words
        kind = words.kinds.get(element.name)
        if self.kinds and self.kinds[-1] is BlockKind.CAPTION:
            kind = BlockKind.CAPTION
        divides = element.name in words.divisions
        self.depth += divides
        if kind is not None:
            self.kinds.append(kind)
        self._content(element)
        self._end_block()
        if kind is not None:
            self.kinds.pop()
        self.depth -= divides

    def _content(self, element: XmlElement) -> None:
        spaced = element.name in self.grammar.words.spaced
        for part in element.parts:
            if self.budget <= 0:
                return
            if isinstance(part, Span):
                self._text(part)
            else:
                if spaced:
                    self.flow.builder.supply(" ")
                self._element(part)

    def _element(self, element: XmlElement) -> None:
        role = self.grammar.role(element)
        match role:
            case Role.DROPPED:
                self.flow.is_torn = True
            case Role.BREAK:
                self.flow.builder.supply(" ")
            case Role.BLOCK if self.in_note:
                self.flow.builder.supply(" ")
                self._content(element)
                self.flow.builder.supply(" ")
            case Role.BLOCK if not self.in_entry:
                self._end_block()
                self.read(element)
            case Role.NOTE if not (self.in_note or self.in_entry):
                self._note(element)
            case Role.ENTRY if not (self.in_note or self.in_entry):
                self._entry(element)
            case Role.CITATION if not self.in_entry:
                self._citation(element)
            case Role.NOTE_CALL if not self.in_note:
                self._call(element)
            case Role.ADDRESS:
                self._address(element)
            case _:
                self._inline(element)

    def _text(self, span: Span) -> None:
        builder, position = self.flow.builder, span.start
        before = builder.length
        if self.source.find("&", span.start, span.end) >= 0:
            for match in _ENTITY.finditer(self.source, span.start, span.end):
                builder.add(position, match.start())
                builder.put(unescape(match.group()), match.start())
                self.budget -= 2
                position = match.end()
        builder.add(position, span.end)
        if builder.length > before:
            self.budget -= 1
            self.flow.took(*_trimmed(self.source, span))

    def _inline(self, element: XmlElement) -> None:
        start = self.flow.builder.length
        self._content(element)
        markup = self.grammar.markup(element)
        if markup is not None:
            target = element.get(self.grammar.words.link) if markup is Markup.LINK else ""
            self.flow.builder.mark(start, self.flow.builder.length, markup, target)

    def _address(self, element: XmlElement) -> None:
        """Print the address of a link that has no text of its own."""
        start = self.flow.builder.length
        self._text(element.place_of(self.grammar.words.link))
        target = element.get(self.grammar.words.link)
        self.flow.builder.mark(start, self.flow.builder.length, Markup.LINK, target)

    def _citation(self, element: XmlElement) -> None:
        start = self.flow.builder.length
        self._content(element)
        cites = self.grammar.cites(element)
        if not cites or self.flow.builder.length == start:
            return
        last, self.flow.last = self.flow.last, element
        if last is not None and self._joins(last, element):
            cites = (*self.grammar.between(last, element), *cites)
        self.flow.lives.append((start, self.flow.builder.length, cites))

    def _joins(self, first: XmlElement, second: XmlElement) -> bool:
        """Whether nothing but a dash stands between two citations, which makes them a range."""
        gap = self.source[first.end : min(second.start, first.end + _LONGEST_DASH)]
        return second.start <= first.end + _LONGEST_DASH and bool(_DASH.fullmatch(gap))

    def _call(self, element: XmlElement) -> None:
        target = self.grammar.called(element)
        self.calls.setdefault(target, Span(element.start, element.end))
        shown = "".join(
            self.source[part.start : part.end]
            for inner in element.walk()
            for part in inner.parts
            if isinstance(part, Span)
        )
        self.shown.setdefault(target, unescape(shown).strip(" \t\r\n[]()."))
        self.flow.is_torn = True

    def _note(self, element: XmlElement) -> None:
        self.note_count += 1
        outer, self.flow = self.flow, Flow(TracedBuilder(self.source))
        self.in_note = True
        self._content(element)
        inner, self.flow, self.in_note = self.flow, outer, False
        self.flow.is_torn = True
        text = self._finished(inner)
        if not text.text:
            return
        label = element.get("xml:id", "id") or f"note-{self.note_count}"
        marker = self.grammar.label(element) or self.shown.get(label, "") or str(self.note_count)
        mark = self.calls.get(label, Span(element.start, element.content))
        self.budget -= cost(text)
        self.notes.append(Note(label, marker, text, self.grammar.note_kind(element), mark))

    def _entry(self, element: XmlElement) -> None:
        self._end_block()
        label = self.grammar.label(element)
        if label:
            self.flow.builder.supply(f"{label}." if label.isalnum() else label)
            self.flow.builder.supply(" ")
        self.in_entry = True
        self._content(element)
        self.in_entry = False
        flow, self.flow = self.flow, Flow(TracedBuilder(self.source))
        text = self._finished(flow)
        if text.text and flow.pieces:
            self.live.append(LiveCitation(text, self.grammar.cites(element)))
            self._add(Block(BlockKind.LIST_ITEM, text, 1, listed=True))

    def _end_block(self) -> None:
        """End the block being built."""
        inner, self.flow = self.flow, Flow(TracedBuilder(self.source))
        text = self._finished(inner)
        if text.text.strip(" |"):
            kind = self.kinds[-1] if self.kinds else BlockKind.PARAGRAPH
            heading = min(_DEEPEST_HEADING, self.depth + 1)
            nested = kind in {BlockKind.LIST_ITEM, BlockKind.QUOTATION}
            level = heading if kind is BlockKind.HEADING else min(9, self.kinds.count(kind))
            self._add(Block(kind, text, level if nested or kind is BlockKind.HEADING else 0))

    def _add(self, block: Block) -> None:
        """Add a finished block."""
        self.budget -= cost(block.text)
        self.blocks.append(block)

    def _finished(self, flow: Flow) -> TracedText:
        """The text of ``flow``; its live citations are kept."""
        text = flow.builder.build(tuple(flow.pieces))
        for start, end, cites in flow.lives:
            cited = text.slice(start, end).strip()
            if cited.text:
                self.live.append(LiveCitation(cited, cites))
        return text


def _trimmed(source: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end
