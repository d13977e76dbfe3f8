"""The signs of Typst that mean something to a reader, in markup and in code.

Source: the reference of Typst, "Syntax".
"""

import re

_IDENTIFIER = r"[^\W\d][\w-]*+(?:\.[^\W\d][\w-]*+)*+"
_HIDDEN = r"""
      (?P<remark>//[^\r\n]*) | (?P<comment>/\*)
    | (?P<raw>`+) | (?P<math>\$)
"""
MARKUP = re.compile(
    rf"""
      (?P<newline>[ \t]*(?:\r\n|\r|\n)\s*+)
    | (?P<address>https?://[^\s<>"\\`\[\]]{{1,2000}})
    | (?P<escape>\\(?:u\{{(?P<code>[0-9a-fA-F]{{1,6}})\}}|\S|(?=\s)|\Z))
    | {_HIDDEN}
    | (?P<statement>\#(?P<word>let|set|show|import|include|if|for|while|return|context)\b(?!-))
    | (?P<invoked>\#(?P<call>{_IDENTIFIER})(?P<paren>[(\[])?)
    | (?P<quoted>\#"(?P<value>(?:[^"\\]|\\.)*+)"?)
    | (?P<opened>\#[(\[{{])
    | (?P<reference>@(?P<key>\w(?:[\w:.-]*[\w-])?))
    | (?P<label><(?P<name>\w[\w:.-]{{0,200}})>)
    | (?P<bracket>\[) | (?P<close>\])
    | (?P<emphasis>[*_]) | (?P<shorthand>---?|\.\.\.|-\?|~)
    """,
    re.VERBOSE | re.DOTALL,
)
"""What stands in markup."""
CODE = re.compile(
    rf"""
      {_HIDDEN}
    | (?P<quoted>"(?P<value>(?:[^"\\]|\\.)*+)"?)
    | (?P<invoked>(?P<call>{_IDENTIFIER})(?P<paren>[(\[])?)
    | (?P<label><(?P<name>\w[\w:.-]{{0,200}})>)
    | (?P<bracket>\[) | (?P<close>[\])}}]) | (?P<opened>[({{])
    | (?P<end>[\r\n;])
    """,
    re.VERBOSE | re.DOTALL,
)
"""What stands in code."""
LINE_START = re.compile(
    r"(?P<equals>={1,20})[ \t]+|(?P<bullet>[-+])[ \t]+(?=\S)|(?P<number>\d{1,4}\.)(?=[ \t]+\S)"
    r"|(?P<term>/)[ \t]+(?=[^:\r\n]{1,300}:)"
)
"""What begins a heading, an item of a list, or a term."""
_TICKS = re.compile(r"`+")
_COMMENT = re.compile(r"/\*|\*/")
_DOLLAR = re.compile(r"(?<!\\)\$")
_EMPTY_RAW = 2
_LONGEST_INLINE = 20_000


def raw_end(text: str, start: int, ticks: int) -> tuple[int, int]:
    """Where raw text whose ticks end at ``start`` ends, and where the text after it begins.

    Both are -1 for a single tick that nothing closes.
    """
    if ticks == _EMPTY_RAW:
        return start, start
    if ticks == 1:
        end = text.find("`", start, start + _LONGEST_INLINE)
        return (end, end + 1) if end >= 0 else (-1, -1)
    for run in _TICKS.finditer(text, start):
        if len(run[0]) >= ticks:
            return run.start(), run.end()
    return len(text), len(text)


def math_end(text: str, start: int) -> int:
    """Where the sign stands that ends the formula whose own ends at ``start``, else -1."""
    match = _DOLLAR.search(text, start, min(len(text), start + _LONGEST_INLINE))
    return match.start() if match else -1


class Comments:
    """The comments ``/* … */`` of ``text``, which nest; looked up once, when one is met."""

    __slots__ = ("_ends", "_text")

    def __init__(self, text: str) -> None:
        """Those of ``text``."""
        self._text = text
        self._ends: dict[int, int] | None = None

    def end(self, start: int) -> int:
        """The end of the comment that begins at ``start``, -1 for one without an end."""
        if self._ends is None:
            self._ends = {}
            opened: list[int] = []
            for mark in _COMMENT.finditer(self._text):
                if mark[0] == "/*":
                    opened.append(mark.start())
                elif opened:
                    self._ends[opened.pop()] = mark.end()
        return self._ends.get(start, -1)
