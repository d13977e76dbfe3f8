r"""Passages of LaTeX in which nothing is a command: verbatim text, addresses, what is hidden."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from citekit.text.data import load_mapping, load_words

_SIGN = re.compile(
    r"""
      \\begin[ \t]*\{(?P<environment>[A-Za-z]+\*?)\}
    | \\(?:url|path|nolinkurl|burl|href|doi)\*?[ \t]*+(?:\[[^\[\]\r\n]{0,200}\][ \t]*+)?
        \{(?P<address>(?:[^{}\\\r\n]|\\.|\{[^{}\r\n]*+\}|\r?\n(?![ \t]*+\r?\n))*+)\}
    | \\(?:verb|lstinline)(?![A-Za-z])\*?(?:\[[^\[\]\r\n]{0,200}\])?
        (?P<sign>[^\sA-Za-z{*])(?P<verb>[^\r\n]*?)(?P=sign)
    | (?P<false>\\iffalse)(?![A-Za-z])
    | \\. | %[^\r\n]*+
    """,
    re.VERBOSE | re.DOTALL,
)
_CONDITION = re.compile(r"\\(?P<name>[A-Za-z@]+)|\\.|%[^\r\n]*", re.DOTALL)
_NEW_CONDITION = re.compile(r"\\newif\s{0,9}\{?\\(if[A-Za-z@]+)")


class PassageKind(StrEnum):
    """What a passage is."""

    VERBATIM = "verbatim"
    INLINE = "inline"
    ADDRESS = "address"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class HiddenPassage:
    """A passage whose content is from ``start`` to ``end``.

    Its command begins at ``opened``; what follows it begins at ``after``.
    """

    kind: PassageKind
    opened: int
    start: int
    end: int
    after: int


def find_passages(text: str) -> tuple[HiddenPassage, ...]:
    r"""The passages of ``text`` in order; an environment without an end is none.

    Source: LaTeX2e, "verbatim"; The TeXbook, chapter 20, for ``\iffalse``.
    """
    return tuple(_passages(text))


def _passages(text: str) -> Iterator[HiddenPassage]:
    kinds = load_mapping("citekit.readers.latex", "commands", "environments")
    conditions = load_words("citekit.readers.latex", "commands", "conditions") | {
        match[1] for match in _NEW_CONDITION.finditer(text)
    }
    endless: set[str] = set()
    at = 0
    while match := _SIGN.search(text, at):
        at = match.end()
        if name := match["environment"]:
            kind = kinds.get(name)
            if kind not in {"verbatim", "hidden"} or name in endless:
                continue
            close = text.find(f"\\end{{{name}}}", at)
            if close < 0:
                endless.add(name)
                continue
            what = PassageKind(kind)
            after = close + len(name) + 6
            yield HiddenPassage(what, match.start(), match.end(), close, after)
            at = after
        elif match["address"] is not None:
            yield HiddenPassage(PassageKind.ADDRESS, match.start(), *match.span("address"), at)
        elif match["verb"] is not None:
            yield HiddenPassage(PassageKind.INLINE, match.start(), *match.span("verb"), at)
        elif match["false"] and "iffalse" not in endless:
            end = _condition_end(text, at, conditions)
            if end < 0:
                endless.add("iffalse")
                continue
            yield HiddenPassage(PassageKind.HIDDEN, match.start(), match.end(), end, end)
            at = end


def _condition_end(text: str, at: int, conditions: frozenset[str]) -> int:
    r"""The end of the ``\else`` or ``\fi`` that belongs to an ``\iffalse``, -1 without one."""
    depth = 0
    for match in _CONDITION.finditer(text, at):
        name = match["name"]
        if depth == 0 and name in {"fi", "else"}:
            return match.end()
        depth += (name in conditions) - (name == "fi")
    return -1
