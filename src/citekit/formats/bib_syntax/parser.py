"""A ``.bib`` file taken apart into its blocks."""

import re

from citekit.formats.bib_syntax.body import BodyReader
from citekit.formats.bib_syntax.keys import Key, read_key
from citekit.formats.bib_syntax.landmarks import Landmarks
from citekit.formats.bib_syntax.nodes import (
    ABSENT,
    Block,
    BrokenNode,
    CommentNode,
    EntryNode,
    Fault,
    FaultKind,
    PreambleNode,
    StringNode,
    TextNode,
)
from citekit.formats.bib_syntax.patterns import (
    BLANKS,
    BROKEN_HEAD,
    CLEAR_HEAD,
    COMMENT,
    COMMENT_WORD,
    HEAD,
    LINE_REST,
    NEXT_BLOCK,
    NEXT_HEAD,
    PARENTHESES,
    SURE_HEAD,
)
from citekit.formats.bib_syntax.source import BibSource
from citekit.model.spans import Span

_CLOSERS = {"{": "}", "(": ")"}
_COMMANDS = frozenset({"comment", "string", "preamble"})


class _Parser:
    """The blocks read so far, and what all of them share."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._landmarks = Landmarks(text)
        self.faults: list[Fault] = []

    def blocks(self) -> list[Block]:
        """The blocks of the file; what is in none of them is text."""
        text = self._text
        blocks: list[Block] = []
        start = place = seen = 0
        is_clear = True
        while match := NEXT_BLOCK.search(text, place):
            at = match.start()
            is_clear = self._is_clear(seen, at, is_clear=is_clear)
            comment = COMMENT.match(text, at)
            block = None if comment else self._block(at, is_clear=is_clear)
            if block is None:
                place = comment.end() if comment else at + 1
                seen = at
                continue
            if start < at:
                blocks.append(TextNode(start, at))
            blocks.append(block)
            start = place = seen = block.end
            is_clear = True
        if start < len(text):
            blocks.append(TextNode(start, len(text)))
        return blocks

    def _is_clear(self, seen: int, at: int, *, is_clear: bool) -> bool:
        """Whether nothing but blanks and blocks stands before ``at`` in its line.

        All before ``seen`` has been looked at, and ``is_clear`` says what came of it.
        """
        text = self._text
        line = max(text.rfind("\n", seen, at), text.rfind("\r", seen, at)) + 1
        blanks = BLANKS.match(text, line or seen, at)
        return blanks is not None and blanks.end() == at and (is_clear or line > 0)

    def _block(self, at: int, *, is_clear: bool) -> Block | None:
        """The block that begins at the ``@`` there; none if it is but a character in a text."""
        head = HEAD.match(self._text, at)
        if head is None:
            return self._headless(at) if is_clear else None
        opening = head.start(2)
        is_head = is_clear and (head[2] == "{" or CLEAR_HEAD.match(self._text, at))
        if not is_head and not SURE_HEAD.match(self._text, at):
            return None
        name = head[1]
        command = name.lower()
        if command not in _COMMANDS:
            return self._entry(at, head)
        if command == "comment":
            return self._comment(at, head)
        body = BodyReader(
            self._text,
            opening + 1,
            _CLOSERS[head[2]],
            landmarks=self._landmarks,
            faults=self.faults,
        )
        if command == "preamble":
            return self._preamble(at, head, body)
        body.read_fields()
        return StringNode(
            at,
            body.end,
            head.start(1),
            name,
            opening,
            tuple(body.fields),
            tuple(body.comments),
            body.closing,
            body.is_broken,
        )

    def _entry(self, at: int, head: re.Match[str]) -> EntryNode:
        text, opening, comma = self._text, head.start(2), head.start(4)
        place = head.end() if comma >= 0 else opening + 1
        body = BodyReader(
            text, place, _CLOSERS[head[2]], landmarks=self._landmarks, faults=self.faults
        )
        key = Key(head.start(3), head[3], comma) if comma >= 0 else read_key(text, body, head[2])
        body.read_fields()
        end = body.end
        if body.closing >= 0:
            self._check_values(opening, end, key.text)
        return EntryNode(
            at,
            end,
            head.start(1),
            head[1],
            opening,
            key.start,
            key.text,
            key.comma,
            tuple(body.fields),
            tuple(body.comments),
            body.closing,
            body.is_broken,
        )

    def _check_values(self, opening: int, end: int, key: str) -> None:
        """Report a line in a value that looks like an entry, which is hardly ever meant."""
        if self._text.find("@", opening, end) >= 0:
            head = NEXT_HEAD.search(self._text, opening, end)
            if head:
                self.faults.append(Fault(FaultKind.ENTRY_IN_VALUE, head.end(), head.end() + 1, key))

    def _preamble(self, at: int, head: re.Match[str], body: BodyReader) -> PreambleNode:
        opening = head.start(2)
        letter = body.skip_gap()
        if letter and letter in '{"':
            value = body.read_value("@preamble")
        else:
            value = self._bare_preamble(opening, body)
        if not body.is_broken:
            body.read_fields()
        return PreambleNode(
            at,
            body.end,
            head.start(1),
            head[1],
            opening,
            value.start,
            value.end,
            tuple(body.comments),
            body.closing,
            body.is_broken,
        )

    def _bare_preamble(self, opening: int, body: BodyReader) -> Span:
        """The place of LaTeX that stands in ``@preamble{…}`` without delimiters of its own."""
        closing = self._landmarks.closing(opening) if self._text[opening] == "{" else ABSENT
        if closing <= body.place:
            return body.read_value("@preamble")
        end = body.place + len(self._text[body.place : closing].rstrip())
        if self._text[body.place : end].isidentifier():
            return body.read_value("@preamble")
        body.report(FaultKind.BARE_VALUE, body.place, end, "@preamble")
        span = Span(body.place, end)
        body.place = body.end = closing
        return span

    def _comment(self, at: int, head: re.Match[str]) -> CommentNode:
        text, opening = self._text, head.start(2)
        if text[opening] == "{":
            closing = self._landmarks.closing(opening)
        else:
            closing = self._closing_parenthesis(opening)
        if closing == ABSENT:
            return self._comment_line(at, head.span(1))
        return CommentNode(
            at, closing + 1, head.start(1), head[1], opening, closing, opening + 1, closing
        )

    def _comment_line(self, at: int, word: tuple[int, int]) -> CommentNode:
        start, stop = word
        rest = LINE_REST.match(self._text, stop)
        end = rest.end() if rest else stop
        return CommentNode(at, end, start, self._text[start:stop], ABSENT, ABSENT, stop, end)

    def _closing_parenthesis(self, opening: int) -> int:
        limit = self._landmarks.next_head(opening)
        depth = 0
        for match in PARENTHESES.finditer(self._text, opening, limit):
            depth += 1 if match[0] == "(" else -1
            if depth == 0:
                return match.start()
        return ABSENT

    def _headless(self, at: int) -> Block | None:
        """What a line that begins with ``@`` and no head of an entry may be."""
        text = self._text
        comment = COMMENT_WORD.match(text, at)
        if comment:
            return self._comment_line(at, comment.span(1))
        broken = BROKEN_HEAD.match(text, at)
        if broken is None:
            return None
        kind = FaultKind.NO_TYPE if text[at + 1 : broken.end()].lstrip()[0] in "{(" else None
        self.faults.append(Fault(kind or FaultKind.NO_OPENING, at, broken.end()))
        return BrokenNode(at, self._landmarks.next_head(broken.end()))


def parse_bib(text: str) -> BibSource:
    r"""The blocks of a ``.bib`` file in their order; ``parse_bib(text).write() == text``.

    Nothing is lost and nothing is refused: what no rule explains is text between the blocks, or
    stray text in an entry, and noted as a fault. An entry that does not end is closed before the
    next one that begins a line, so that one fault costs one entry. Takes time linear in the text.

    Between BibTeX and biber where they differ: ``%`` begins a comment between the tokens of an
    entry and between entries, and ``@comment{…}`` ends with its brace (biber); braces count
    after backslashes, and keys may have whatever is neither a blank, a comma nor a closing brace
    (BibTeX).

    Source: BibTeX, bibtex.web, sections 223 to 277; biber 2.19, Biber::Input::file::bibtex, and
    the grammar of btparse.

    Example:
        >>> source = parse_bib("@book{k, title = {T} # t}")
        >>> entry = next(source.entries())
        >>> entry.key, [field.name for field in entry.fields], source.faults
        ('k', ['title'], ())
    """
    parser = _Parser(text)
    blocks = parser.blocks()
    return BibSource(text, tuple(blocks), tuple(sorted(parser.faults, key=lambda it: it.start)))
