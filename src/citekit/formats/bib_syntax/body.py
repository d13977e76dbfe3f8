"""What stands between the delimiters of an entry: its fields, one after the other."""

from citekit.formats.bib_syntax.landmarks import Landmarks
from citekit.formats.bib_syntax.nodes import ABSENT, Fault, FaultKind, FieldNode
from citekit.formats.bib_syntax.patterns import (
    BARE,
    BARE_WORDS,
    COMMAS,
    CUT_OFF_FIELD,
    FIELD,
    HEAD_HERE,
    NAME,
    NAME_AND_EQUALS,
    NEXT_FIELD,
    STRAY_END,
)
from citekit.formats.bib_syntax.values import quote_closing, skip_gap
from citekit.model.spans import Span

_MATCH_FIELD = FIELD.match


class BodyReader:
    """The fields read so far, and where reading stands.

    ``place`` is where the next token is looked for, ``end`` the end of the last one. ``closing``
    is the place of the closing delimiter, ``ABSENT`` until it is found.
    """

    __slots__ = (
        "_closer",
        "_faults",
        "_is_mended",
        "_landmarks",
        "_text",
        "closing",
        "comments",
        "end",
        "fields",
        "is_broken",
        "place",
    )

    def __init__(
        self, text: str, place: int, closer: str, *, landmarks: Landmarks, faults: list[Fault]
    ) -> None:
        """Begin at ``place``; ``closer`` is the delimiter that ends the body."""
        self._text = text
        self._closer = closer
        self._landmarks = landmarks
        self._faults = faults
        self._is_mended = False
        self.place = self.end = place
        self.fields: list[FieldNode] = []
        self.comments: list[Span] = []
        self.closing = ABSENT
        self.is_broken = False

    def read_fields(self) -> None:
        """Read to the closing delimiter, or as far as the entry goes without one."""
        text, closer, fields = self._text, self._closer, self.fields
        while True:
            place = self.place
            while match := _MATCH_FIELD(text, place):
                (_, stop), (start, _), (equals, _), (begin, end), (comma, _) = match.regs
                if comma == ABSENT and text[stop] != closer:
                    break
                fields.append(FieldNode(start, match[1], equals, begin, end, comma))
                if comma == ABSENT:
                    self.end = stop
                    if self._close(stop):
                        return
                    stop = self.place
                place = stop
            self.place = place
            self.end = max(self.end, fields[-1].end if fields else 0)
            if not self._step():
                return

    def skip_gap(self) -> str:
        """Go to the next token; gives its first character, which is empty at the end."""
        gap = skip_gap(self._text, self.place)
        self.comments.extend(gap.comments)
        self.place = gap.end
        return self._text[gap.end : gap.end + 1]

    def is_at_head(self) -> bool:
        """Whether the next entry begins here, on a line of its own."""
        if not HEAD_HERE.match(self._text, self.place):
            return False
        before = self._text[self.end : self.place]
        return "\n" in before or "\r" in before

    def _close(self, place: int) -> bool:
        """End at the closing delimiter at ``place``, unless it cuts off fields."""
        self.end = self.place = place + 1
        if CUT_OFF_FIELD.match(self._text, self.end):
            self.report(FaultKind.EXTRA_CLOSING, place, self.end)
            self.place = self.end = self._text.index(",", self.end) + 1
            return False
        self.closing = place
        return True

    def report(self, kind: FaultKind, start: int, end: int, subject: str = "") -> None:
        """Note a fault."""
        self._faults.append(Fault(kind, start, end, subject))

    def read_value(self, name: str) -> Span:
        """The place of the value that begins at the next token; ``name`` is for reports.

        A value that is forgotten is empty. What is never closed ends before the next field that
        begins a line, or else breaks the entry.
        """
        start = end = self.place
        while True:
            stop = self._read_operand(name)
            if stop == ABSENT:
                self.report(FaultKind.NO_VALUE, self.place, self.place, name)
                return Span(start, end)
            end = self.end = self.place = stop
            if self.is_broken or self.skip_gap() != "#":
                return Span(start, end)
            self.place += 1
            end = self.end = self.place
            self.skip_gap()

    def _read_operand(self, name: str) -> int:
        text, start = self._text, self.place
        letter = text[start : start + 1]
        if letter == "{":
            return self._end_of_braces(name)
        if letter == '"':
            closing = quote_closing(text, start, self._landmarks)
            return self._end_of_open(name, FaultKind.OPEN_QUOTE) if closing < 0 else closing + 1
        bare = BARE.match(text, start)
        if bare is None or self.is_at_head():
            return ABSENT
        words = BARE_WORDS.match(text, start)
        end = start + len(words[0].rstrip()) if words else start
        if words and end > bare.end() and text[words.end() : words.end() + 1] in ",})\r\n":
            self.report(FaultKind.BARE_VALUE, start, end, name)
            return end
        return bare.end()

    def _end_of_braces(self, name: str) -> int:
        opening = self.place
        closing = self._landmarks.closing(opening)
        if closing != ABSENT and self._is_end_of_value(closing + 1):
            return closing + 1
        other = self._landmarks.closing_but_escaped(opening)
        if other not in {ABSENT, closing} and self._is_end_of_value(other + 1):
            self.report(FaultKind.ESCAPED_BRACES, opening, other + 1, name)
            return other + 1
        return self._end_of_open(name, FaultKind.OPEN_BRACE) if closing == ABSENT else closing + 1

    def _is_end_of_value(self, place: int) -> bool:
        """Whether what follows is what may follow a value."""
        place = skip_gap(self._text, place).end
        following = self._text[place : place + 1]
        return following in {",", "#", self._closer}

    def _end_of_open(self, name: str, kind: FaultKind) -> int:
        """Where a value that is never closed was meant to end."""
        text, opening = self._text, self.place
        limit = self._landmarks.next_head(opening)
        field = NEXT_FIELD.search(text, opening, limit)
        self.is_broken = field is None
        self.report(kind if field else FaultKind.NO_END, opening, opening + 1, name)
        return self._end_of_line(opening, field.start() if field else limit)

    def _end_of_line(self, start: int, end: int) -> int:
        """``end`` without the blanks and the comma before it."""
        value = self._text[start:end].rstrip()
        return start + max(1, len(value.removesuffix(",")))

    def _step(self) -> bool:
        """Read the next token whatever it is; false if the body is over."""
        letter = self.skip_gap()
        if letter == self._closer:
            return not self._close(self.place)
        if not letter or (letter == "@" and self.is_at_head()):
            return self._mend_last_value()
        if letter == ",":
            commas = COMMAS.match(self._text, self.place)
            start, self.place = self.place, commas.end() if commas else self.place + 1
            self.report(FaultKind.EXTRA_COMMA, start, self.place)
            self.end = self.place
            return True
        name = NAME.match(self._text, self.place)
        if name:
            return self._read_field(name[0])
        self._skip_stray(self.place)
        return True

    def _read_field(self, name: str) -> bool:
        start = self.place
        self.place += len(name)
        letter = self.skip_gap()
        equals = self.place if letter == "=" else ABSENT
        if letter == "=":
            self.place += 1
            self.end = self.place
            self.skip_gap()
        elif letter and letter in '{"' and not self._is_after_value():
            self.report(FaultKind.NO_EQUALS, start, start + len(name), name)
        else:
            self._skip_stray(start)
            return True
        value = self.read_value(name)
        self._add(FieldNode(start, name, equals, value.start, value.end, ABSENT))
        return not self.is_broken

    def _is_after_value(self) -> bool:
        """Whether the comma after the last value is still to come."""
        return bool(self.fields) and self.fields[-1].comma == ABSENT

    def _add(self, field: FieldNode) -> None:
        """Take the field, with the comma after it if there is one."""
        if not self.is_broken and self.skip_gap() == ",":
            field = field._replace(comma=self.place)
            self.place += 1
        elif not self.is_broken and NAME_AND_EQUALS.match(self._text, self.place):
            self.report(FaultKind.NO_COMMA, field.value_end, field.value_end, field.name)
        self.fields.append(field)
        self.end = field.end

    def _skip_stray(self, start: int) -> None:
        """Pass over what no rule explains, up to a comma, a field on a new line, or the end."""
        text, place = self._text, start
        while match := STRAY_END.search(text, place):
            place = match.start()
            letter = text[place]
            if letter in ",\r\n" or letter == self._closer:
                break
            closing = self._landmarks.closing(place) if letter == "{" else ABSENT
            place = max(place, closing) + 1
        else:
            place = len(text)
        end = start + max(1, len(text[start:place].rstrip()))
        self.report(FaultKind.STRAY_TEXT, start, end)
        self.place = self.end = max(place, end)
        if text[self.place : self.place + 1] == ",":
            self.place = self.end = self.place + 1

    def _mend_last_value(self) -> bool:
        """Make an entry without an end whole; true if there is more to read in it.

        If its last value has lines in it that look like fields, the brace that is missing is the
        one after the value; the value then ends before the first such line.
        """
        last = self.fields[-1] if self.fields and not self._is_mended else None
        line = None
        if last and self._text[last.value_start : last.value_start + 1] == "{":
            line = NEXT_FIELD.search(self._text, last.value_start, last.value_end)
        if last is None or line is None:
            self.report(FaultKind.NO_CLOSING, self.end, self.end)
            return False
        self._is_mended = True
        self._landmarks.index()
        self.report(FaultKind.OPEN_BRACE, last.value_start, last.value_start + 1, last.name)
        self.fields.pop()
        self.place = self._end_of_line(last.value_start, line.start())
        self._add(last._replace(value_end=self.place, comma=ABSENT))
        return True
