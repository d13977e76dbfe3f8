"""Where the key of a citation stands in a text, and where an ``@`` is none."""

import re
from dataclasses import dataclass

_INNER = r"[:.#$%&\-+?<>~/]"
_PLAIN = re.compile(rf"(?:\w+|{_INNER}(?=\w)|[:/](?=/))*")
_BRACED = re.compile(r"\{((?:[^{}\s]|\{[^{}\s]*\})*)\}")
EVERYTHING = "*"
"""The key that stands for all works (``@*`` in ``nocite``)."""


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A key with its ``@``: ``start`` is at the ``@``, or at the ``-`` that hides the author."""

    key: str
    start: int
    end: int
    suppress_author: bool


def key_at(text: str, at: int) -> KeyMark | None:
    """The key whose ``@`` stands at ``at``, ``None`` where it is not one.

    A key begins with a letter, digit or underscore and may hold single ``:.#$%&-+?<>~/`` between
    those; in braces it may hold anything but blanks. An ``@`` after a letter, digit or full stop
    is that of an e-mail address, and ``@user@host`` is an address too.

    Source: pandoc's manual, "Citation syntax".

    Example:
        >>> key_at("see @smith04.", 4)
        KeyMark(key='smith04', start=4, end=12, suppress_author=False)
    """
    before = text[at - 1] if at else ""
    if before.isalnum() or (before == "." and text[max(0, at - 3) : at] != "..."):
        return None
    hidden = before == "-" and not (at > 1 and (text[at - 2].isalnum() or text[at - 2] == "-"))
    start = at - hidden
    braced = _BRACED.match(text, at + 1)
    if braced:
        return KeyMark(braced[1], start, braced.end(), hidden) if braced[1] else None
    if text.startswith(EVERYTHING, at + 1):
        return KeyMark(EVERYTHING, start, at + 2, hidden)
    plain = _PLAIN.match(text, at + 1)
    if plain is None or not (plain[0][:1].isalnum() or plain[0][:1] == "_"):
        return None
    if text.startswith("@", plain.end()) and text[plain.end() + 1 : plain.end() + 2].isalnum():
        return None
    return KeyMark(plain[0], start, plain.end(), hidden)
