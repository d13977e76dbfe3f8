"""Markdown within a paragraph: emphasis, links, notes, tags and escapes, with every offset."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape

from citekit.model.spans import Markup, Span, TracedText
from citekit.readers.bare_urls import url_at
from citekit.readers.markdown_emphasis import delimiter_at
from citekit.readers.markdown_tokens import Closing, Given, Kept, Opening, Token, render_tokens
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
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]{0,1000})?)/?>")
_AUTOLINK = re.compile(
    r"<((?:https?|ftp|mailto|doi|urn):[^\s<>]{1,2000}|[^\s<>@]{1,64}@[\w.-]{1,250})>", re.IGNORECASE
)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,100})\](?!:)")
_DESTINATION = re.compile(
    r"\(\s{0,9}(?:<([^<>\r\n]{0,1000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,300}\)){0,1000}+))"
    r"(?:\s{1,9}(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?\s{0,9}\)"
)
_LINK_LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
_URL_STOP = re.compile(r"[\s<>\"“”«»`\x00-\x1f]|\]\(|\[\^|\*\*|\Z")
_BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_IN_ADDRESS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|&amp;")
_LONGEST_URL = 2000
_LONGEST_CODE = 1000
_LONGEST_LABEL = 200
_MARKUP_TAGS = {
    "i": Markup.ITALIC,
    "em": Markup.ITALIC,
    "cite": Markup.ITALIC,
    "b": Markup.BOLD,
    "strong": Markup.BOLD,
    "sup": Markup.SUPERSCRIPT,
    "sub": Markup.SUBSCRIPT,
    "a": Markup.LINK,
}
_SPACING_TAGS = frozenset({"br", "p", "li", "td", "th", "tr", "div", "hr", "dd", "dt", "h1", "h2"})


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
class Definitions:
    """What a document defines for use in its paragraphs: link targets and note labels.

    ``in_note`` is set within an inline note, which holds no further one.
    """

    links: Mapping[str, str] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    in_note: bool = False


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
        self.tags: dict[str, Opening] = {}
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
        self.close(opener)
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
        found = self.link_end(opening, start)
        if found is None:
            self.keep(start, start + 1)
            return start + 1
        end, target = found
        if opening.is_image:
            del self.tokens[opening.token :]
            return end
        opener = Opening(Markup.LINK, target)
        self.tokens[opening.token] = opener
        self.close(opener)
        return end

    def link_end(self, opening: _Bracket, start: int) -> tuple[int, str] | None:
        """Where the link whose text ends at ``start`` ends, and its target."""
        match = _DESTINATION.match(self.text, start + 1)
        if match:
            target = match[1] if match[1] is not None else match[2]
            if not target or opening.is_image or re.search(r"[/#.:@?]", target):
                return match.end(), unescape(_ESCAPED.sub("", target))
        label = _LINK_LABEL.match(self.text, start + 1)
        name = label[1] if label and label[1] else ""
        if not name and start - opening.start < _LONGEST_LABEL:
            name = self.text[opening.start + (2 if opening.is_image else 1) : start]
        target = self.definitions.links.get(normal_label(name)) if name else None
        if target is None:
            return None
        return (label.end() if label else start + 1), target

    def angle(self, start: int) -> int:
        if self.comments and self.text.startswith("<!--", start):
            end = self.text.find("-->", start + 4)
            if end >= 0:
                return end + 3
            self.comments = False
        autolink = _AUTOLINK.match(self.text, start)
        if autolink:
            address = autolink[1]
            opener = Opening(Markup.LINK, address if ":" in address else f"mailto:{address}")
            self.tokens.append(opener)
            self.keep_address(start + 1, autolink.end() - 1)
            self.close(opener)
            opener.target = _ESCAPED.sub("", unescape(opener.target))
            return autolink.end()
        tag = _TAG.match(self.text, start)
        if tag is None:
            self.keep(start, start + 1)
            return start + 1
        self.tag(tag)
        return tag.end()

    def tag(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        if name in _SPACING_TAGS:
            self.tokens.append(Given(" ", -1))
        markup = _MARKUP_TAGS.get(name)
        if markup is None:
            return
        if tag[1]:
            opener = self.tags.pop(name, None)
            if opener is not None:
                self.close(opener)
            return
        href = _HREF.search(tag[3]) if markup is Markup.LINK else None
        target = unescape(href[1] or href[2] or href[3] or "") if href else ""
        opener = Opening(markup, target)
        self.tags[name] = opener
        self.tokens.append(opener)

    def url(self, start: int) -> int:
        stop = _URL_STOP.search(self.text, start, min(len(self.text), start + _LONGEST_URL))
        end = stop.start() if stop else min(len(self.text), start + _LONGEST_URL)
        found = url_at(self.text, start, end)
        opener = Opening(Markup.LINK, unescape(_ESCAPED.sub("", found.target)))
        self.tokens.append(opener)
        self.keep_address(found.start, found.end)
        self.close(opener)
        return max(found.end, start + 1)

    def keep_address(self, start: int, end: int) -> None:
        """Keep an address, in which only escapes and entities have a meaning."""
        position = start
        for match in _IN_ADDRESS.finditer(self.text, start, end):
            self.keep(position, match.start())
            if match.group() == "&amp;":
                self.tokens.append(Given("&", match.start()))
            position = match.end()
        self.keep(position, end)

    def close(self, opener: Opening) -> None:
        opener.live = True
        self.tokens.append(Closing(opener))

    def span(self, start: int, end: int) -> Span:
        first = self.base.source_offset(start)
        return Span(first, self.base.source_offset(end - 1) + 1)


def normal_label(label: str) -> str:
    """A link label as it is compared: case and white space do not count."""
    return " ".join(label.casefold().split())
