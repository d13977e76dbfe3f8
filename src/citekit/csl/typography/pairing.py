"""Which tags and quotation marks of a field belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

MAX_DEPTH = 20
"""How deep tags and quotations may stand in one another; what is deeper stays text.

Each takes up to four calls inside one another when it is laid out, inside those of the style.
"""

_OPENS_AFTER = frozenset("([{/-–—")
_CLOSERS = {
    "”": ("“", "„"),
    "“": ("„",),
    "’": ("‘", "‚"),
    "‘": ("‚",),
    "»": ("«",),
    "«": ("»",),
    "›": ("‹",),
    "‹": ("›",),
}
"""The marks that each mark closes, if one of them is open; else it opens a quotation itself."""
_NEVER_OPENS = frozenset("”’")


class PairingToken:
    """A tag or quotation mark at ``start`` to ``end``; ``partner`` is found by pairing.

    ``name`` is the name of the tag or the bare mark.
    """

    __slots__ = ("end", "is_closing", "is_tag", "name", "opens", "partner", "start")

    def __init__(
        self, start: int, end: int, name: str, *, is_tag: bool = False, is_closing: bool = False
    ) -> None:
        """Take the place and the name; ``is_closing`` is known for tags only."""
        self.start = start
        self.end = end
        self.name = name
        self.is_tag = is_tag
        self.is_closing = is_closing
        self.opens = False
        self.partner: PairingToken | None = None


class _Pairing:
    """The tokens that are open so far."""

    __slots__ = ("counts", "stack")

    def __init__(self) -> None:
        """Start with none."""
        self.stack: list[PairingToken] = []
        self.counts: Counter[str] = Counter()

    def open(self, token: PairingToken) -> None:
        """Leave ``token`` to be closed."""
        if len(self.stack) < MAX_DEPTH:
            self.stack.append(token)
            self.counts[token.name] += 1

    def close(self, token: PairingToken, names: Iterable[str]) -> bool:
        """Pair ``token`` with the innermost open one of ``names``; what is within stays text."""
        if not any(self.counts[name] for name in names):
            return False
        while True:
            opening = self.stack.pop()
            self.counts[opening.name] -= 1
            if opening.name in names:
                opening.opens = True
                opening.partner = token
                token.partner = opening
                return True

    def is_innermost(self, names: Iterable[str]) -> bool:
        """Whether the token that was opened last has one of ``names``."""
        return bool(self.stack) and self.stack[-1].name in names


def _can_open(text: str, token: PairingToken, before: PairingToken | None) -> bool:
    """Whether a straight mark opens: at a word's beginning, or next to another opening."""
    following = text[token.end : token.end + 1]
    if not following or following.isspace():
        return False
    if token.start == 0:
        return True
    previous = text[token.start - 1]
    if previous.isspace() or previous in _OPENS_AFTER:
        return True
    if before is None or before.end != token.start:
        return False
    return before.is_tag is not before.is_closing if before.is_tag else before.name in "\"'“„‘‚«"


def _pair_single(text: str, token: PairingToken, before: PairingToken | None, p: _Pairing) -> None:
    following = text[token.end : token.end + 1]
    if _can_open(text, token, before):
        p.open(token)
    elif p.is_innermost("'") and not following.isalnum() and not text[token.start - 1].isspace():
        p.close(token, "'")


def _pair_double(text: str, token: PairingToken, before: PairingToken | None, p: _Pairing) -> None:
    if _can_open(text, token, before):
        p.open(token)
    elif token.start and not text[token.start - 1].isspace():
        p.close(token, '"')


def _pair_curly(text: str, token: PairingToken, pairing: _Pairing) -> None:
    name = token.name
    if name == "’":
        between = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
        is_apostrophe = len(between) == 2 and between.isalnum()  # noqa: PLR2004  # both sides
        if not is_apostrophe and pairing.is_innermost(_CLOSERS[name]):
            pairing.close(token, _CLOSERS[name])
    elif not pairing.close(token, _CLOSERS.get(name, ())) and name not in _NEVER_OPENS:
        pairing.open(token)


def pair_quotation_marks(text: str, tokens: list[PairingToken]) -> None:
    """Set ``partner`` and ``opens`` of the tokens of ``text`` that belong together.

    The one that is closed first wins where two cross each other: in ``<i>a "b</i> c"`` the marks
    stay text. A straight single mark that closes nothing is an apostrophe.
    """
    pairing = _Pairing()
    before: PairingToken | None = None
    for token in tokens:
        if token.is_tag:
            if token.is_closing:
                pairing.close(token, (token.name,))
            else:
                pairing.open(token)
        elif token.name == "'":
            _pair_single(text, token, before, pairing)
        elif token.name == '"':
            _pair_double(text, token, before, pairing)
        else:
            _pair_curly(text, token, pairing)
        before = token
