"""The value of a stretch of text: cleaned of what surrounds it, with CSL's inline markup."""

import re

from citekit.model.spans import Markup, MarkupRun, TracedText, join_traced

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|o|a|de|ste)", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|ed|etc)\.$")
_HYPHENATED = re.compile(r"(?<=[^\W\d_][^\W\d_])[-‐]\s(?=[^\W\d_A-Z]{2})")
_TAGS = {
    Markup.ITALIC: "i",
    Markup.BOLD: "b",
    Markup.SUPERSCRIPT: "sup",
    Markup.SUBSCRIPT: "sub",
}
_EDGES = " \t\r\n,;:.·•*_/|"


def rich_text(text: TracedText) -> str:
    """The value that ``text`` gives: no quotation marks around it, no punctuation at its ends.

    Question and exclamation marks stay. Markup of a part of the text stays as CSL's inline
    tags (CSL 1.0.2 JSON input); that of the whole is layout and goes, and so does a raised
    ordinal ("20<sup>th</sup>" is "20th").
    """
    inner = _unbroken(trim_value(text))
    return " ".join(_tagged(inner).split())


def plain_text(text: TracedText) -> str:
    """The value that ``text`` gives, without any markup."""
    return " ".join(_unbroken(trim_value(text)).text.split())


def _unbroken(text: TracedText) -> TracedText:
    """``text`` with a word whole again that the end of a page has torn ("Ship- ping").

    Only a blank that stands nowhere in the file shows a page's end; "pre- and postwar" stays.
    """
    parts = []
    last = 0
    for match in _HYPHENATED.finditer(text.text):
        before = text.source_offset(match.start()) + 1
        supplied = text.source_offset(match.start() + 1) == before
        if supplied and text.source_offset(match.end()) != before + 1:
            parts.append(text.slice(last, match.start()))
            last = match.end()
    return join_traced((*parts, text.slice(last, len(text.text))), "") if parts else text


def trim_value(text: TracedText) -> TracedText:
    """``text`` without the punctuation at its ends and the quotation marks around it."""
    while True:
        start, end = _trimmed(text.text)
        start, end = _unquoted(text.text, start, end)
        if (start, end) == (0, len(text.text)):
            return text
        text = text.slice(start, end)


def _trimmed(text: str) -> tuple[int, int]:
    start, end = 0, len(text)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        if text[end - 1] == "." and _ABBREVIATION.search(text[start:end]):
            break
        end -= 1
    return start, end


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without one pair of marks around all of it, or a mark that lost its partner."""
    if end - start < 2:  # noqa: PLR2004 - a pair of marks
        return start, end
    first, last = text[start], text[end - 1]
    inner = text[start + 1 : end - 1]
    closing = _PAIRS.get(first, "")
    if last in closing and not any(mark in inner for mark in closing if mark not in "'’"):
        return start + 1, end - 1
    if closing and first not in "'‘" and not any(mark in text[start + 1 : end] for mark in closing):
        return start + 1, end
    if last in "”»」』》" and not any(mark in inner for mark in "“„«「『《"):
        return start, end - 1
    return start, end


def _tagged(text: TracedText) -> str:
    marks: list[tuple[int, int, str]] = []
    for run in text.runs:
        tag = _TAGS.get(run.markup)
        if tag and _says_something(text, run):
            marks.append((run.start, 1, f"<{tag}>"))
            marks.append((run.end, 0, f"</{tag}>"))
    parts: list[str] = []
    last = 0
    for position, _, tag in sorted(marks):
        parts += (text.text[last:position], tag)
        last = position
    parts.append(text.text[last:])
    return "".join(parts)


def _says_something(text: TracedText, run: MarkupRun) -> bool:
    inside = text.text[run.start : run.end]
    if not inside.strip() or run.end - run.start >= len(text.text):
        return False
    if run.markup is Markup.SUPERSCRIPT:
        return not _ORDINAL.fullmatch(inside.strip())
    if run.markup in {Markup.ITALIC, Markup.BOLD}:
        # Emphasis that runs over an end of the value belongs to the layout around it.
        outside = text.text[: run.start] + text.text[run.end :]
        whole_word = not (
            text.text[max(0, run.start - 1) : run.start].isalnum()
            or text.text[run.end : run.end + 1].isalnum()
        )
        return whole_word and sum(c.isalnum() for c in outside) > len(inside) and run.start > 0
    return True
