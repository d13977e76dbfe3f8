"""What the words of RTF do to a document: where text goes, how it looks, notes and fields.

Source: Rich Text Format Specification 1.9.1, "Document area" and "Footnotes", "Fields".
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from citekit.model.document import NoteKind
from citekit.readers.archive.laid_out import Setting
from citekit.readers.rtf.body import RtfBody
from citekit.readers.rtf.encodings import Characters
from citekit.readers.rtf.groups import Destination, GroupState
from citekit.readers.rtf.words import NOTE_FORMATS

_DEEPEST = 6
_DEEPEST_OUTLINE = 8
_MOST_FALLBACK = 100
_LONGEST_VALUE = 2000


@dataclass(slots=True)
class RtfStory:
    """A document being read; ``blocks``, ``notes`` and ``info`` grow as it goes on."""

    body: RtfBody = field(init=False)
    info: dict[str, str] = field(default_factory=dict)
    state: GroupState = field(default_factory=GroupState)
    _groups: list[tuple[GroupState, Callable[[], None] | None]] = field(default_factory=list)
    _closing: Callable[[], None] | None = None
    _styles: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _style_read: int = 0
    characters: Characters = field(default_factory=Characters)

    def __post_init__(self) -> None:
        self.body = RtfBody(self._styles)

    @property
    def shows(self) -> bool:
        """Whether what comes next is printed."""
        in_text = self.state.destination is Destination.TEXT
        return in_text and not self.state.hidden and self.body.fields.shows

    def open_group(self) -> None:
        """A group begins: what is set now holds again after it."""
        self.characters.skipped = 0
        self._groups.append((self.state, self._closing))
        self._closing = None

    def close_group(self) -> None:
        """End the innermost group."""
        self.characters.skipped = 0
        if not self._groups:
            return
        closing = self._closing
        self.state, self._closing = self._groups.pop()
        if closing is not None:
            closing()

    def finish(self) -> None:
        """The document ends, with whatever is open in it."""
        self.flush()
        while self._groups:
            self.close_group()
        self.body.finish()

    def flush(self) -> None:
        """Take the characters so far to where text goes."""
        units = self.characters.take_units()
        if units:
            self.put(units)
        if self.characters.has_bytes:
            self.put(self.characters.take_bytes(self.state.encoding))

    def put(self, text: str) -> None:
        """Take ``text`` to where text goes."""
        match self.state.destination:
            case Destination.TEXT:
                if self.shows:
                    self.body.add(text, Setting(self.state.markups, self.body.fields.target))
            case Destination.CODE:
                self.body.fields.add_code(text)
            case Destination.STYLES:
                held = self._styles.get(self._style_read, "")
                self._styles[self._style_read] = (held + text)[:_LONGEST_VALUE]
            case Destination.INFO if self.state.property:
                held = self.info.get(self.state.property, "")
                self.info[self.state.property] = (held + text)[:_LONGEST_VALUE]
            case _:
                pass

    def put_symbol(self, text: str) -> None:
        """Take ``text`` to where text goes, unless it stands in for a Unicode character."""
        if self.characters.skipped:
            self.characters.skipped -= 1
        else:
            self.put(text)

    def set_note_format(self, word: str) -> None:
        """Notes are numbered as ``word`` says."""
        kind, style = NOTE_FORMATS[word]
        self.body.numbers.formats[kind] = style

    def begin_list_number(self) -> None:
        """The paragraph is an item; its number comes, which is not text."""
        self.body.is_item = True
        self.go_to(Destination.NOWHERE)

    def set_characters(self, word: str, *, is_on: bool) -> None:
        """Set how characters are printed."""
        self.state = self.state.with_characters(word, is_on=is_on)

    def read_property(self, word: str, value: int | None) -> None:
        """Read a part of what the document says of itself."""
        if word in {"yr", "mo", "dy"} and self.state.property == "creatim" and value:
            self.info[word] = str(value)
        else:
            self.state = replace(self.state, property=word)

    def go_to(self, destination: Destination) -> None:
        """Send text elsewhere until the group ends, unless it goes nowhere already."""
        if self.state.destination is not Destination.NOWHERE:
            self.state = replace(self.state, destination=destination)

    def begin_field(self, _value: int | None) -> None:
        """A field begins."""
        if self.state.destination is Destination.TEXT:
            self.body.fields.begin("")
            self._closing = lambda: self.body.fields.end(self.body.paragraph)

    def begin_result(self, _value: int | None) -> None:
        """The result of a field begins."""
        if self.state.destination is Destination.TEXT:
            self.body.fields.separate(self.body.paragraph)

    def begin_note(self, _value: int | None) -> None:
        """A note begins, where its mark stands; a note in a note is text."""
        if self.shows and not self.body.in_note:
            self.body.begin_note()
            self.state = replace(self.state, markups=frozenset())
            self._closing = self.body.end_note

    def is_endnote(self, _value: int | None) -> None:
        """The note is an endnote."""
        self.body.kind = NoteKind.ENDNOTE

    def reset_paragraph(self, _value: int | None) -> None:
        """The paragraph has no style so far."""
        if self.state.destination is Destination.TEXT:
            self.body.reset_paragraph()

    def set_style(self, value: int | None) -> None:
        """The paragraph has a style, or a style begins."""
        if self.state.destination is Destination.STYLES:
            self._style_read = value or 0
        elif self.state.destination is Destination.TEXT:
            self.body.style = value or 0

    def set_outline(self, value: int | None) -> None:
        """The paragraph is a heading of a level, from 0."""
        if self.state.destination is Destination.TEXT:
            level = value or 0
            self.body.outline = min(_DEEPEST, level + 1) if 0 <= level <= _DEEPEST_OUTLINE else 0

    def set_font(self, value: int | None) -> None:
        """Text is in a font, or the description of a font begins."""
        if self.state.destination is Destination.FONTS:
            self._font = value or 0
        else:
            encoding = self.characters.encoding_of(value or 0)
            self.state = replace(self.state, encoding=encoding)

    def set_charset(self, value: int | None) -> None:
        """The font that is described has a character set."""
        if self.state.destination is Destination.FONTS:
            self.characters.set_charset(self._font, value or 0)

    def set_code_page(self, value: int | None) -> None:
        """The document has a code page."""
        self.characters.set_code_page(value or 0)
        self.state = replace(self.state, encoding=self.characters.encoding)

    def put_unicode(self, value: int | None) -> None:
        """A character by its number, and after it what stands in for it."""
        self.characters.add_unit(value or 0, self.state.fallback)

    def set_fallback(self, value: int | None) -> None:
        """So many bytes stand in for a Unicode character."""
        self.state = replace(self.state, fallback=min(max(0, value or 0), _MOST_FALLBACK))

    def break_line(self, _value: int | None) -> None:
        """A line ends."""
        if self.shows:
            self.body.paragraph.break_line()

    def be_in_table(self, _value: int | None) -> None:
        """The paragraph stands in a table."""
        self.body.in_table = True

    def end_paragraph(self, _value: int | None) -> None:
        """A paragraph ends."""
        if self.state.destination is Destination.TEXT:
            self.body.end_paragraph()

    def end_cell(self, _value: int | None) -> None:
        """A cell of a table ends."""
        if self.state.destination is Destination.TEXT:
            self.body.end_cell()

    def end_row(self, _value: int | None) -> None:
        """A row of a table ends."""
        if self.state.destination is Destination.TEXT:
            self.body.end_row()
