"""A LaTeX document being read: where its text goes, and what is open."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from citekit.model.document import BlockKind, DocumentPart
from citekit.model.live_citation import LiveCitation, LiveCite
from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.declared import Declared, Declares
from citekit.readers.latex.definitions import Definitions
from citekit.readers.latex.notes import LatexNotes
from citekit.readers.latex.passages import HiddenPassage
from citekit.readers.latex.symbols import plain_text
from citekit.readers.latex.syntax import Argument, Arguments
from citekit.readers.source_body import SourceBody
from citekit.readers.source_paragraph import SourceParagraph
from citekit.readers.tracing import verbatim

# So many markups within each other are kept over the end of a paragraph.
_MOST_OPEN = 20
_MOST_DECLARED = 300
_BLANK = re.compile(r"[ \t]*+(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n])[ \t]*+)?")


@dataclass(slots=True)
class Sink:
    """Where text goes: the body, whose paragraphs end, or a passage such as a note.

    ``cuts`` are the lengths at which a line or a name ended, with what ended it.
    """

    paragraph: SourceParagraph
    is_body: bool = False
    is_open: bool = True
    cuts: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class OpenMarkup:
    """Markup from the length ``since`` of the text of a sink on."""

    sink: Sink
    since: int
    markup: Markup
    target: str = ""


@dataclass(slots=True)
class Frame:
    """What is open: braces that close at ``end``, or the environment of a name."""

    end: int = -1
    environment: str = ""
    start: int = -1
    closing: list[Callable[[int], None]] = field(default_factory=list)
    marks: list[OpenMarkup] = field(default_factory=list)


@dataclass(slots=True)
class LatexStory:
    """What was read so far; ``kind``, ``level`` and ``entry`` are of the paragraph being read."""

    text: str
    arguments: Arguments
    definitions: Definitions
    body: SourceBody
    notes: LatexNotes = field(default_factory=LatexNotes)
    declared: list[Declared] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    sinks: list[Sink] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    entry: str = ""
    in_list: int = 0
    in_preamble: bool = False
    in_table: int = 0
    depths: dict[str, int] = field(default_factory=dict)
    open_marks: list[OpenMarkup] = field(default_factory=list)
    _ends: dict[int, int] = field(default_factory=dict)
    _environments: dict[str, int] = field(default_factory=dict)
    unclosed: list[tuple[str, int]] = field(default_factory=list)
    unopened: list[tuple[str, int]] = field(default_factory=list)

    endless: set[str] = field(default_factory=set)
    documents: int = 0
    subtitle: str = ""
    parts: tuple[DocumentPart, ...] = ()
    addresses: Mapping[int, HiddenPassage] = field(default_factory=dict)
    cites_in_notes: bool = False
    notes_by_chapter: bool = True
    last_body: int = -1
    cut_at: int = -1

    def __post_init__(self) -> None:
        self.sinks.append(Sink(SourceParagraph(self.text), is_body=True))

    @property
    def sink(self) -> Sink:
        """Where text goes now."""
        return self.sinks[-1]

    @property
    def paragraph(self) -> SourceParagraph:
        """The text that is being put together now."""
        return self.sinks[-1].paragraph

    @property
    def is_silent(self) -> bool:
        """Whether text is not printed here."""
        silent = self.in_preamble or (self.in_list > 0 and not self.entry)
        return silent and self.sink.is_body

    def add(self, start: int, end: int) -> None:
        """Append a stretch of the source as it stands."""
        if start < end and not self.is_silent:
            self.paragraph.add(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Append what stands from ``start`` to ``end`` by its meaning ``text``."""
        if text and not self.is_silent:
            self.paragraph.put(text, start, end)

    def add_plain(self, argument: Argument) -> None:
        """Append what ``argument`` prints, without its markup."""
        text = plain_text(self.text[argument.start : argument.end], self.definitions.printed)
        self.put(text, argument.start, argument.after)

    def declare(self, kind: Declares, value: str, span: Span, rank: int = 10) -> None:
        """The document says something of itself."""
        if value and len(self.declared) < _MOST_DECLARED:
            self.declared.append(Declared(kind, value, span, rank))

    def skip_blank(self, end: int) -> int:
        """The offset behind the blanks that only end the name of a command."""
        blank = _BLANK.match(self.text, end)
        return blank.end() if blank else end

    def declares(self, kind: Declares) -> bool:
        """Whether the document says something of this kind."""
        return any(declared.kind is kind for declared in self.declared)

    def add_subtitle(self) -> None:
        """The subtitle is a part of the title."""
        self.declared = [
            replace(one, value=f"{one.value}: {self.subtitle}")
            if one.kind is Declares.TITLE
            else one
            for one in self.declared
        ]

    def address_at(self, start: int) -> Argument | None:
        """The address that the command at ``start`` takes as it stands."""
        found = self.addresses.get(start)
        return Argument(found.start, found.end, found.after) if found else None

    def is_main(self, at: int) -> bool:
        """Whether what stands at ``at`` is of the file of the document itself."""
        if not self.parts:
            return True
        index = bisect_right(self.parts, at, key=lambda part: part.span.start) - 1
        return self.parts[index].name == self.parts[0].name

    def open_braces(self, end: int, close: Callable[[int], None] | None = None) -> Frame:
        """Braces open that close at ``end``."""
        frame = Frame(end, closing=[close] if close else [])
        self._ends[end] = self._ends.get(end, 0) + 1
        self.frames.append(frame)
        return frame

    def open_environment(self, name: str, at: int) -> Frame:
        """An environment opens at ``at``."""
        frame = Frame(environment=name, start=at)
        self._environments[name] = self._environments.get(name, 0) + 1
        self.frames.append(frame)
        return frame

    def close_braces(self, at: int) -> bool:
        """Braces close at ``at``; whether they were open."""
        if not self._ends.get(at):
            return False
        while self._ends.get(at):
            self._pop(at)
        return True

    def close_environment(self, name: str, at: int) -> bool:
        """An environment closes with all that is open in it; whether it was open."""
        if not self._environments.get(name):
            self.unopened.append((name, at))
            return False
        while (frame := self._pop(at)).environment != name:
            if frame.environment:
                self.unclosed.append((frame.environment, frame.start))
        return True

    def close_last(self, at: int) -> None:
        """The text ends within what is open."""
        frame = self._pop(at)
        if frame.environment:
            self.unclosed.append((frame.environment, frame.start))

    def _pop(self, at: int) -> Frame:
        frame = self.frames.pop()
        if frame.end >= 0:
            self._ends[frame.end] -= 1
        if frame.environment:
            self._environments[frame.environment] -= 1
        for mark in frame.marks:
            self._mark(mark)
            if self.open_marks and self.open_marks[-1] is mark:
                self.open_marks.pop()
        for close in reversed(frame.closing):
            close(at)
        return frame

    def begin_markup(self, frame: Frame, markup: Markup, target: str = "") -> None:
        """Text is in a markup until ``frame`` closes."""
        mark = OpenMarkup(self.sink, self.paragraph.length, markup, target)
        frame.marks.append(mark)
        if len(self.open_marks) < _MOST_OPEN:
            self.open_marks.append(mark)

    def _mark(self, mark: OpenMarkup) -> None:
        if any(mark.sink is sink for sink in self.sinks[-3:]) and not self.is_silent:
            mark.sink.paragraph.mark(mark.since, mark.markup, mark.target)

    def open_sink(self) -> Sink:
        """Text goes to a passage of its own from here on."""
        self.sinks.append(Sink(SourceParagraph(self.text)))
        return self.sinks[-1]

    def close_sink(self, sink: Sink) -> TracedText:
        """The text of a passage, which ends, with what it cites."""
        while sink.is_open:
            self.sinks.pop().is_open = False
        self.body.live += sink.paragraph.live
        return sink.paragraph.build()

    def end_line(self, start: int, end: int) -> int:
        r"""A line ends (``\\``), a row in a table; the offset behind it and its arguments."""
        after = self.arguments.skip(end + self.text.startswith("*", end), "[")
        self.sink.cuts.append((self.paragraph.length, "line"))
        if self.in_table and self.sink.is_body:
            self.end_paragraph()
        else:
            self.put(" ", start, after)
        return after

    def add_code(self, start: int, end: int) -> None:
        """Add verbatim text or a formula: a block of its own, but in a note."""
        if self.is_silent:
            return
        if self.sink.is_body:
            self.end_paragraph()
            self.body.add(BlockKind.CODE, verbatim(self.text, start, end))
        else:
            self.add(start, end)

    def skip_line(self) -> None:
        """An empty line, which ends a paragraph; an entry of the bibliography may hold some."""
        if self.entry and self.sink.is_body:
            self.paragraph.supply(" ")
        else:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """A paragraph ends, unless text goes to a passage that has none."""
        sink = self.sink
        if not sink.is_body:
            sink.paragraph.supply(" ")
            return
        if sink.paragraph.length:
            for mark in self.open_marks:
                if mark.sink is sink:
                    sink.paragraph.mark(mark.since, mark.markup, mark.target)
                    mark.since = 0
            if not self.is_silent:
                self._add_block(sink.paragraph)
            sink.paragraph = SourceParagraph(self.text)

    def _add_block(self, paragraph: SourceParagraph) -> None:
        if self.in_list and self.entry:
            built = paragraph.build()
            self.body.live += paragraph.live
            self.body.add_entry(built, LiveCitation(built, (LiveCite("", key=self.entry),)))
            return
        self.body.add_paragraph(self.kind, paragraph, self.level)
        if self.kind is BlockKind.LIST_ITEM:
            return
        self.settle()

    def settle(self) -> None:
        """What begins now is a paragraph of what is open."""
        if self.in_table:
            self.kind, self.level = BlockKind.TABLE, 0
        elif self.depths.get("list"):
            self.kind, self.level = BlockKind.LIST_ITEM, self.depths["list"]
        elif self.depths.get("quotation"):
            self.kind, self.level = BlockKind.QUOTATION, self.depths["quotation"]
        else:
            self.kind, self.level = BlockKind.PARAGRAPH, 0
