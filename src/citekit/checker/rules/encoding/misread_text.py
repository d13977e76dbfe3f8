"""Text in UTF-8 that was read as Windows-1252 or Latin-1, and what it was."""

import re

# The bytes 80 to BF in either encoding.
_LATE = "".join(bytes([byte]).decode("cp1252", "ignore") + chr(byte) for byte in range(0x80, 0xA0))
_CONTINUED = f"[{re.escape(_LATE)}\xa0-\xbf]"
_TWO = f"[\xc2-\xc5\xcb-\xd1]{_CONTINUED}"
_THREE = f"\xe2[€‚„†ˆ‰\x80\x82\x84\x86\x88\x89]{_CONTINUED}|[\xe0\xe1\xe3-\xef]{_CONTINUED}{{2}}"
_FOUR = f"\xf0[Ÿ\x9f\xa0]{_CONTINUED}{{2}}"
MISREAD = re.compile(f"(?:{_TWO}|{_THREE}|{_FOUR})+")
"""A run of characters each of which may be a byte of UTF-8."""
MAYBE_MISREAD = re.compile(f"[\xc2-\xc5\xcb-\xd1\xe0-\xf0]{_CONTINUED}")
"""What such a run begins with, fast to search for."""

_MARKS = frozenset("‘’“”‚„–—…‹›")
_FIRSTS = frozenset("ÂÃÄÅâð")


def read_again(match: re.Match[str]) -> str:
    """What a run was before it was misread; the run itself if it most likely is right as it is.

    Example:
        >>> read_again(MISREAD.search("GÃ¶del"))
        'ö'
    """
    run = match[0]
    try:
        text = b"".join(map(_byte, run)).decode("utf-8")
    except UnicodeError:
        return run
    if run[0] not in _FIRSTS and (len(text) < 2 or _is_latin(text)):  # noqa: PLR2004
        return run
    follows = match.string[match.end() : match.end() + 1]
    is_quoted = len(run) == 2 and run[1] in _MARKS and not follows.isalpha()  # noqa: PLR2004
    return run if is_quoted else text


def _is_latin(text: str) -> bool:
    """Whether a run that begins with another letter would give what hardly anybody writes."""
    return any(letter < "\u0370" for letter in text)


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
