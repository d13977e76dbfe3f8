"""The keys that Typst cites."""

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from citekit.drafts.key_uses.gathering import Gathering
from citekit.drafts.key_uses.supplements import with_supplement
from citekit.drafts.key_uses.uses import CitedKeys, KeyNotation, KeyUse
from citekit.model.spans import Span

_LABEL = r"<(?P<label>\w[\w:.-]*)>"
_HIDDEN = r"""
      \\.
    | (?P<line>//[^\r\n]*) | (?P<block>/\*)
    | (?P<raw>`+)
    | (?P<dollar>\$)
"""
_MARKUP = re.compile(
    rf"""
      https?://[^\s\]"]*
    | {_HIDDEN}
    | \#(?P<statement>(?:let|set|show|import|include|if|for|while|return|context)\b(?!-))
    | \#(?P<call>[^\W\d][\w-]*(?:\.[^\W\d][\w-]*)*)(?P<paren>\()?
    | \#"(?:[^"\\]|\\.)*+"?
    | \#(?P<opened>[({{])
    | (?P<at>@(?P<key>\w(?:[\w:.-]*[\w-])?))
    | {_LABEL}
    | (?P<bracket>\[) | (?P<close>\])
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE = re.compile(
    rf"""
      {_HIDDEN}
    | "(?P<string>(?:[^"\\]|\\.)*+)"?
    | (?P<call>[^\W\d][\w-]*)(?P<paren>\()
    | \w[\w-]*
    | (?P<at>@(?P<key>\w(?:[\w:.-]*[\w-])?))
    | {_LABEL}
    | (?P<bracket>\[) | (?P<close>[\])}}]) | (?P<opened>[({{])
    | (?P<end>[\r\n;])
    """,
    re.VERBOSE | re.DOTALL,
)
_MATH = re.compile(rf'{_HIDDEN} | "(?:[^"\\]|\\.)*+"?', re.VERBOSE | re.DOTALL)
_COMMENT = re.compile(r"/\*|\*/")
_TICKS = re.compile(r"`+")
_SUPPLEMENT = re.compile(r"\[([^\[\]]*+)\]")
_NAMED_SUPPLEMENT = re.compile(r"supplement\s*:\s*\[([^\[\]]*+)\]")
_NAMED = re.compile(r"([\w-]+)\s*:\s*\(?\s*\Z")
_INCLUDE = re.compile(r"\binclude\s*\Z")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_EMPTY_RAW = "``"
_NEAR = 60
_GROUP = 1000


class _Mode(Enum):
    MARKUP = auto()
    CODE = auto()
    LINE = auto()
    MATH = auto()


_PATTERNS = {_Mode.MARKUP: _MARKUP, _Mode.CODE: _CODE, _Mode.LINE: _CODE, _Mode.MATH: _MATH}
_CLOSERS = {"(": ")", "{": "}", "[": "]"}


@dataclass(slots=True)
class _Frame:
    """What is open from ``start`` on: ``call`` is the function whose arguments these are."""

    mode: _Mode
    closer: str = ""
    call: str = ""
    start: int = 0
    uses: list[KeyUse] = field(default_factory=list)


def read_typst_keys(text: str, path: str) -> CitedKeys:
    """What ``text`` cites: references ``@key`` and calls of ``cite``.

    Comments, raw text and the strings of code are passed over. A label that the document defines
    is a target of cross-references. A name with ``@`` in front of a domain is an address, where
    Typst would see a reference.

    Source: the reference of Typst, "ref", "cite", "bibliography" and "label".
    """
    del path
    gathering = _Scanner(text).scan()
    return gathering.cited_keys(lambda use: use.command == "@" and use.key in gathering.defined_ids)


class _Scanner:
    """Goes through the text with a stack of what is open: markup, code, formulas."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._frames = [_Frame(_Mode.MARKUP)]
        self._gathering = Gathering()

    def scan(self) -> Gathering:
        at = 0
        while match := _PATTERNS[self._frames[-1].mode].search(self._text, at):
            at = self._take(match, match.groupdict())
        while len(self._frames) > 1:
            self._pop(len(self._text))
        return self._gathering

    def _take(self, match: re.Match[str], parts: dict[str, str | None]) -> int:
        """Take in a mark; the offset to go on from."""
        end = match.end()
        if parts["block"] or parts["raw"]:
            return self._hidden_end(match)
        if parts["dollar"]:
            return self._dollar(end)
        if parts.get("at"):
            return self._reference(match)
        if label := parts.get("label"):
            self._label(label, match)
        elif parts.get("string") is not None:
            self._string(parts["string"] or "", match.start("string"))
        elif opening := parts.get("opened") or parts.get("bracket") or parts.get("paren"):
            return self._open(opening, match, parts.get("call") or "")
        elif parts.get("statement"):
            self._frames.append(_Frame(_Mode.LINE))
            return match.start("statement")
        elif parts.get("end") and self._frames[-1].mode is _Mode.LINE:
            self._frames.pop()
        elif closing := parts.get("close"):
            return self._close(closing, end)
        return end

    def _hidden_end(self, match: re.Match[str]) -> int:
        if match["raw"]:
            if match["raw"] == _EMPTY_RAW:
                return match.end()
            closes = (
                run.end()
                for run in _TICKS.finditer(self._text, match.end())
                if len(run[0]) >= len(match["raw"])
            )
            return next(closes, len(self._text))
        depth = 0
        for mark in _COMMENT.finditer(self._text, match.start()):
            depth += 1 if mark[0] == "/*" else -1
            if depth == 0:
                return mark.end()
        return len(self._text)

    def _dollar(self, end: int) -> int:
        if self._frames[-1].mode is _Mode.MATH:
            self._frames.pop()
        else:
            self._frames.append(_Frame(_Mode.MATH))
        return end

    def _open(self, opening: str, match: re.Match[str], call: str) -> int:
        mode = _Mode.MARKUP if opening == "[" else _Mode.CODE
        name = call.rpartition(".")[2]
        self._frames.append(_Frame(mode, _CLOSERS[opening], name, match.start()))
        return match.end()

    def _close(self, closing: str, end: int) -> int:
        if self._frames[-1].mode is _Mode.LINE:
            # What a statement stands in ends it.
            self._frames.pop()
        if len(self._frames) > 1 and self._frames[-1].closer == closing:
            self._pop(end)
            is_markup = self._frames[-1].mode is _Mode.MARKUP
            if is_markup and closing == ")" and self._text.startswith("(", end):
                self._frames.append(_Frame(_Mode.CODE, ")", "", end))
                return end + 1
        return end

    def _pop(self, end: int) -> None:
        frame = self._frames.pop()
        if not frame.uses:
            return
        found = _NAMED_SUPPLEMENT.search(self._text, max(frame.start, end - _GROUP), end)
        supplement = found[1] if found else ""
        for use in frame.uses:
            cited = replace(use, group=Span(frame.start, end), command="#cite")
            self._gathering.add(with_supplement(cited, supplement))

    # What was found

    def _reference(self, match: re.Match[str]) -> int:
        start, end = match.span("key")
        key = match["key"]
        before = self._text[match.start() - 1 : match.start()]
        if before.isalnum() and _DOMAIN.fullmatch(key):
            return end
        supplement = _SUPPLEMENT.match(self._text, end)
        group = Span(match.start(), supplement.end() if supplement else end)
        use = KeyUse(key, Span(start, end), group, "@", notation=KeyNotation.TYPST_REFERENCE)
        self._gathering.add(with_supplement(use, supplement[1] if supplement else ""))
        return end

    def _label(self, label: str, match: re.Match[str]) -> None:
        frame = self._frames[-1]
        if frame.mode is _Mode.MARKUP:
            self._gathering.defined_ids.add(label)
        elif frame.call == "cite":
            span = Span(*match.span("label"))
            frame.uses.append(KeyUse(label, span, span, notation=KeyNotation.TYPST_LABEL))

    def _string(self, value: str, start: int) -> None:
        """Take in a string of code, by what it is given to."""
        frame = self._frames[-1]
        before = self._text[max(0, start - 1 - _NEAR) : start - 1]
        named = _NAMED.search(before)
        outer = self._frames[-2] if len(self._frames) > 1 else frame
        span = Span(start, start + len(value))
        use = KeyUse(value, span, span, notation=KeyNotation.TYPST_STRING)
        if _INCLUDE.search(before):
            self._gathering.add_inclusion(value, start)
        elif frame.call == "label" and outer.call == "cite":
            outer.uses.append(use)
        elif frame.call == "cite" and not named:
            frame.uses.append(use)
        elif value.endswith(".bib") or (
            not named and "bibliography" in {frame.call, outer.call if not frame.call else ""}
        ):
            self._gathering.add_bibliography(value, start)
