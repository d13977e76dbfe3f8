r"""Passages of LaTeX that hold nothing to read: verbatim text, and what ``\iffalse`` hides."""

import re
from functools import cache

from citekit.drafts.latex_commands import argument_at
from citekit.text.data import load_table

MARK = re.compile(
    r"""
      \\(?P<name>[A-Za-z]+\*?)
    | \\[^A-Za-z]
    | (?P<comment>%[^\r\n]*)
    | (?P<open>\{) | (?P<close>\})
    """,
    re.VERBOSE | re.DOTALL,
)
"""What matters in a text of LaTeX: commands, comments, braces."""
_CONDITION = re.compile(r"\\(?P<name>[A-Za-z@]+)|\\.|%[^\r\n]*", re.DOTALL)
_NEW_CONDITION = re.compile(r"\\newif\s*\{?\\(if[A-Za-z@]+)")
_BODY = re.compile(r"\\begin\s*\{document\}")
_END = "\\end{document}"
_ADDRESSES = frozenset({"url", "path", "href"})


class HiddenPassages:
    """Where such passages of one text end; it remembers the endless ones, for linear time."""

    __slots__ = ("_conditions", "_endless", "_text")

    def __init__(self, text: str) -> None:
        """Take note of the conditionals that ``text`` defines."""
        self._text = text
        self._endless: set[str] = set()
        self._conditions = _words("conditions", "names") | {
            match[1] for match in _NEW_CONDITION.finditer(text)
        }

    def end_after(self, name: str, at: int) -> int:
        r"""The end of the passage that the command ``name`` opens, which itself ends at ``at``.

        It is ``at`` for a command that opens none, and for a passage without an end.
        """
        if name == "begin":
            return self._environment_end(at)
        if name == "iffalse":
            return self._condition_end(at)
        bare = name.removesuffix("*")
        return self._inline_end(bare, at) if bare in _words("verbatim", "commands") else at

    def _environment_end(self, at: int) -> int:
        name = argument_at(self._text, at, "{}")
        if name is None or name.text not in _words("verbatim", "environments") - self._endless:
            return at
        close = self._text.find(f"\\end{{{name.text}}}", name.end)
        if close < 0:
            self._endless.add(name.text)
        return max(close, name.end)

    def _inline_end(self, name: str, at: int) -> int:
        option = argument_at(self._text, at, "[]")
        start = option.end if option else at
        if name in _ADDRESSES or self._text.startswith("{", start):
            address = argument_at(self._text, start, "{}")
            return address.end if address else at
        sign = self._text[start : start + 1]
        close = self._text.find(sign, start + 1, start + 1000) if sign.strip() else -1
        return close + 1 if close > 0 else at

    def _condition_end(self, at: int) -> int:
        r"""The end of the ``\else`` or ``\fi`` that belongs to an ``\iffalse``."""
        if "iffalse" in self._endless:
            return at
        depth = 0
        for match in _CONDITION.finditer(self._text, at):
            name = match["name"]
            if depth == 0 and name in {"fi", "else"}:
                return match.end()
            depth += (name in self._conditions) - (name == "fi")
        self._endless.add("iffalse")
        return at


def document_bounds(text: str) -> tuple[int, int]:
    r"""Where the body of a document begins and ends: the whole where ``text`` has not just one."""
    begins = [match.end() for match in _BODY.finditer(text)]
    if len(begins) != 1:
        # Several documents in one file have no preamble that is theirs alone.
        return 0, len(text)
    close = text.find(_END, begins[0])
    return begins[0], close if close >= 0 else len(text)


@cache
def _words(key: str, name: str) -> frozenset[str]:
    table = load_table("citekit.drafts", "latex").get(key)
    words = table.get(name) if isinstance(table, dict) else ""
    return frozenset(str(words).split())
