"""The marks within a stretch of Markdown that matter to citations, in pairs where they pair."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from citekit.drafts.citation_key import KeyMark, key_at
from citekit.model.spans import Span

_MARK = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~\r\n])
    | \\(?P<command>[A-Za-z]+\*?)(?=[\[{])
    | (?P<ticks>`+)
    | (?P<dollars>\$\$?)
    | (?P<cite><d-cite\s[^<>]*>(?:\s*</d-cite\s*>)?)
    | (?P<tag><(?:
          [A-Za-z][\w.+-]*:[^\s<>]* | [\w.+-]+@[\w.-]+
        | [A-Za-z/!?](?:[^<>"']|"[^"<]*"|'[^'<]*')*
      )>)
    | (?P<url>(?<!\w)(?:https?|ftp)://[^\s<>\[\]{}`\\$;]*[^\s<>\[\]{}`\\$;.,:!?()"'*_])
    | (?P<call>\[\^(?P<label>[^\]\[\s^]{1,200})\])
    | (?P<note>\^\[)
    | (?P<attributes>\{(?:\s*+(?:
          [\#.][^\s{}"'=]++ | [\w:-]++=(?:"[^"{}]*+"|'[^'{}]*+'|[^\s{}"']++) | - | =\w++
      ))++\s*+\})
    | (?P<open>\[) | (?P<close>\])
    | (?P<brace>\{) | (?P<unbrace>\})
    | (?P<split>;)
    | (?P<at>@)
    | (?P<run>\*+|_+|["“”])
    """,
    re.VERBOSE,
)
_OPENING = re.compile(r"[\[{]")
_BRACKETS = {"[": re.compile(r"[\[\]]"), "{": re.compile(r"[{}]")}
_LONGEST_ARGUMENT = 2000
_DEEPEST_ARGUMENT = 20
LINK_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\r\n]*+>|(?:[^\s()<>]|\([^\s()]*+\))*+)"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+\s*+\)"
)
"""What follows the text of a link: an address, perhaps with a title."""
_IDENTIFIER = re.compile(r"#([^\s{}\"'=]+)")
_MAX_ARGUMENTS = 20


class Kind(Enum):
    """What a mark is; ``TAG`` is a ``<d-cite>`` of distill, ``COMMAND`` one of TeX."""

    TAG = auto()
    KEY = auto()
    CALL = auto()
    OPEN = auto()
    NOTE = auto()
    CLOSE = auto()
    BRACE = auto()
    UNBRACE = auto()
    SPLIT = auto()
    RUN = auto()
    CODE = auto()
    COMMAND = auto()


@dataclass(slots=True)
class Token:
    """A mark at ``span``.

    ``pair`` is the index of the closing mark that belongs to an opening one, -1 without one.
    ``has_key`` tells that a key stands directly between the two.
    """

    kind: Kind
    span: Span
    key: KeyMark | None = None
    label: str = ""
    pair: int = -1
    has_key: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """The marks of a stretch, and the identifiers (``{#fig:map}``) that it defines."""

    tokens: tuple[Token, ...]
    identifiers: frozenset[str] = field(default_factory=frozenset)


def read_tokens(text: str, span: Span) -> Tokens:
    """The marks in ``text`` within ``span``; code, math, tags and addresses are passed over."""
    return _Tokenizer(text, span).read()


