r"""What of a value LaTeX sets as text: without mathematics, addresses and code."""

import re
from functools import lru_cache

MASK = "\0"
"""What stands for each character that is no text; neither a letter nor a blank."""

_START = re.compile(
    r"\\(?P<command>url|href|path|nolinkurl|burl|doi|detokenize|ensuremath|ce|num|si|SI|qty|unit"
    r"|lstinline|texttt@url)\s*(?:\[[^\[\]{}]*\])?\{"
    r"|\\verb\*?(?P<delimiter>[^A-Za-z\s*])"
    r"|\\(?P<opening>[(\[])"
    r"|\\."
    r"|(?P<dollar>\$\$?)"
    r"|(?P<address>(?:https?|ftp)://[^\s{}\\]+)",
    re.DOTALL,
)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_DOLLAR = re.compile(r"\\.|\$\$?", re.DOTALL)


@lru_cache(maxsize=8192)
def prose(value: str) -> str:
    r"""``value`` with ``MASK`` for all of mathematics, addresses, code and what belongs to them.

    It has the length of ``value``. A dollar without a partner stays, and so does a command whose
    argument does not end.

    Example:
        >>> prose(r"a $x_1$ b").replace("\0", ".")
        'a ..... b'
    """
    if "$" not in value and "\\" not in value and "://" not in value:
        return value
    pieces: list[str] = []
    place = position = 0
    while match := _START.search(value, position):
        position = match.end()
        end = _end_of(value, match)
        if end > match.start():
            pieces += [value[place : match.start()], MASK * (end - match.start())]
            place = position = end
    return "".join(pieces) + value[place:]


def _end_of(value: str, match: re.Match[str]) -> int:
    """Where what ``match`` begins ends; 0 if it is text, or has no end."""
    if match["command"]:
        return _closing_brace(value, match.end())
    if match["address"]:
        return match.end()
    if match["dollar"]:
        return next(
            (one.end() for one in _DOLLAR.finditer(value, match.end()) if one[0][0] == "$"), 0
        )
    if match["delimiter"]:
        return value.find(match["delimiter"], match.end()) + 1
    if match["opening"]:
        closing = "\\)" if match["opening"] == "(" else "\\]"
        found = value.find(closing, match.end())
        return found + 2 if found >= 0 else 0
    return 0


def _closing_brace(value: str, start: int) -> int:
    """The place after the brace that closes the one before ``start``; 0 if none does."""
    depth = 1
    for one in _BRACE.finditer(value, start):
        depth += (one[0] == "{") - (one[0] == "}")
        if not depth:
            return one.end()
    return 0
