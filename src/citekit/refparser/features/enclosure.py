"""Quotation marks and brackets around a token."""

from collections.abc import Sequence

from citekit.refparser.features.line import Line

_PAIRS = {
    "“": "”",
    "‘": "’",
    "«": "»",
    "„": "“",
    "‚": "‘",
    "‹": "›",
    "»": "«",
    "「": "」",
    "『": "』",
    "〈": "〉",
    "《": "》",
}
_STRAIGHT = frozenset("\"'`")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
# A quotation or a bracket longer than this (in tokens) was never closed.
_LONGEST = 80
# A bracket around no more than this holds a number or a cue.
_SHORT = 4


def enclosure(line: Line, rows: list[list[str]]) -> None:
    """Adds whether the token is quoted or bracketed, and how many quotations came before."""
    quotes = _quotations(line)
    brackets = _bracketed(line)
    inside = [""] * len(rows)
    before = [0] * (len(rows) + 1)
    for start, end in quotes:
        inside[start] = "b"
        for i in range(start + 1, end):
            inside[i] = "i"
        inside[end] = "e"
        before[end] += 1
    seen = 0
    total = min(len(quotes), 3)
    for i, row in enumerate(rows):
        row.append(f"qu{inside[i]}{min(seen, 2)}/{total}")
        seen += before[i]
        if brackets[i]:
            row.append("br" + brackets[i])


def _quotations(line: Line) -> list[tuple[int, int]]:
    """First and last token of each quotation, marks included; the outermost only."""
    found: list[tuple[int, int]] = []
    words = line.words
    i = 0
    while i < len(words):
        close = _closing_mark(line, i)
        end = _closes(line, i, close) if close else 0
        if end > i + 1:
            found.append((i, end))
            i = end
        i += 1
    return found


def _closing_mark(line: Line, i: int) -> str:
    mark = line.words[i]
    if mark in _STRAIGHT:
        tokens = line.tokens
        free = i == 0 or tokens[i].start > tokens[i - 1].end or line.words[i - 1] in "([,"
        return mark if free else ""
    return _PAIRS.get(mark, "")


def _closes(line: Line, start: int, close: str) -> int:
    """The token that closes the quotation; an apostrophe within a word does not."""
    words, tokens = line.words, line.tokens
    apostrophe = close in "’'"
    for i in range(start + 1, min(len(words), start + _LONGEST)):
        if words[i] != close and not (close == "'" and words[i] == "’"):
            continue
        joined = i + 1 < len(words) and tokens[i + 1].start == tokens[i].end
        if not (apostrophe and joined and words[i + 1].isalnum()):
            return i
    return 0


def _bracketed(line: Line) -> Sequence[str]:
    """For each token the opening bracket around it and the kind of what it starts with."""
    inside = [""] * len(line.words)
    i = 0
    words = line.words
    while i < len(words):
        close = _BRACKETS.get(words[i])
        if close:
            stop = min(len(words), i + _LONGEST)
            end = next((k for k in range(i + 1, stop) if words[k] == close), 0)
            if end:
                label = words[i] + line.kinds[i + 1] + ("s" if end - i < _SHORT else "")
                inside[i : end + 1] = [label] * (end + 1 - i)
                i = end
        i += 1
    return inside
