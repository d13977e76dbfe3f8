"""The key of an entry, where it is not simply there with its comma."""

from typing import NamedTuple

from citekit.formats.bib_syntax.body import BodyReader
from citekit.formats.bib_syntax.nodes import ABSENT, FaultKind
from citekit.formats.bib_syntax.patterns import (
    KEY_IN_BRACES,
    KEY_IN_PARENTHESES,
    KEY_WITH_BLANKS,
    NO_KEY,
)


class Key(NamedTuple):
    """The key of an entry with its place, and that of the comma after it."""

    start: int
    text: str = ""
    comma: int = ABSENT


def read_key(text: str, body: BodyReader, delimiter: str) -> Key:
    """The key at the next token of ``body``, which is then behind it and its comma.

    It is empty where there is none, and may have blanks in it where a comma follows; both are
    reported. ``delimiter`` is the one that opens the entry.
    """
    letter = body.skip_gap()
    start = body.place
    pattern = KEY_IN_BRACES if delimiter == "{" else KEY_IN_PARENTHESES
    match = pattern.match(text, start)
    if match is None or NO_KEY.match(text, start) or body.is_at_head():
        body.report(FaultKind.NO_KEY, start, start)
        if letter == ",":
            body.place = body.end = start + 1
        return Key(start, "", start if letter == "," else ABSENT)
    words = KEY_WITH_BLANKS.match(text, start)
    key = match[0]
    if words and len(words[0].rstrip()) > len(key):
        key = words[0].rstrip()
        body.report(FaultKind.BLANK_IN_KEY, start, start + len(key), key)
    body.place = body.end = start + len(key)
    letter = body.skip_gap()
    if letter == ",":
        body.place = body.end = body.place + 1
        return Key(start, key, body.end - 1)
    if letter and letter not in "})":
        body.report(FaultKind.NO_COMMA, body.end, body.end, key)
    return Key(start, key)
