"""Walking through RTF: the text as its reader sees it, with notes and fields.

Source: Rich Text Format Specification 1.9.1, "Document area" and "Footnotes", "Fields".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from citekit.model.document import NoteKind
from citekit.readers.archive.laid_out import Setting
from citekit.readers.rtf.body import RtfBody
from citekit.readers.rtf.encodings import Characters
from citekit.readers.rtf.groups import Destination, GroupState
from citekit.readers.rtf.tokens import Token, TokenKind, iterate_tokens
from citekit.readers.rtf.words import (
    CHARACTERS,
    HIDING,
    LIST_NUMBERS,
    MARKUPS,
    NOTE_FORMATS,
    PASSED_OVER,
    RAISED,
    SYMBOLS,
)

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
    _starred: bool = False
    _characters: Characters = field(default_factory=Characters)

    def __post_init__(self) -> None:
        self.body = RtfBody(self._styles)

    @property
    def shows(self) -> bool:
        """Whether what comes next is printed."""
        in_text = self.state.destination is Destination.TEXT
        return in_text and not self.state.hidden and self.body.fields.shows

    def read(self, data: bytes) -> None:
        """Read the document in ``data``."""
        for token in iterate_tokens(data):
            if token.kind is TokenKind.TEXT:
                self._characters.add_bytes(token.data)
            else:
                if token.name != "u" or self._characters.has_bytes:
                    self.flush()
                self.read_token(token)
        self.flush()
        while self._groups:
            self.close_group()
        self.body.finish()

    def read_token(self, token: Token) -> None:
        """Read a token that is no text."""
        match token.kind:
            case TokenKind.OPEN:
                self._characters.skipped = 0
                self._groups.append((self.state, self._closing))
                self._closing = None
            case TokenKind.CLOSE:
                self._characters.skipped = 0
                self.close_group()
            case TokenKind.SYMBOL:
                self.read_symbol(token.name)
            case _:
                self.read_word(token.name, token.value)
                self._starred = False

    def close_group(self) -> None:
        """End the innermost group."""
        if not self._groups:
            return
        closing = self._closing
        self.state, self._closing = self._groups.pop()
        if closing is not None:
            closing()

    def flush(self) -> None:
        """Take the characters so far to where text goes."""
        units = self._characters.take_units()
        if units:
            self.put(units)
        if self._characters.has_bytes:
            self.put(self._characters.take_bytes(self.state.encoding))

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

    def read_symbol(self, symbol: str) -> None:
        """Read a control symbol."""
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self.end_paragraph(None)
        elif symbol in SYMBOLS:
            if self._characters.skipped:
                self._characters.skipped -= 1
            else:
                self.put(SYMBOLS[symbol])

    def read_word(self, word: str, value: int | None) -> None:
        """Read a control word."""
        handler = _WORDS.get(word)
        if handler is not None:
            handler(self, value)
        elif word in MARKUPS or word in HIDING or word in {"plain", "nosupersub"}:
            self.set_characters(word, is_on=value != 0)
        elif word in CHARACTERS:
            self.put(CHARACTERS[word])
        elif word in NOTE_FORMATS:
            kind, style = NOTE_FORMATS[word]
            self.body.numbers.formats[kind] = style
        elif word in LIST_NUMBERS:
            self.body.is_item = True
            self.go_to(Destination.NOWHERE)
        elif self.state.destination is Destination.INFO:
            self.read_property(word, value)
        elif word in PASSED_OVER or self._starred:
            self.go_to(Destination.NOWHERE)

    def set_characters(self, word: str, *, is_on: bool) -> None:
        """Set how characters are printed."""
        state = self.state
        if word == "plain":
            self.state = replace(state, markups=frozenset(), hidden=False)
        elif word == "nosupersub":
            self.state = replace(state, markups=state.markups - RAISED)
        elif word in HIDING:
            self.state = replace(state, hidden=is_on)
        else:
            markup = frozenset({MARKUPS[word]})
            markups = state.markups - RAISED if markup <= RAISED else state.markups
            self.state = replace(state, markups=markups | markup if is_on else markups - markup)

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
            encoding = self._characters.encoding_of(value or 0)
            self.state = replace(self.state, encoding=encoding)

    def set_charset(self, value: int | None) -> None:
        """The font that is described has a character set."""
        if self.state.destination is Destination.FONTS:
            self._characters.set_charset(self._font, value or 0)

    def set_code_page(self, value: int | None) -> None:
        """The document has a code page."""
        self._characters.set_code_page(value or 0)
        self.state = replace(self.state, encoding=self._characters.encoding)

    def put_unicode(self, value: int | None) -> None:
        """A character by its number, and after it what stands in for it."""
        self._characters.add_unit(value or 0, self.state.fallback)

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


def _to(destination: Destination) -> Callable[[RtfStory, int | None], None]:
    def handler(story: RtfStory, _value: int | None) -> None:
        story.go_to(destination)

    return handler


_WORDS: Mapping[str, Callable[[RtfStory, int | None], None]] = {
    "ansicpg": RtfStory.set_code_page,
    "f": RtfStory.set_font,
    "fcharset": RtfStory.set_charset,
    "fonttbl": _to(Destination.FONTS),
    "stylesheet": _to(Destination.STYLES),
    "info": _to(Destination.INFO),
    "field": RtfStory.begin_field,
    "fldinst": _to(Destination.CODE),
    "fldrslt": RtfStory.begin_result,
    "footnote": RtfStory.begin_note,
    "ftnalt": RtfStory.is_endnote,
    "pard": RtfStory.reset_paragraph,
    "s": RtfStory.set_style,
    "outlinelevel": RtfStory.set_outline,
    "u": RtfStory.put_unicode,
    "uc": RtfStory.set_fallback,
    "line": RtfStory.break_line,
    "par": RtfStory.end_paragraph,
    "sect": RtfStory.end_paragraph,
    "page": RtfStory.end_paragraph,
    "intbl": RtfStory.be_in_table,
    "cell": RtfStory.end_cell,
    "row": RtfStory.end_row,
}
