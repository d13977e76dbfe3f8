"""Markdown within a paragraph: emphasis, links, notes, tags and escapes, with every offset."""

import re
from dataclasses import dataclass, replace
from html import unescape

from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.markdown_addresses import autolink_at, bare_address_at
from citekit.readers.markdown_definitions import Definitions
from citekit.readers.markdown_emphasis import delimiter_at
from citekit.readers.markdown_links import link_after
from citekit.readers.markdown_tags import OpenTags, tag_at
from citekit.readers.markdown_tokens import Given, Kept, Opening, Token, render_tokens
from citekit.readers.tracing import relocate

_SPECIAL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\r\n])"
    r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|`+|\*+|_+|\^\[?|~+|!\[|\[\^|\[|\]|<|\$"
    r"|(?<![\w/@])(?:https?://|ftp://|www\.(?=[\w-]+\.))"
)
_MATH_RAISED = re.compile(r"\$\s{0,3}\^\s{0,3}\{?\s{0,3}([\w*†‡§¶,\s]{1,12}?)\s{0,3}\}?\s{0,3}\$")
_RAISED = re.compile(r"\^([^\s^\[\]][^\s^]{0,60}?)\^")
_LOWERED = re.compile(r"~([^\s~]{1,30})~(?!~)")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,100})\](?!:)")
_BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)
_LONGEST_CODE = 1000


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A place in the text that calls the note ``label``."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note whose text stands where it is called."""

    mark: Span
    text: TracedText


@dataclass(frozen=True, slots=True)
class InlineText:
    """The text of a paragraph and the notes it calls; neither marks nor notes are in the text."""

    text: TracedText
    marks: tuple[NoteMark, ...] = ()
    notes: tuple[InlineNote, ...] = ()


@dataclass(slots=True)
class _Bracket:
    token: int
    start: int
    is_image: bool


def parse_inline(base: TracedText, definitions: Definitions) -> InlineText:
    """The text of a paragraph without its markup, ``base`` being the paragraph as it stands.

    Markup that is not closed is left out or kept as a reader would: a stray ``**`` goes, a lone
    star after a word stays. Takes linear time: whatever must close, must do so within some
    thousand characters.
    """
    scanner = _Scanner(base, definitions)
    scanner.scan()
    return InlineText(
        relocate(render_tokens(base, scanner.tokens), base),
        tuple(scanner.marks),
        tuple(scanner.notes),
    )


class _Scanner:
    """Cuts a paragraph into tokens."""

    def __init__(self, base: TracedText, definitions: Definitions) -> None:
        self.base = base
        self.text = base.text
        self.definitions = definitions
        self.tokens: list[Token] = []
        self.marks: list[NoteMark] = []
        self.notes: list[InlineNote] = []
        self.brackets: list[_Bracket] = []
        self.tags = OpenTags()
        self.closers: dict[int, int] | None = None
        self.comments = True

    def scan(self) -> None:
        position = 0
        while match := _SPECIAL.search(self.text, position):
            start = match.start()
            self.keep(position, start)
            position = self.take(match.group(), start)
        self.keep(position, len(self.text))

    def keep(self, start: int, end: int) -> None:
        if start < end:
            self.tokens.append(Kept(start, end))

    def take(self, special: str, start: int) -> int:
        """Handle what stands at ``start`` and return where to go on."""
        after = start + len(special)
        match special[0]:
            case "\\":
                self.keep(start + 1, start + 2)
                return start + 2
            case "&":
                self.tokens.append(Given(unescape(special), start))
                return after
            case "*" | "_":
                self.tokens.append(delimiter_at(self.text, start, after))
                return after
            case "`":
                return self.code(special, start)
            case "[" | "!" | "]":
                return self.bracket(special, start)
            case "<":
                return self.angle(start)
            case "^" | "~" | "$":
                return self.raised(special, start)
            case _:
                return self.url(start)

    def code(self, ticks: str, start: int) -> int:
        after = start + len(ticks)
        end = self.text.find(ticks, after, after + _LONGEST_CODE)
        if end < 0:
            self.keep(start, after)
            return after
        self.keep(after, end)
        return end + len(ticks)

    def raised(self, special: str, start: int) -> int:
        if special == "^[":
            return self.inline_note(start)
        pattern = {"^": _RAISED, "~": _LOWERED, "$": _MATH_RAISED}[special[0]]
        match = pattern.match(self.text, start)
        between_digits = (
            match is not None
            and self.text[start - 1 : start].isdigit()
            and self.text[match.end() : match.end() + 1].isdigit()
        )
        if match is None or between_digits:
            if special != "~~":
                self.keep(start, start + len(special))
            return start + len(special)
        opener = Opening(Markup.SUBSCRIPT if special[0] == "~" else Markup.SUPERSCRIPT)
        self.tokens.append(opener)
        self.keep(match.start(1), match.end(1))
        self.tokens.append(opener.closed())
        return match.end()

    def inline_note(self, start: int) -> int:
        end = -1 if self.definitions.in_note else self.bracket_end(start + 1)
        if end < 0:
            self.brackets.append(_Bracket(len(self.tokens), start + 1, is_image=False))
            self.keep(start, start + 2)
            return start + 2
        within = replace(self.definitions, in_note=True)
        inner = parse_inline(self.base.slice(start + 2, end), within)
        self.marks += inner.marks
        self.notes.append(InlineNote(self.span(start, end + 1), inner.text))
        return end + 1

    def bracket_end(self, start: int) -> int:
        """Where the bracket that opens at ``start`` closes, -1 for one that does not."""
        if self.closers is None:
            self.closers = {}
            opened: list[int] = []
            for match in _BRACKETS.finditer(self.text):
                if match.group() == "[":
                    opened.append(match.start())
                elif match.group() == "]" and opened:
                    self.closers[opened.pop()] = match.start()
        return self.closers.get(start, -1)

    def bracket(self, special: str, start: int) -> int:
        after = start + len(special)
        if special == "]":
            return self.close_bracket(start)
        if special == "[^":
            match = _NOTE_MARK.match(self.text, start)
            if match and match[1] in self.definitions.notes:
                self.marks.append(NoteMark(match[1], self.span(start, match.end())))
                return match.end()
        self.brackets.append(_Bracket(len(self.tokens), start, special == "!["))
        self.keep(start, after)
        return after

    def close_bracket(self, start: int) -> int:
        if not self.brackets:
            self.keep(start, start + 1)
            return start + 1
        opening = self.brackets.pop()
        label = Span(opening.start + (2 if opening.is_image else 1), start)
        link = link_after(self.text, label, self.definitions, is_image=opening.is_image)
        if link is None:
            self.keep(start, start + 1)
            return start + 1
        if opening.is_image:
            del self.tokens[opening.token :]
            return link.end
        opener = Opening(Markup.LINK, link.target)
        self.tokens[opening.token] = opener
        self.tokens.append(opener.closed())
        return link.end

    def angle(self, start: int) -> int:
        if self.comments and self.text.startswith("<!--", start):
            end = self.text.find("-->", start + 4)
            if end >= 0:
                return end + 3
            self.comments = False
        address = autolink_at(self.text, start)
        if address is not None:
            self.tokens += address.tokens
            return address.end
        tag = tag_at(self.text, start)
        if tag is None:
            self.keep(start, start + 1)
            return start + 1
        self.tokens += self.tags.take(tag)
        return tag.end()

    def url(self, start: int) -> int:
        address = bare_address_at(self.text, start)
        self.tokens += address.tokens
        return address.end

    def span(self, start: int, end: int) -> Span:
        first = self.base.source_offset(start)
        return Span(first, self.base.source_offset(end - 1) + 1)
