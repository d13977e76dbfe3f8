"""The strings of a file of JSON, with the place of every character."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from citekit.model.spans import Span

_TOKEN = re.compile(
    r'"(?P<string>(?:[^"\\]|\\.)*+)"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:)',
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))",
    re.DOTALL,
)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class PlacedString:
    """A string value: ``span`` is between its quotes, ``name`` that of the field it is in.

    The strings of a list have the name of the list. ``container`` numbers the object or list that
    it stands in, ``outer`` the one around that; ``depth`` counts those that are open.
    """

    span: Span
    name: str
    container: int
    outer: int
    depth: int
    is_in_list: bool


def placed_strings(text: str) -> tuple[PlacedString, ...]:
    """The string values of ``text``, names of fields left out; bad JSON gives what can be had."""
    found: list[PlacedString] = []
    # Of every open object or list: its number, whether it is a list, the name that leads to it.
    numbers, lists, names = [0], [False], [""]
    count, field, is_value = 0, "", True
    for match in _TOKEN.finditer(text):
        if match["open"]:
            count += 1
            numbers.append(count)
            lists.append(match["open"] == "[")
            names.append(field)
            is_value = lists[-1]
        elif match["close"] and len(numbers) > 1:
            numbers.pop()
            lists.pop()
            names.pop()
        elif match["colon"]:
            is_value = True
        elif match["comma"]:
            is_value = lists[-1]
        elif match["string"] is not None and is_value:
            outer = numbers[-2] if len(numbers) > 1 else 0
            name = names[-1] if lists[-1] else field
            found.append(
                PlacedString(
                    Span(*match.span("string")),
                    name,
                    numbers[-1],
                    outer,
                    len(numbers) - 1,
                    lists[-1],
                )
            )
        elif match["string"] is not None:
            field = match["string"]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """What strings say one after the other, with the places of its characters in the file.

    From ``starts[i]`` on characters stand at ``places[i]`` and after; one written as an escape is
    ``widths`` of it wide.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    widths: tuple[int, ...]

    def place(self, span: Span) -> Span:
        """Where in the file that stands which ``span`` of the text is."""
        if not self.starts:
            return span
        start, _ = self._character(span.start)
        if span.end <= span.start:
            return Span(start, start)
        last, width = self._character(span.end - 1)
        return Span(start, last + width)

    def _character(self, at: int) -> tuple[int, int]:
        index = max(0, bisect_right(self.starts, at) - 1)
        return self.places[index] + at - self.starts[index], self.widths[index]


def decoded(text: str, strings: Iterable[PlacedString]) -> DecodedText:
    """What ``strings`` of ``text`` say, put together."""
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    for string in strings:
        at = string.span.start
        for match in _ESCAPE.finditer(text, string.span.start, string.span.end):
            runs += [(length, at, 1), (length + match.start() - at, match.start(), len(match[0]))]
            character = _character(match)
            pieces += (text[at : match.start()], character)
            length += match.start() - at + len(character)
            at = match.end()
        runs.append((length, at, 1))
        pieces.append(text[at : string.span.end])
        length += string.span.end - at
    starts, places, widths = zip(*runs, strict=True) if runs else ((), (), ())
    return DecodedText("".join(pieces), starts, places, widths)


def _character(match: re.Match[str]) -> str:
    if match["high"]:
        high, low = int(match["high"], 16), int(match["low"], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if match["code"]:
        return chr(int(match["code"], 16))
    return _SIGNS.get(match["sign"], match["sign"])
