"""Raised marks: those that call or head a note, apart from ordinals and exponents."""

import re
from dataclasses import dataclass

from citekit.fields.pages import parse_locator
from citekit.model.document import Block
from citekit.model.spans import Markup, MarkupRun, Span, TracedText

_MARKER = re.compile(r"\(?\[?(\d{1,4}|[*†‡§¶]{1,3})[\])]?[.:]?")
# A raised digit after a digit or a unit of one or two small letters is an exponent: 10⁻³, km².
_BEFORE_EXPONENT = re.compile(r"(?:\d|(?<![^\W\d_])(?:[a-zµ]{1,2}|[A-Z]))$")
# "by monks.12 Later": the number of a note where the text has lost its raised type.
_LOST = re.compile(r"(?<![^\W_])([^\W\d_]{1,30})[.,;:!?”\"’)]{1,2}(\d{1,3})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A mark in the running text that calls a note; ``span`` is its place in the file."""

    marker: str
    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class HeadedText:
    """The text of a block that begins with the marker of a note, without the marker."""

    marker: str
    text: TracedText


def marker_of(run_text: str) -> str:
    """The marker that a raised text is ("4", "*"), empty when it is none ("th", "2+")."""
    match = _MARKER.fullmatch(run_text.strip())
    return match.group(1) if match else ""


def leading_marker(block: Block) -> HeadedText | None:
    """The marker that ``block`` begins with in raised type, with the text after it."""
    text = block.text
    first = len(text.text) - len(text.text.lstrip())
    for run in text.runs_of(Markup.SUPERSCRIPT):
        if run.start > first:
            return None
        marker = marker_of(text.text[run.start : run.end])
        if marker and run.end > first:
            return HeadedText(marker, text.slice(run.end, len(text.text)).strip())
    return None


def marks_in(block: Block, index: int) -> tuple[NoteMark, ...]:
    """The note marks in the text of ``block``, which is the ``index``-th of its document."""
    text = block.text
    return tuple(
        NoteMark(marker, spans[0], index)
        for run in text.runs_of(Markup.SUPERSCRIPT)
        if (marker := marker_of(text.text[run.start : run.end]))
        and not _is_exponent(text, run)
        and (spans := text.source_spans(run.start, run.end))
    )


def lost_marks_in(block: Block, index: int) -> tuple[NoteMark, ...]:
    """Numbers right after a mark of punctuation, which call notes where raised type was lost."""
    text = block.text
    return tuple(
        NoteMark(match.group(2), spans[0], index)
        for match in _LOST.finditer(text.text)
        # "p.12" is a page.
        if parse_locator(f"{match.group(1)} {match.group(2)}") is None
        and (spans := text.source_spans(*match.span(2)))
    )


def _is_exponent(text: TracedText, run: MarkupRun) -> bool:
    before = text.text[max(0, run.start - 4) : run.start]
    return bool(_BEFORE_EXPONENT.search(before))
