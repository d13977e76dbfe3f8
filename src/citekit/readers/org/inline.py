"""Org within a paragraph: emphasis, links, notes and citations, with every offset.

Source: Org Syntax, "Objects".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.markdown_inline import InlineNote, NoteMark
from citekit.readers.markdown_notes import NotePart
from citekit.readers.org.citations import (
    BARE_KEYS,
    LATEX_CITE,
    ORG_CITE,
    REF_LINK,
    latex_cites,
    link_cites,
    org_cites,
)
from citekit.readers.org.pairs import Pairs
from citekit.readers.source_paragraph import SourceParagraph

_SPECIAL = re.compile(
    rf"""
      (?P<note>\[fn:) | (?P<cite>{ORG_CITE.pattern}) | (?P<link>\[\[)
    | (?P<script>[\^_]\{{) | (?P<sign>[*/_+=~]) | (?P<angle><)
    | (?P<reflink>{REF_LINK.pattern}) | (?P<latex>{LATEX_CITE.pattern})
    | (?P<line>\\\\[ \t]*(?=[\r\n]|\Z)) | (?P<entity>\\(?:nbsp|ldots|dots|ndash|mdash)(?:\{{\}})?)
    | (?P<dash>(?<!-)---?(?!-)) | (?P<dots>(?<!\.)\.\.\.(?!\.)) | (?P<snippet>@@)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCRIPT = re.compile(r"([\^_])\{([^{}\r\n]{1,60})\}")
_TARGET = re.compile(r"<<([^<>\r\n]{1,200})>>")
_RADIO = re.compile(r"<<<([^<>\r\n]{1,200})>>>")
_ANGLE = re.compile(r"<((?:https?|ftp|mailto|doi|file):[^<>\r\n]{1,2000})>", re.IGNORECASE)
_SNIPPET = re.compile(r"@@[\w-]{1,30}:[^@]{0,1000}@@")
_NOTE = re.compile(r"\[fn:(?P<label>[\w-]{0,100})(?P<sep>[:\]])")
_BEFORE = frozenset("-–—({'\"“‘«[|")
_MARKUPS = {"*": Markup.BOLD, "/": Markup.ITALIC}
_VERBATIM = frozenset("=~")
_ENTITIES = {"nbsp": " ", "ldots": "…", "dots": "…", "ndash": "–", "mdash": "—"}
# Brackets that hold more are no citation, and no address.
_LONGEST_CITATION, _LONGEST_TARGET = 10_000, 4_000
_CITE_NAME = re.compile(r"[A-Za-z]{0,20}[cC]ite[A-Za-z]{0,20}\*?\Z")


@dataclass(slots=True)
class OrgNotes:
    """The notes that paragraphs call and hold: ``labels`` are those defined apart."""

    labels: frozenset[str]
    marks: list[NoteMark] = field(default_factory=list)
    inline: list[InlineNote] = field(default_factory=list)
    parts: list[NotePart] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Markup that is open: it ends at ``limit``, and the text goes on at ``resume``."""

    limit: int
    resume: int
    since: int = 0
    sign: str = ""
    markup: Markup | None = None
    target: str = ""


def scan_org(
    paragraph: SourceParagraph, start: int, end: int, notes: OrgNotes, *, in_note: bool = False
) -> None:
    """Add what stands from ``start`` to ``end`` to ``paragraph``, its notes to ``notes``.

    Takes linear time: brackets and ends of emphasis are looked up once.
    """
    _Scanner(paragraph, start, end, notes, in_note=in_note).scan()


class _Scanner:
    def __init__(
        self, paragraph: SourceParagraph, start: int, end: int, notes: OrgNotes, *, in_note: bool
    ) -> None:
        self._paragraph = paragraph
        self._text = paragraph.source
        self._start, self._end = start, end
        self._notes = notes
        self._in_note = in_note
        self._frames = [_Frame(end, end)]
        self._pairs = Pairs(self._text, start, end)
        self._inner = start

    def scan(self) -> None:
        """Read it all."""
        position = self._start
        while True:
            frame = self._frames[-1]
            match = _SPECIAL.search(self._text, position, frame.limit)
            if match:
                self._paragraph.add(position, match.start())
                position = self._take(match)
                continue
            self._paragraph.add(position, frame.limit)
            if len(self._frames) == 1:
                return
            self._frames.pop()
            if frame.markup is not None:
                self._paragraph.mark(frame.since, frame.markup, frame.target)
            position = frame.resume
            self._paragraph.reach(position)

    def _take(self, match: re.Match[str]) -> int:
        """Read what ``match`` begins; the offset to go on from."""
        end = _HANDLERS[match.lastgroup or ""](self, match)
        if end is None:
            self._paragraph.add(*match.span())
            return match.end()
        self._paragraph.reach(end)
        return end

    @property
    def _limit(self) -> int:
        return self._frames[-1].limit

    def _partner(self, bracket: int) -> int:
        """Where the bracket at ``bracket`` closes, -1 for one that does not in what is open."""
        return self._pairs.partner(bracket, self._limit)

    def take_note(self, special: re.Match[str]) -> int | None:
        start = special.start()
        match = _NOTE.match(self._text, start, self._limit)
        if match is None:
            return None
        label = match["label"]
        if match["sep"] == "]":
            if label not in self._notes.labels:
                return None
            self._notes.marks.append(NoteMark(label, Span(start, match.end())))
            return match.end()
        closing = -1 if self._in_note else self._partner(start)
        if closing < 0:
            return None
        text = self._note_text(match.end(), closing)
        mark = Span(start, closing + 1)
        if label:
            self._notes.marks.append(NoteMark(label, mark))
            self._notes.parts.append(NotePart(label, text))
        else:
            self._notes.inline.append(InlineNote(mark, text))
        return closing + 1

    def _note_text(self, start: int, end: int) -> TracedText:
        inner = SourceParagraph(self._text)
        scan_org(inner, start, end, self._notes, in_note=True)
        self._paragraph.live += inner.live
        return inner.build()

    def take_cite(self, special: re.Match[str]) -> int | None:
        start, body = special.span()
        closing = self._partner(start)
        is_one = 0 <= closing <= body + _LONGEST_CITATION
        cites = org_cites(self._text[body:closing]) if is_one else ()
        if not cites:
            return None
        self._paragraph.cite(start, closing + 1, cites)
        return closing + 1

    def take_link(self, special: re.Match[str]) -> int | None:
        start = special.start()
        outer, inner = self._partner(start), self._partner(start + 1)
        if outer < 0 or inner < 0 or inner - start > _LONGEST_TARGET:
            return None
        target = self._text[start + 2 : inner]
        described = inner + 2 if inner + 1 < outer else -1
        if described >= 0 and self._partner(inner + 1) != outer - 1:
            return None
        if _CITE_NAME.match(target.partition(":")[0]) and ":" in target:
            note = self._text[described : outer - 1] if described >= 0 else ""
            cites = link_cites(target.partition(":")[2], note)
            if cites:
                self._paragraph.cite(start, outer + 1, cites)
                return outer + 1
        is_address = "://" in target or target.startswith(("mailto:", "doi:"))
        markup = Markup.LINK if is_address else None
        low, high = (described, outer - 1) if described >= 0 else (start + 2, inner)
        since = self._paragraph.length
        if described < 0:
            self._paragraph.add(low, high)
            if markup is not None:
                self._paragraph.mark(since, markup, target)
            return outer + 1
        self._frames.append(_Frame(high, outer + 1, since, "[", markup, target))
        self._inner = low
        return low

    def take_sign(self, special: re.Match[str]) -> int | None:
        sign, start = special[0], special.start()
        before = self._text[start - 1] if start > self._start else " "
        may_open = start == self._inner or before.isspace() or before in _BEFORE
        following = self._text[start + 1 : start + 2]
        if not may_open or not following or following.isspace():
            return None
        if any(frame.sign == sign for frame in self._frames):
            return None
        closing = self._pairs.closer(sign, start + 2, self._limit)
        if closing < 0:
            return None
        since = self._paragraph.length
        if sign in _VERBATIM:
            self._paragraph.add(start + 1, closing)
            return closing + 1
        self._frames.append(_Frame(closing, closing + 1, since, sign, _MARKUPS.get(sign)))
        self._inner = start + 1
        return start + 1

    def take_angle(self, special: re.Match[str]) -> int | None:
        start = special.start()
        radio = _RADIO.match(self._text, start, self._limit)
        target = _TARGET.match(self._text, start, self._limit)
        if radio:
            self._paragraph.add(*radio.span(1))
            return radio.end()
        if target:
            return target.end()
        address = _ANGLE.match(self._text, start, self._limit)
        if address is None:
            return None
        # The brackets stay: references print them, and converters write those as they are.
        self._paragraph.add(start, start + 1)
        since = self._paragraph.length
        self._paragraph.add(*address.span(1))
        self._paragraph.mark(since, Markup.LINK, address[1])
        self._paragraph.add(address.end() - 1, address.end())
        return address.end()

    def take_script(self, special: re.Match[str]) -> int | None:
        match = _SCRIPT.match(self._text, special.start(), self._limit)
        if match is None:
            return None
        since = self._paragraph.length
        self._paragraph.add(*match.span(2))
        self._paragraph.mark(since, Markup.SUPERSCRIPT if match[1] == "^" else Markup.SUBSCRIPT)
        return match.end()

    def take_bare_link(self, special: re.Match[str]) -> int | None:
        start, body = special.span()
        keys = BARE_KEYS.match(self._text, body, self._limit)
        if keys is None or self._text.startswith("//", body):
            return None
        self._paragraph.cite(start, keys.end(), link_cites(keys[0]))
        return keys.end()

    def take_latex(self, special: re.Match[str]) -> int | None:
        start = special.start()
        match = LATEX_CITE.match(self._text, start, self._limit)
        cites = latex_cites(match) if match else ()
        if match is None or not cites:
            return None
        self._paragraph.cite(start, match.end(), cites)
        return match.end()

    def take_snippet(self, special: re.Match[str]) -> int | None:
        match = _SNIPPET.match(self._text, special.start(), self._limit)
        return match.end() if match else None

    def take_meant(self, match: re.Match[str]) -> int:
        """Add what a sign of several characters prints."""
        written = match[0]
        if match["dash"]:
            shown = "–" if len(written) == 2 else "—"  # noqa: PLR2004  # "--"
        elif match["dots"]:
            shown = "…"
        elif match["entity"]:
            shown = _ENTITIES[written.strip("\\{}").lower()]
        else:
            shown = " "
        self._paragraph.put(shown, *match.span())
        return match.end()


_HANDLERS: Mapping[str, Callable[[_Scanner, re.Match[str]], int | None]] = {
    "note": _Scanner.take_note,
    "cite": _Scanner.take_cite,
    "link": _Scanner.take_link,
    "script": _Scanner.take_script,
    "sign": _Scanner.take_sign,
    "angle": _Scanner.take_angle,
    "reflink": _Scanner.take_bare_link,
    "latex": _Scanner.take_latex,
    "snippet": _Scanner.take_snippet,
    **dict.fromkeys(("line", "entity", "dash", "dots"), _Scanner.take_meant),
}