class _Tokenizer:
    """Knows beforehand where runs of backticks and dollars are, so that it never looks twice."""

    def __init__(self, text: str, span: Span) -> None:
        self._text = text
        self._span = span
        self._tokens: list[Token] = []
        self._open: list[int] = []
        self._identifiers: set[str] = set()
        self._ticks: Mapping[str, list[int]] | None = None

    def read(self) -> Tokens:
        at, end = self._span.start, self._span.end
        while match := _MARK.search(self._text, at, end):
            at = max(self._take(match), match.start() + 1)
        return Tokens(tuple(self._tokens), frozenset(self._identifiers))

    def _take(self, match: re.Match[str]) -> int:
        """Take in a mark, and give the offset to go on from."""
        kind = match.lastgroup or ""
        if kind == "ticks":
            return self._passed(Kind.CODE, match, self._code_end(match))
        if kind == "dollars":
            return self._math_end(match)
        if kind == "command":
            return self._passed(Kind.COMMAND, match, self._arguments_end(match.end()))
        if kind == "at":
            return self._key(match.start())
        if kind == "attributes":
            self._identifiers.update(_IDENTIFIER.findall(match[0]))
        elif kind in _TAKERS:
            self._mark(match, _TAKERS[kind])
        link = (
            LINK_TARGET.match(self._text, match.end(), self._span.end) if kind == "close" else None
        )
        return link.end() if link else match.end()

    def _passed(self, kind: Kind, match: re.Match[str], end: int) -> int:
        """Note code or a command of TeX, whose content is not looked into."""
        if end > match.end():
            self._tokens.append(Token(kind, Span(match.start(), end)))
        return end

    def _mark(self, match: re.Match[str], kind: Kind) -> None:
        token = Token(kind, Span(*match.span()), label=match["label"] or "")
        index = len(self._tokens)
        self._tokens.append(token)
        if kind is Kind.OPEN or kind is Kind.NOTE:  # a set would hash each mark
            self._open.append(index)
        elif kind is Kind.CLOSE and self._open:
            self._tokens[self._open.pop()].pair = index

    def _key(self, at: int) -> int:
        key = key_at(self._text, at)
        if key is None or key.end > self._span.end:
            return at + 1
        self._tokens.append(Token(Kind.KEY, Span(key.start, key.end), key))
        if self._open:
            self._tokens[self._open[-1]].has_key = True
        return key.end

    def _code_end(self, match: re.Match[str]) -> int:
        if self._ticks is None:
            found: dict[str, list[int]] = {}
            for run in re.compile("`+").finditer(self._text, self._span.start, self._span.end):
                found.setdefault(run[0], []).append(run.end())
            self._ticks = found
        ends = self._ticks.get(match[0], [])
        index = bisect_right(ends, match.end())
        return ends[index] if index < len(ends) else match.end()

    def _math_end(self, match: re.Match[str]) -> int:
        text, start = self._text, match.end()
        close = text.find(match[0], start, self._span.end)
        while close > 0 and text[close - 1] == "\\":
            close = text.find(match[0], close + 1, self._span.end)
        if close < 0:
            return start
        after = close + len(match[0])
        if match[0] == "$" and (
            text[start].isspace() or text[close - 1].isspace() or text[after : after + 1].isdigit()
        ):
            return start
        return after

    def _arguments_end(self, at: int) -> int:
        """The end of the arguments of a TeX command; ``at`` where one is not closed."""
        end = at
        for _ in range(_MAX_ARGUMENTS):
            opening = _OPENING.match(self._text, end, self._span.end)
            # Options come before the first argument in braces.
            if opening is None or (opening[0] == "[" and self._text[end - 1] == "}"):
                return end
            closed = _balanced_end(self._text, end, self._span.end)
            if closed < 0:
                return end
            end = closed
        return end


_TAKERS: Mapping[str, Kind] = {
    "cite": Kind.TAG,
    "call": Kind.CALL,
    "label": Kind.CALL,
    "note": Kind.NOTE,
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "brace": Kind.BRACE,
    "unbrace": Kind.UNBRACE,
    "split": Kind.SPLIT,
    "run": Kind.RUN,
}


def _balanced_end(text: str, start: int, end: int) -> int:
    """The offset behind the bracket that closes the one at ``start``, -1 without one nearby."""
    opening = text[start]
    depth = 0
    for match in _BRACKETS[opening].finditer(text, start, min(end, start + _LONGEST_ARGUMENT)):
        depth += 1 if match[0] == opening else -1
        if depth == 0:
            return match.end()
        if depth > _DEEPEST_ARGUMENT:
            return -1
    return -1
