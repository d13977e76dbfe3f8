"""RTF as a stream of control words, groups and bytes of text.

Source: Rich Text Format Specification 1.9.1, "RTF syntax".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+|\\"
)


class TokenKind(Enum):
    """What a token is."""

    WORD = auto()
    SYMBOL = auto()
    OPEN = auto()
    CLOSE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A control word or symbol by its ``name``, with its ``value``, or bytes of text."""

    kind: TokenKind
    name: str = ""
    value: int | None = None
    data: bytes = b""


def iterate_tokens(data: bytes) -> Iterator[Token]:
    """The tokens of ``data`` in order; line ends between them, and binary data, go."""
    position = 0
    while match := _TOKEN.match(data, position):
        position = match.end()
        word, number, code, symbol, brace, text = match.groups()
        if word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                position += max(0, value or 0)
            yield Token(TokenKind.WORD, word.decode("ascii"), value)
        elif code is not None:
            yield Token(TokenKind.TEXT, data=bytes([int(code, 16)]))
        elif symbol is not None:
            yield Token(TokenKind.SYMBOL, symbol.decode("latin-1"))
        elif brace is not None:
            yield Token(TokenKind.OPEN if brace == b"{" else TokenKind.CLOSE)
        elif text is not None:
            yield Token(TokenKind.TEXT, data=text)
