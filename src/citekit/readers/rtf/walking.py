"""Walking through RTF, token by token, to the text as its reader sees it.

Source: Rich Text Format Specification 1.9.1, "Conventions of an RTF reader".
"""

from collections.abc import Callable, Mapping

from citekit.readers.rtf.groups import CHARACTER_WORDS, Destination
from citekit.readers.rtf.story import RtfStory
from citekit.readers.rtf.tokens import Token, TokenKind, iterate_tokens
from citekit.readers.rtf.words import CHARACTERS, LIST_NUMBERS, NOTE_FORMATS, PASSED_OVER, SYMBOLS


def walk_rtf(data: bytes) -> RtfStory:
    """The document in ``data``; any bytes give one."""
    story = RtfStory()
    starred = False  # a word that is not known is passed over with its group after \*
    for token in iterate_tokens(data):
        if token.kind is TokenKind.TEXT:
            story.characters.add_bytes(token.data)
            continue
        if token.name != "u" or story.characters.has_bytes:
            story.flush()
        _read_token(story, token, starred=starred)
        if token.kind is TokenKind.SYMBOL:
            starred = starred or token.name == "*"
        elif token.kind is TokenKind.WORD:
            starred = False
    story.finish()
    return story


def _read_token(story: RtfStory, token: Token, *, starred: bool) -> None:
    match token.kind:
        case TokenKind.OPEN:
            story.open_group()
        case TokenKind.CLOSE:
            story.close_group()
        case TokenKind.SYMBOL if token.name in "\r\n":
            story.end_paragraph(None)
        case TokenKind.SYMBOL if token.name in SYMBOLS:
            story.put_symbol(SYMBOLS[token.name])
        case TokenKind.WORD:
            _read_word(story, token.name, token.value, starred=starred)
        case _:
            pass


def _read_word(story: RtfStory, word: str, value: int | None, *, starred: bool) -> None:
    handler = _WORDS.get(word)
    if handler is not None:
        handler(story, value)
    elif word in CHARACTER_WORDS:
        story.set_characters(word, is_on=value != 0)
    elif word in CHARACTERS:
        story.put(CHARACTERS[word])
    elif word in NOTE_FORMATS:
        story.set_note_format(word)
    elif word in LIST_NUMBERS:
        story.begin_list_number()
    elif story.state.destination is Destination.INFO:
        story.read_property(word, value)
    elif word in PASSED_OVER or starred:
        story.go_to(Destination.NOWHERE)


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
